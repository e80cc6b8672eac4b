// The phases one after the other: what each delivers and who accepts it, and whether its gate has been passed.

import type { ReactNode } from "react";
import { useName, useSay, Words } from "../language/index.ts";
import { Day, Sheet, Told, useIn, useNow, Who } from "../parts/index.ts";
import { milestoneOf, type PhaseShown, type ProjectShown } from "./project-data.ts";

interface GatesProps {
  readonly data: ProjectShown;
  readonly phases: readonly PhaseShown[];
}

export function GatesSheet({ data, phases }: GatesProps): ReactNode {
  const say = useSay();
  return (
    <Sheet title={say("projects.gates")}>
      <ol className="sheet__body project-gates">
        {phases.map((phase) => (
          <Gate key={phase.id} data={data} phase={phase} />
        ))}
      </ol>
    </Sheet>
  );
}

function Gate({ data, phase }: { readonly data: ProjectShown; readonly phase: PhaseShown }): ReactNode {
  const read = useIn();
  const name = useName();
  const state = milestoneOf(data, { phase: phase.id, now: useNow() });
  const late = state === "notMet" || state === "partiallyMet";
  return (
    <li>
      <h3>
        <Told text={read(phase.titles)} />
      </h3>
      <p>
        <Words id="projects.until" /> <Day date={phase.until} />
      </p>
      <span className={late ? "chip chip--warn" : "chip chip--plain"}>
        <Words id={`projects.milestone.${state}`} />
      </span>
      <ul>
        {data.deliverables
          .filter((one) => one.phase === phase.id)
          .map((one) => (
            <li key={one.id}>
              <Who party={one.owner} /> <Told text={one.id} /> · <Day date={one.due} /> ·{" "}
              <Words id={`projects.deliverable.${one.state}`} />
            </li>
          ))}
        {data.declined
          .filter((one) => one.phase === phase.id)
          .map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: refusals are only added, in their order.
            <li key={`${one.by} ${at}`}>
              <Who party={one.by} /> <Words id="projects.declined" />{" "}
              {one.codes.map((code) => name(`option.project.${code}`)).join(" · ")}
            </li>
          ))}
      </ul>
    </li>
  );
}
