// The first page: what needs this side's decision, by deadline; what waits on the other side; the next fourteen days;
// the link.

import type { ReactNode } from "react";
import { useAccordId, useAsk } from "../api/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import { Num, PageHead, Part, PlaceLink, usePageTitle, usePlaces, useSides } from "../parts/index.ts";
import { DaysAhead } from "./days-ahead.tsx";
import { LinkHealth } from "./link-health.tsx";
import { TurnLists } from "./turn-lists.tsx";

export function Page(): ReactNode {
  const accord = useAccordId();
  const overview = useAsk("overview", { params: { accord } });
  const say = useSay();
  const dates = useDates();
  const places = usePlaces();
  const { own, parties } = useSides();
  usePageTitle(say("dashboard.title"));
  const zone = parties.find((side) => side.party === own)?.zone ?? "UTC";
  const today = wallIn(zone, overview.now);
  const mine = overview.turns.reduce((sum, turn) => sum + turn.own, 0);
  const theirs = overview.turns.reduce((sum, turn) => sum + turn.other, 0);
  const tonight = overview.own.filter(({ row }) => {
    const due = row.due?.at;
    return due !== undefined && dates.day(wallIn(zone, due)) === dates.day(today);
  }).length;
  return (
    <>
      <PageHead
        kicker={dates.long(today)}
        title={<Words id="dashboard.head" values={{ count: mine, shown: <Num>{mine}</Num> }} />}
        sub={
          <span>
            {tonight > 0 ? <Words id="dashboard.tonight" values={{ count: tonight }} /> : null}{" "}
            <Words id="dashboard.theirs" values={{ count: theirs, shown: <Num>{theirs}</Num> }} />
          </span>
        }
        actions={
          <PlaceLink className="btn" to={places.openings}>
            <Words id="dashboard.open" />
          </PlaceLink>
        }
      />
      <TurnLists overview={overview} counts={{ mine, theirs }} />
      <DaysAhead overview={overview} />
      <Part>
        <LinkHealth />
      </Part>
    </>
  );
}
