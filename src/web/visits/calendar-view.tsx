// Visits and programmes on a month's calendar, on the host's days. A week begins after the own side's weekend. On a
// small screen the same is a list by day.

import { useQueries } from "@tanstack/react-query";
import type { CSSProperties, ReactNode } from "react";
import { Button } from "react-aria-components";
import { queryOf, useAccordId } from "../api/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import {
  Day,
  Empty,
  ErrorOf,
  Loading,
  ordinalOf,
  PlaceLink,
  Sheet,
  Told,
  toldText,
  useAddressText,
  useIn,
  useNow,
  useOwnClock,
  usePlaces,
  useSides,
} from "../parts/index.ts";
import { type Bar, calendarOf, isMonth, monthBeside, monthOf, shownDays, type Week } from "./month.ts";

interface Entry {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly title: string;
  readonly to: string;
  readonly host: string;
}

export function CalendarView(): ReactNode {
  const { own, parties } = useSides();
  const weekend = parties.find((side) => side.party === own)?.weekend ?? [6, 7];
  const today = useToday();
  const chosen = useAddressText("month");
  const month = isMonth(chosen.value) ? chosen.value : monthOf(today);
  const dates = useDates();
  const { entries, pending, error } = useEntries(shownDays(month, weekend));
  const weeks = calendarOf({ month, weekend, spans: entries });
  return (
    <Sheet
      title={<span className="month">{dates.month(wallIn("UTC", `${month}-01T00:00:00Z`))}</span>}
      aside={
        <div className="row">
          <Button className="btn" onPress={() => chosen.set(monthBeside(month, -1))}>
            <Words id="visits.calendar.before" />
          </Button>
          <Button className="btn" onPress={() => chosen.set("")}>
            <Words id="visits.calendar.now" />
          </Button>
          <Button className="btn" onPress={() => chosen.set(monthBeside(month, 1))}>
            <Words id="visits.calendar.after" />
          </Button>
        </div>
      }
    >
      {error ? <ErrorOf error={error.cause} again={error.again} /> : null}
      {pending ? <Loading /> : null}
      <Month weeks={weeks} entries={entries} today={today} />
      <ByDay entries={entries.filter((one) => monthOf(one.from) <= month && monthOf(one.until) >= month)} />
    </Sheet>
  );
}

function useToday(): string {
  const clock = useOwnClock();
  const wall = clock(useNow());
  return new Date(wall.at).toISOString().slice(0, 10);
}

interface Found {
  readonly entries: readonly Entry[];
  readonly pending: boolean;
  readonly error: { readonly cause: unknown; again(): void } | undefined;
}

/** What lies on the days shown, of both kinds. A month has at most so many of each. */
const most = 200;

function useEntries({ from, until }: { readonly from: string; readonly until: string }): Found {
  const accord = useAccordId();
  const places = usePlaces();
  const read = useIn();
  const input = { params: { accord }, query: { from, until, limit: most } };
  const [visits, programmes] = useQueries({ queries: [queryOf("visits", input), queryOf("programmes", input)] });
  const failed = [visits, programmes].find((one) => one.error !== null);
  const entries: Entry[] = [];
  for (const one of visits.data?.items ?? []) {
    const { dossier, title } = one.row;
    const days = one.from === undefined || one.until === undefined ? undefined : { from: one.from, until: one.until };
    const to = places.visit(dossier);
    if (days) entries.push({ id: dossier, ...days, title: one.reference || title, to, host: one.host });
  }
  for (const one of programmes.data?.items ?? []) {
    const { dossier, title } = one.row;
    const days = one.from === undefined || one.until === undefined ? undefined : { from: one.from, until: one.until };
    const to = places.programme(dossier);
    if (days) entries.push({ id: dossier, ...days, title: read(one.titles) || title, to, host: one.host });
  }
  return {
    entries,
    pending: visits.isPending || programmes.isPending,
    error: failed && { cause: failed.error, again: () => void failed.refetch() },
  };
}

interface MonthProps {
  readonly weeks: readonly Week[];
  readonly entries: readonly Entry[];
  readonly today: string;
}

function Month({ weeks, entries, today }: MonthProps): ReactNode {
  const dates = useDates();
  const say = useSay();
  return (
    <table className="mcal">
      <caption className="vh">{say("visits.section.calendar")}</caption>
      <thead>
        <tr>
          {(weeks[0]?.days ?? []).map((day) => (
            <th key={day.date} scope="col">
              {dates.weekday(wallIn("UTC", `${day.date}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <WeekRow key={week.days[0]?.date} week={week} entries={entries} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function WeekRow({ week, entries, today }: { readonly week: Week } & Omit<MonthProps, "weeks">): ReactNode {
  return (
    <tr style={lanes(week)}>
      {week.days.map((day, column) => {
        const classes = ["mcal__day", day.weekend ? "mcal__day--off" : "", day.inMonth ? "" : "mcal__day--other"];
        return (
          <td
            key={day.date}
            className={classes.filter((one) => one !== "").join(" ")}
            aria-current={day.date === today ? "date" : undefined}
          >
            <bdi className="t mcal__number">{Number(day.date.slice(8))}</bdi>
            {week.bars
              .filter((bar) => bar.start === column)
              .map((bar) => (
                <BarLink key={bar.id} bar={bar} entry={entries.find((one) => one.id === bar.id)} />
              ))}
          </td>
        );
      })}
    </tr>
  );
}

function lanes(week: Week): CSSProperties {
  const numbers: Record<string, number> = { "--lanes": week.lanes };
  return numbers;
}

function BarLink({ bar, entry }: { readonly bar: Bar; readonly entry: Entry | undefined }): ReactNode {
  const sides = useSides();
  if (!entry) return null;
  const numbers: Record<string, number> = { "--days": bar.days, "--lane": bar.lane };
  const style: CSSProperties = numbers;
  const edges = `${bar.began ? " bar--began" : ""}${bar.goesOn ? " bar--on" : ""}`;
  return (
    <div className={`bar bar--${ordinalOf(sides, entry.host)}${edges}`} style={style}>
      <PlaceLink to={entry.to} title={toldText(entry.title)}>
        <Told text={entry.title} />
      </PlaceLink>
    </div>
  );
}

/** The month as a list, for a small screen. */
function ByDay({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  if (entries.length === 0) return <Empty title={<Words id="visits.calendar.empty" />} />;
  const sorted = entries.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <ul className="mcal-list">
      {sorted.map((entry) => (
        <li key={entry.id}>
          <Day date={entry.from} />{" "}
          <PlaceLink to={entry.to}>
            <Told text={entry.title} />
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}
