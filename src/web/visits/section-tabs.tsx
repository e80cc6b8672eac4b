// The two halves of a visit: who may enter, which is the security authorities', and who is received, which is
// protocol's.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { PlaceLink, usePlaces } from "../parts/index.ts";

export function SectionTabs({ current }: { readonly current: "list" | "calendar" }): ReactNode {
  const say = useSay();
  const places = usePlaces();
  return (
    <nav className="tabs" aria-label={say("visits.sections")}>
      <PlaceLink to={places.visits} current={current === "list"}>
        <Words id="visits.section.list" />
      </PlaceLink>
      <PlaceLink to={`${places.visits}?view=calendar`} current={current === "calendar"}>
        <Words id="visits.section.calendar" />
      </PlaceLink>
      <PlaceLink to={places.programmes}>
        <Words id="visits.section.programmes" />
      </PlaceLink>
    </nav>
  );
}
