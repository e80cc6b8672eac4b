// The day as a timeline, and beside it what is to be done about it. What is open and what is being sent is held here.

import { type ReactNode, useState } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { type Making, useAddressText, useSides } from "../parts/index.ts";
import { DayAside } from "./day-aside.tsx";
import { DaySheet } from "./day-sheet.tsx";
import { EngagementDialog } from "./engagement-dialog.tsx";
import { daysOf, latestVersion, type ProgrammeShown } from "./programme-data.ts";
import { SendDialog } from "./send-dialog.tsx";
import { editingStep } from "./sending.ts";
import { useEdits } from "./use-edits.ts";

export interface DayViewProps {
  readonly detail: DossierDetail;
  readonly data: ProgrammeShown;
  readonly zone: string;
  readonly making: Making;
}

export function DayView({ detail, data, zone, making }: DayViewProps): ReactNode {
  const { own } = useSides();
  const dossier = detail.row.dossier;
  const version = latestVersion(data);
  const hand = useEdits({ dossier, digest: version?.digest ?? "", engagements: data.engagements });
  const step = editingStep(detail.actions, { own, tabled: version !== undefined });
  const [open, setOpen] = useState<string | undefined>(undefined);
  const [sending, setSending] = useState(false);
  const [taken, setTaken] = useState<readonly number[]>([]);
  const days = daysOf(data);
  const asked = useAddressText("day").value;
  const date = days.includes(asked) ? asked : (days[0] ?? Temporal.Now.plainDateISO("UTC").toString());
  const line = hand.engagements.find((one) => one.id === open);
  const editable = step !== undefined;
  const sent = (): void => {
    setSending(false);
    setTaken([]);
    hand.discard();
  };
  return (
    <div className="split">
      <DaySheet data={data} days={days} date={date} zone={zone} hand={hand} editable={editable} onOpen={setOpen} />
      <DayAside
        {...{ detail, data, zone, making, hand, step }}
        onSend={() => setSending(true)}
        onTaken={(number) => setTaken([...taken, number])}
      />
      {line ? (
        <EngagementDialog
          key={line.id}
          line={line}
          hand={hand}
          editable={editable}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {sending && step !== undefined ? (
        <SendDialog
          {...{ dossier, hand, step, taken, making }}
          next={(version?.number ?? 0) + 1}
          requests={data.requests.filter((one) => one.answer === undefined)}
          onClose={() => setSending(false)}
          onSent={sent}
        />
      ) : null}
    </div>
  );
}
