// Times on a page: on the reader's own side's clock, with the other side's beside or on hovering; numbers and times in
// a `bdi`, so that a line of the other direction does not turn them round.

import type { ReactNode } from "react";
import { useDates, useSay, type Wall, wallIn, wallOf } from "../language/index.ts";
import { useNow } from "./now.tsx";
import { usePartyName, useSides } from "./sides.tsx";

/** An instant with both sides' clocks, as the API tells it. */
export type Local = Readonly<Record<string, string>>;

/** What the own side's clock shows; undefined where the API did not tell it. */
export function useOwnWall(): (local: Local) => Wall | undefined {
  const { own } = useSides();
  return (local) => wallOf(local[own] ?? "");
}

/** An instant on the own side's clock. */
export function useOwnClock(): (instant: string | number) => Wall {
  const { own, parties } = useSides();
  const zone = parties.find((side) => side.party === own)?.zone ?? "UTC";
  return (instant) => wallIn(zone, instant);
}

/** Both clocks in words: "Maroc 24.11.2021, 15:30 · Israël 24.11.2021, 16:30". */
export function useBothClocks(): (local: Local) => string {
  const { own, other } = useSides();
  const name = usePartyName();
  const dates = useDates();
  const say = useSay();
  return (local) =>
    [own, other]
      .flatMap((party) => {
        const wall = wallOf(local[party] ?? "");
        if (wall === undefined) return [];
        return [say("parts.clock", { party: name(party), day: dates.day(wall), time: dates.time(wall) })];
      })
      .join(" · ");
}

/** A date and time on the own side's clock; both clocks on hovering and for a screen reader. */
export function When({ local, only }: { readonly local: Local; readonly only?: "day" | "time" }): ReactNode {
  const wall = useOwnWall()(local);
  const dates = useDates();
  const both = useBothClocks()(local);
  if (wall === undefined) return null;
  return (
    <span title={both}>
      {only === "time" ? null : <bdi className="t">{dates.day(wall)}</bdi>}
      {only === undefined ? " " : null}
      {only === "day" ? null : <bdi className="t">{dates.time(wall)}</bdi>}
    </span>
  );
}

/** A day of the calendar, `YYYY-MM-DD`, in the reader's language. */
export function Day({ date }: { readonly date: string }): ReactNode {
  const dates = useDates();
  return <bdi className="t">{dates.day(wallIn("UTC", `${date}T00:00:00Z`))}</bdi>;
}

/** An instant on the own side's clock, where the API told it by one clock only. */
export function Moment({ at }: { readonly at: string | number }): ReactNode {
  const dates = useDates();
  const wall = useOwnClock()(at);
  return (
    <span>
      <bdi className="t">{dates.day(wall)}</bdi> <bdi className="t">{dates.time(wall)}</bdi>
    </span>
  );
}

/** Both sides' clocks, each on its line: what stands under every deadline. */
export function BothClocks({ local }: { readonly local: Local }): ReactNode {
  const { own, other } = useSides();
  const name = usePartyName();
  const dates = useDates();
  return (
    <span className="clocks">
      {[own, other].map((party) => {
        const wall = wallOf(local[party] ?? "");
        if (wall === undefined) return null;
        return (
          <span key={party} className="clocks__one">
            {name(party)} <bdi className="t">{dates.day(wall)}</bdi> <bdi className="t">{dates.time(wall)}</bdi>
          </span>
        );
      })}
    </span>
  );
}

/** A deadline as a chip: today by its hour, on straw; later by weekday and date; passed, said so. */
export function DeadlineChip({ due }: { readonly due: { readonly at: string; readonly local: Local } }): ReactNode {
  const say = useSay();
  const dates = useDates();
  const both = useBothClocks()(due.local);
  const wall = useOwnWall()(due.local);
  const clock = useOwnClock();
  const now = useNow();
  if (wall === undefined) return null;
  const today = clock(now);
  const time = dates.time(wall);
  const past = Date.parse(due.at) < now;
  const sameDay = dates.day(today) === dates.day(wall);
  const words = past
    ? say("parts.due.past", { day: dates.day(wall) })
    : sameDay
      ? say("parts.due.today")
      : `${dates.weekday(wall)} `;
  return (
    <span className={past || sameDay ? "chip chip--warn" : "chip"} title={both}>
      <span>
        {words}
        {past ? null : sameDay ? (
          <bdi className="t">{time}</bdi>
        ) : (
          <>
            <bdi className="t">{dates.dayOfMonth(wall)}</bdi>
            {time === "00:00" || time === "23:59" ? null : (
              <>
                {say("parts.comma")} <bdi className="t">{time}</bdi>
              </>
            )}
          </>
        )}
        <span className="vh"> ({both})</span>
      </span>
    </span>
  );
}

/** A number in its own direction, grouped as the language groups. */
export function Num({ children }: { readonly children: number }): ReactNode {
  return <bdi className="t">{useDates().number(children)}</bdi>;
}
