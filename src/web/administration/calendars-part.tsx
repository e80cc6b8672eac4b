// The working calendars by which deadlines are counted: the own side's first. They stand in the accord's annex and are
// changed by amending it, by both sides.

import type { ReactNode } from "react";
import type { WorkingCalendars } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useDates, useSay, Words } from "../language/index.ts";
import { Empty, PlaceLink, ScrollBox, Sheet, Told, useIn, usePlaces, useSides, Who } from "../parts/index.ts";

type Calendar = WorkingCalendars["items"][number];

export function CalendarsPart(): ReactNode {
  const accord = useAccordId();
  const { items, dossier } = useAsk("calendars", { params: { accord } });
  const { own, other } = useSides();
  const places = usePlaces();
  return (
    <>
      <p className="small soft">
        <Words id={dossier === undefined ? "administration.calendars.cards" : "administration.calendars.annex"} />{" "}
        {dossier === undefined ? null : (
          <PlaceLink to={places.dossier(dossier)}>
            <Words id="administration.calendars.dossier" />
          </PlaceLink>
        )}
      </p>
      {[own, other].flatMap((party) =>
        items.filter((one) => one.party === party).map((one) => <CalendarSheet key={party} calendar={one} />),
      )}
    </>
  );
}

/** 3 January 2000 was a Monday: the first day of the week, as ISO 8601 counts them. */
const monday = Date.UTC(2000, 0, 3);
const dayMs = 86_400_000;
const week = [1, 2, 3, 4, 5, 6, 7] as const;

function CalendarSheet({ calendar }: { readonly calendar: Calendar }): ReactNode {
  const dates = useDates();
  const { zone, weekend, holidays } = calendar;
  const dayName = (day: number): string => dates.weekdayName({ at: monday + (day - 1) * dayMs, zone: "UTC" });
  return (
    <Sheet title={<Who party={calendar.party} />} aside={<bdi className="mono small">{zone}</bdi>}>
      <dl className="pairs sheet__body">
        <dt>
          <Words id="administration.calendars.working" />
        </dt>
        <dd>
          {week
            .filter((day) => !weekend.includes(day))
            .map(dayName)
            .join(" · ")}
        </dd>
        <dt>
          <Words id="administration.calendars.weekend" />
        </dt>
        <dd>{weekend.map(dayName).join(" · ")}</dd>
      </dl>
      {holidays.length === 0 ? (
        <Empty title={<Words id="administration.calendars.none" />} />
      ) : (
        <Holidays calendar={calendar} />
      )}
    </Sheet>
  );
}

function Holidays({ calendar }: { readonly calendar: Calendar }): ReactNode {
  const say = useSay();
  const dates = useDates();
  const read = useIn();
  return (
    <ScrollBox label={say("administration.calendars.holidays", { party: calendar.party })}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">
              <Words id="administration.calendars.day" />
            </th>
            <th scope="col">
              <Words id="administration.calendars.holiday" />
            </th>
          </tr>
        </thead>
        <tbody>
          {calendar.holidays.map((one) => (
            <tr key={one.date}>
              <td>
                <bdi className="t">{dates.day({ at: Date.parse(`${one.date}T12:00:00Z`), zone: "UTC" })}</bdi>
              </td>
              <td>
                <Told text={read(one.names)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
