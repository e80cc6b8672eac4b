// The sheet of one day: its version and clock, the lines whose time is to be set, the timeline, a line to be added.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useDates, useSay, useSpeech, Words, wallIn } from "../language/index.ts";
import { Empty, Sheet, useAddressText, useNow } from "../parts/index.ts";
import { useLineWords } from "./line-words.ts";
import { addedLine, newLineId } from "./new-line.ts";
import { latestVersion, type ProgrammeShown } from "./programme-data.ts";
import { Timeline } from "./timeline.tsx";
import type { EditsInHand } from "./use-edits.ts";

interface DaySheetProps {
  readonly data: ProgrammeShown;
  readonly days: readonly string[];
  readonly date: string;
  readonly zone: string;
  readonly hand: EditsInHand;
  readonly editable: boolean;
  readonly onOpen: (id: string) => void;
}

export function DaySheet({ data, days, date, zone, hand, editable, onOpen }: DaySheetProps): ReactNode {
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
