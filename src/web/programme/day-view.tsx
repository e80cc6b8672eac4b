// The day as a timeline, and beside it what is to be done about it: clashes with their ways out, edits not yet sent,
// the other side's requests, the next steps, the delegations.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { clashesOf } from "../../procedures/index.ts";
import { useDates, useSay, useSpeech, Words, wallIn } from "../language/index.ts";
import { Empty, type Making, Sheet, useAddressText, useNow, useSides } from "../parts/index.ts";
import { ClashNote } from "./clash-note.tsx";
import { Delegations } from "./delegations.tsx";
import { isEdited } from "./edits.ts";
import { EditsBar } from "./edits-bar.tsx";
import { EngagementDialog } from "./engagement-dialog.tsx";
import { useLineWords } from "./line-words.ts";
import { addedLine, newLineId } from "./new-line.ts";
import { NextSteps } from "./next-steps.tsx";
import { PendingChange } from "./pending-change.tsx";
import { daysOf, latestVersion, type OpenRequest, type ProgrammeShown } from "./programme-data.ts";
import { RequestsSheet } from "./requests-sheet.tsx";
import { SendDialog } from "./send-dialog.tsx";
import { editingStep } from "./sending.ts";
import { Timeline } from "./timeline.tsx";
import { type EditsInHand, useEdits } from "./use-edits.ts";

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
  const next = (version?.number ?? 0) + 1;
  const asks = step === "requestChange";
  const take = (changes: OpenRequest["changes"], gesture: string): boolean => {
    making.forget();
    return hand.change({ gesture, changes }) === undefined;
  };
  const mayDecline = detail.actions.some((one) => one.step === "declineRequest" && one.side === own);
  return (
    <div className="split">
      <DaySheet
        data={data}
        days={days}
        date={date}
        zone={zone}
        hand={hand}
        editable={step !== undefined}
        onOpen={setOpen}
      />
      <aside className="stack split__aside">
        {clashesOf(hand.engagements).map((clash) => (
          <ClashNote
            key={`${clash.from} ${clash.to}`}
            engagements={hand.engagements}
            clash={clash}
            zone={zone}
            next={next}
            asks={asks}
            {...(step === undefined
              ? {}
              : { onTake: (one) => take([...one.changes], `clash ${clash.from} ${clash.to}`) && setSending(true) })}
          />
        ))}
        {step === undefined ? null : <EditsBar hand={hand} next={next} asks={asks} onSend={() => setSending(true)} />}
        <PendingChange detail={detail} data={data} making={making} />
        <RequestsSheet
          data={data}
          dossier={dossier}
          making={making}
          mayDecline={mayDecline}
          onTake={
            step === "changeEngagement"
              ? (one) => {
                  if (take(one.changes, `request ${one.number}`)) setTaken([...taken, one.number]);
                }
              : undefined
          }
        />
        <NextSteps dossier={detail} data={data} making={making} editing={isEdited(hand.edits)} />
        <Delegations data={data} />
      </aside>
      {line ? (
        <EngagementDialog
          key={line.id}
          line={line}
          hand={hand}
          editable={step !== undefined}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {sending && step !== undefined ? (
        <SendDialog
          dossier={dossier}
          hand={hand}
          step={step}
          next={next}
          requests={data.requests.filter((one) => one.answer === undefined)}
          taken={taken}
          making={making}
          onClose={() => setSending(false)}
          onSent={() => {
            setSending(false);
            setTaken([]);
            hand.discard();
          }}
        />
      ) : null}
    </div>
  );
}

interface DaySheetProps {
  readonly data: ProgrammeShown;
  readonly days: readonly string[];
  readonly date: string;
  readonly zone: string;
  readonly hand: EditsInHand;
  readonly editable: boolean;
  readonly onOpen: (id: string) => void;
}

function DaySheet({ data, days, date, zone, hand, editable, onOpen }: DaySheetProps): ReactNode {
  const day = useAddressText("day");
  const say = useSay();
  const dates = useDates();
  const version = latestVersion(data);
  const made = version && wallIn(zone, version.at);
  return (
    <Sheet
      title={<Words id="programme.day" />}
      aside={
        <span className="small muted">
          {version && made ? (
            <Words
              id="programme.version.dated"
              values={{ number: version.number, day: dates.day(made), time: dates.time(made) }}
            />
          ) : null}
          {" · "}
          <Words id="programme.zone" values={{ zone: offsetName(zone, date) }} />
        </span>
      }
    >
      {days.length > 1 ? (
        <fieldset className="tabs">
          <legend className="vh">{say("programme.dayPicker")}</legend>
          {days.map((one) => (
            <button key={one} type="button" aria-pressed={one === date} onClick={() => day.set(one)}>
              {dates.weekday(wallIn("UTC", `${one}T00:00:00Z`))} {dates.dayOfMonth(wallIn("UTC", `${one}T00:00:00Z`))}
            </button>
          ))}
        </fieldset>
      ) : null}
      {hand.engagements.length === 0 ? (
        <Empty title={<Words id="programme.empty" />}>
          <p className="soft">
            <Words id={editable ? "programme.empty.write" : "programme.empty.wait"} />
          </p>
        </Empty>
      ) : null}
      <Untimed hand={hand} date={date} onOpen={onOpen} />
      <Timeline date={date} zone={zone} hand={hand} editable={editable} onOpen={onOpen} now={useMinuteOf(date, zone)} />
      {editable ? <AddLine hand={hand} date={date} zone={zone} onOpen={onOpen} /> : null}
    </Sheet>
  );
}

/** "GMT+1": a zone's offset on that day, and the city its clock is named by. */
function offsetName(zone: string, date: string): string {
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(
    new Date(`${date}T12:00:00Z`),
  );
  return `${city}, ${parts.find((part) => part.type === "timeZoneName")?.value ?? ""}`;
}

/** The minute of the day by the node's clock, on the day itself. */
function useMinuteOf(date: string, zone: string): number | undefined {
  const now = useNow();
  const opens = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
  const minute = (now - opens) / 60_000;
  return minute >= 0 && minute < 24 * 60 ? minute : undefined;
}

interface UntimedProps {
  readonly hand: EditsInHand;
  readonly date: string;
  readonly onOpen: (id: string) => void;
}

/** Lines whose time is to be set, in running order. */
function Untimed({ hand, date, onOpen }: UntimedProps): ReactNode {
  const words = useLineWords();
  const lines = hand.engagements.filter((one) => one.start.time === undefined && one.start.date === date);
  if (lines.length === 0) return null;
  return (
    <div className="untimed">
      <h3>
        <Words id="programme.untimed" values={{ count: lines.length }} />
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Button className="btn" onPress={() => onOpen(line.id)}>
              {words.name(line)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AddLineProps extends UntimedProps {
  readonly zone: string;
}

function AddLine({ hand, date, zone, onOpen }: AddLineProps): ReactNode {
  const say = useSay();
  const { language } = useSpeech();
  const add = (): void => {
    const id = newLineId(hand.engagements);
    const change = addedLine({ id, titles: { [language]: say("programme.line.new") }, date, zone });
    if (hand.change({ gesture: `add ${id}`, changes: [change] }) === undefined) onOpen(id);
  };
  return (
    <div className="sheet__body noprint">
      <Button className="btn" onPress={add}>
        <Words id="programme.line.add" />
      </Button>
    </div>
  );
}
