// An instant that an act says, on both sides' clocks.

import type { ReactNode } from "react";
import { useDates, wallIn } from "../language/index.ts";
import { usePartyName, useSides } from "../parts/index.ts";

export function InstantSaid({ instant }: { readonly instant: string }): ReactNode {
  const { own, other, parties } = useSides();
  const name = usePartyName();
  const dates = useDates();
  if (Number.isNaN(Date.parse(instant))) return <bdi>{instant}</bdi>;
  return (
    <span className="clocks clocks--lines">
      {[own, other].map((party) => {
        const wall = wallIn(parties.find((side) => side.party === party)?.zone ?? "UTC", instant);
        return (
          <span key={party} className="clocks__one">
            {name(party)} <bdi className="t">{dates.day(wall)}</bdi> <bdi className="t">{dates.time(wall)}</bdi>
          </span>
        );
      })}
    </span>
  );
}
