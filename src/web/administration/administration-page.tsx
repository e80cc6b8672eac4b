// Administration of the own side. Each part asks the node by itself: who may not see it reads the refusal in its place.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { PageHead, Part, PlaceLink, useAddressText, usePageTitle, usePlaces, useSides, Who } from "../parts/index.ts";
import { AccessPart } from "./access-part.tsx";
import { CalendarsPart } from "./calendars-part.tsx";
import { KeysPart } from "./keys-part.tsx";
import { MachinePart } from "./machine-part.tsx";
import { OfficersPart } from "./officers-part.tsx";
import { PolicyPart } from "./policy-part.tsx";
import { RetentionPart } from "./retention-part.tsx";
import "./administration.css";

const parts = {
  officers: OfficersPart,
  policy: PolicyPart,
  calendars: CalendarsPart,
  retention: RetentionPart,
  access: AccessPart,
  keys: KeysPart,
  node: MachinePart,
} as const;

type PartName = keyof typeof parts;

export function Page(): ReactNode {
  const say = useSay();
  const { own } = useSides();
  const places = usePlaces();
  const address = useAddressText("part");
  const shown: PartName = isPart(address.value) ? address.value : "officers";
  usePageTitle(`${say(`administration.part.${shown}`)} · ${say("administration.title")}`);
  const Shown = parts[shown];
  return (
    <>
      <PageHead
        kicker={<Words id="administration.title" />}
        title={<Words id={`administration.part.${shown}`} />}
        sub={<Who party={own} />}
      />
      <nav className="admin__parts" aria-label={say("administration.title")}>
        {Object.keys(parts).map((name) => (
          <PlaceLink key={name} to={`${places.administration}?part=${name}`} current={name === shown}>
            <Words id={`administration.part.${name}`} />
          </PlaceLink>
        ))}
      </nav>
      <Part key={shown} about={shown}>
        <Shown />
      </Part>
    </>
  );
}

function isPart(name: string): name is PartName {
  return Object.hasOwn(parts, name);
}
