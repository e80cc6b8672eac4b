// The next fourteen days on this side's calendar, with the days on which a side does not work: deadlines on their day,
// visits and programmes over theirs. On a small screen a list.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Overview } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { useDates, useSay, type Wall, Words, wallOf } from "../language/index.ts";
import {
  Empty,
  ErrorOf,
  Icon,
  type IconName,
  iconOf,
  PlaceLink,
  placeOfDossier,
  Seal,
  Sheet,
  Told,
  toldText,
  useDeadlineName,
  useDossierTitle,
  usePartyName,
  usePlaces,
  useProcedureName,
  useSides,
} from "../parts/index.ts";
import { daysFrom, type Laid, layOut, type Span } from "./lanes.ts";

interface Happening extends Span {
  readonly key: string;
  readonly icon: IconName;
  readonly kind: string;
  readonly title: string;
  readonly to: string;
}

/** Lanes drawn; what needs more is counted. */
const lanesMax = 7;

export function DaysAhead({ overview }: { readonly overview: Overview }): ReactNode {
  const { happenings, error } = useHappenings(overview);
  const days = overview.days.map((day) => ({ ...day, wall: wallAt(day.date) }));
  const dates = useDates();
  const laid = layOut(happenings, days.length);
  const [first] = days;
  const last = days.at(-1);
  const months = [first, last].flatMap((day) => (day === undefined ? [] : [dates.month(day.wall)]));
  return (
    <Sheet
      title={<Words id="dashboard.days" />}
      aside={<span className="small muted">{[...new Set(months)].join(" – ")}</span>}
    >
      {error ? <ErrorOf error={error.cause} again={error.again} /> : null}
      {laid.length === 0 && !error ? <Empty title={<Words id="dashboard.noDays" />} /> : null}
      <Grid days={days} laid={laid} />
      <List days={days} laid={laid} />
    </Sheet>
  );
}

/** A date that is nowhere's in particular, as the dates are formatted. */
function wallAt(date: string): Wall {
  return { at: Date.parse(date), zone: "UTC" };
}

/** What falls in those days; with the error where the visits or the programmes could not be had. */
function useHappenings(overview: Overview): {
  readonly happenings: readonly Happening[];
  readonly error: { readonly cause: unknown; again(): void } | undefined;
} {
  const accord = useAccordId();
  const { own } = useSides();
  const places = usePlaces();
  const titleOf = useDossierTitle();
  const procedureName = useProcedureName();
  const deadlineName = useDeadlineName();
  const from = overview.days[0]?.date ?? "";
  const until = overview.days.at(-1)?.date ?? "";
  const query = { from, until, open: true, limit: 60 };
  const visits = useQuery(queryOf("visits", { params: { accord }, query }));
  const programmes = useQuery(queryOf("programmes", { params: { accord }, query }));
  const failed = [visits, programmes].find((one) => one.error !== null);
  const spanOf = (begin: string, end: string): Span => ({ from: daysFrom(from, begin), until: daysFrom(from, end) });
  const journeys = [...(visits.data?.items ?? []), ...(programmes.data?.items ?? [])].flatMap((item): Happening[] => {
    const { row } = item;
    if (item.from === undefined || item.until === undefined) return [];
    return [
      {
        key: `on ${row.dossier}`,
        icon: iconOf(row.procedure),
        kind: procedureName(row.procedure),
        title: titleOf(row),
        to: placeOfDossier(places, row),
        ...spanOf(item.from, item.until),
      },
    ];
  });
  const deadlines = overview.due.flatMap((row): Happening[] => {
    const wall = wallOf(row.due?.local[own] ?? "");
    if (row.due === undefined || wall === undefined) return [];
    const day = Math.floor((wall.at - Date.parse(from)) / 86_400_000);
    return [
      {
        key: `due ${row.dossier}`,
        icon: "clock",
        kind: deadlineName(row.procedure, row.due.name),
        title: titleOf(row),
        to: placeOfDossier(places, row),
        from: day,
        until: day,
      },
    ];
  });
  return {
    happenings: [...journeys, ...deadlines],
    error: failed && { cause: failed.error, again: () => void failed.refetch() },
  };
}

interface DaysProps {
  readonly days: readonly (Overview["days"][number] & { readonly wall: Wall })[];
  readonly laid: readonly Laid<Happening>[];
}

function Grid({ days, laid }: DaysProps): ReactNode {
  const dates = useDates();
  const say = useSay();
  const name = usePartyName();
  const hidden = laid.filter((each) => each.lane >= lanesMax).length;
  return (
    <div className="cal">
      {days.map((day, i) => (
        <div
          key={day.date}
          className={`d${i === 0 ? " d--today" : ""}${day.off.length > 0 ? " d--off" : ""}`}
          style={{ gridColumn: i + 1, gridRow: 1 }}
          title={day.off.map((party) => say("dashboard.off", { party: name(party) })).join(" · ")}
        >
          {dates.weekday(day.wall)}
          <b>
            <bdi className="t">{new Date(day.wall.at).getUTCDate()}</bdi>
          </b>
          <span className="cal__off">
            {day.off.map((party) => (
              <span key={party}>
                <Seal party={party} size="small" hollow />
                <span className="vh">{say("dashboard.off", { party: name(party) })}</span>
              </span>
            ))}
          </span>
        </div>
      ))}
      {laid
        .filter((each) => each.lane < lanesMax)
        .map(({ thing, first, last, lane }) => (
          <div
            key={thing.key}
            className={first === last ? "e e--day" : "e"}
            style={{ gridColumn: `${first + 1} / span ${last - first + 1}`, gridRow: lane + 2 }}
            title={`${thing.kind} · ${toldText(thing.title)}`}
          >
            <PlaceLink to={thing.to}>
              <Icon name={thing.icon} />
              <span>
                <b>{thing.kind}</b> <Told text={thing.title} />
              </span>
            </PlaceLink>
          </div>
        ))}
      {hidden === 0 ? null : (
        <div className="cal__more" style={{ gridColumn: "1 / -1", gridRow: lanesMax + 2 }}>
          <Words id="dashboard.moreDays" values={{ count: hidden }} />
        </div>
      )}
    </div>
  );
}

function List({ days, laid }: DaysProps): ReactNode {
  const dates = useDates();
  const dayOf = (index: number): string => {
    const day = days[index];
    return day === undefined ? "" : dates.dayOfMonth(day.wall);
  };
  return (
    <div className="cal-list">
      {laid.map(({ thing, first, last }) => (
        <div key={thing.key} className="task task--date">
          <span className="muted small">
            <bdi className="t">{first === last ? dayOf(first) : `${dayOf(first)}–${dayOf(last)}`}</bdi>
          </span>
          <span>
            <Icon name={thing.icon} /> <b>{thing.kind}</b>{" "}
            <PlaceLink to={thing.to}>
              <Told text={thing.title} />
            </PlaceLink>
          </span>
        </div>
      ))}
    </div>
  );
}
