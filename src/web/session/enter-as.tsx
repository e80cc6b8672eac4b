// Entering a demonstration as an officer of the story: one button for each function, by the service it belongs to. Who
// enters so has shown nothing, and the note above says it.

import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { DemonstrationFunctions, Session } from "../../api/index.ts";
import { call, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { useFunctionName } from "../parts/index.ts";
import { Problem } from "./problem.tsx";

type Officer = DemonstrationFunctions["items"][number];

export function EnterAs({ onEnter }: { readonly onEnter: (session: Session) => Promise<void> }): ReactNode {
  const { items } = useAsk("demonstrationFunctions");
  const functionName = useFunctionName();
  const id = useId();
  const [problem, setProblem] = useState<unknown>(undefined);
  const enter = async ({ officer }: Officer): Promise<void> => {
    setProblem(undefined);
    try {
      await onEnter(await call("enterDemonstration", { body: { officer } }));
    } catch (cause) {
      setProblem(cause);
    }
  };
  const services = [...new Set(items.map(({ service }) => service))];
  return (
    <section className="sheet">
      <div className="sheet__head">
        <h2>
          <Words id="session.enterAs" />
        </h2>
      </div>
      <div className="sheet__body stack">
        <p className="soft">
          <Words id="session.enterAsHint" />
        </p>
        {services.map((service) => (
          // biome-ignore lint/a11y/useSemanticElements: a legend takes no part in the grid.
          <div key={service} role="group" aria-labelledby={`${id}-${service}`} className="enter-as">
            <span id={`${id}-${service}`} className="enter-as__service">
              {functionName(service)}
            </span>
            <div className="row row--wrap">
              {items
                .filter((one) => one.service === service)
                .map((one) => (
                  <Button key={one.officer} className="btn" onPress={() => void enter(one)}>
                    {one.functions.map(functionName).join(" · ")}
                  </Button>
                ))}
            </div>
          </div>
        ))}
        {problem === undefined ? null : <Problem problem={problem} again={() => setProblem(undefined)} />}
      </div>
    </section>
  );
}
