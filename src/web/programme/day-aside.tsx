// Beside the day: clashes with their ways out, edits not yet sent, the other side's requests, the next steps, the
// delegations.

import type { ReactNode } from "react";
import { clashesOf } from "../../procedures/index.ts";
import { useSides } from "../parts/index.ts";
import { ClashNote } from "./clash-note.tsx";
import type { DayViewProps } from "./day-view.tsx";
import { Delegations } from "./delegations.tsx";
import { isEdited } from "./edits.ts";
import { EditsBar } from "./edits-bar.tsx";
import { NextSteps } from "./next-steps.tsx";
import { PendingChange } from "./pending-change.tsx";
import { latestVersion, type OpenRequest } from "./programme-data.ts";
import { RequestsSheet } from "./requests-sheet.tsx";
import type { EditingStep } from "./sending.ts";
import type { EditsInHand } from "./use-edits.ts";

interface DayAsideProps extends DayViewProps {
  readonly hand: EditsInHand;
  /** The step by which edits would be sent; undefined where this side may change nothing now. */
  readonly step: EditingStep | undefined;
  readonly onSend: () => void;
  /** A request was taken over into the edits. */
  readonly onTaken: (number: number) => void;
}

export function DayAside({ detail, data, zone, making, hand, step, onSend, onTaken }: DayAsideProps): ReactNode {
  const { own } = useSides();
  const dossier = detail.row.dossier;
  const next = (latestVersion(data)?.number ?? 0) + 1;
  const asks = step === "requestChange";
  const take = (changes: OpenRequest["changes"], gesture: string): boolean => {
    making.forget();
    return hand.change({ gesture, changes }) === undefined;
  };
  const takeRequest = (one: OpenRequest): void => {
    if (take(one.changes, `request ${one.number}`)) onTaken(one.number);
  };
  return (
    <aside className="stack split__aside">
      {clashesOf(hand.engagements).map((clash) => (
        <ClashNote
          key={`${clash.from} ${clash.to}`}
          {...{ clash, zone, next, asks }}
          engagements={hand.engagements}
          {...(step === undefined
            ? {}
            : {
                onTake: (one) => {
                  if (take([...one.changes], `clash ${clash.from} ${clash.to}`)) onSend();
                },
              })}
        />
      ))}
      {step === undefined ? null : <EditsBar hand={hand} next={next} asks={asks} onSend={onSend} />}
      <PendingChange detail={detail} data={data} making={making} />
      <RequestsSheet
        data={data}
        dossier={dossier}
        making={making}
        mayDecline={detail.actions.some((one) => one.step === "declineRequest" && one.side === own)}
        onTake={step === "changeEngagement" ? takeRequest : undefined}
      />
      <NextSteps dossier={detail} data={data} making={making} editing={isEdited(hand.edits)} />
      <Delegations data={data} />
    </aside>
  );
}
