// What can be done at once with the injects that are chosen: each step with how many of them it takes.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useSay, Words } from "../language/index.ts";
import { ErrorOf, RefusalNote, useMaking, useSides, useStepName } from "../parts/index.ts";
import { movable, moveBodies, moveNames } from "./injects-data.ts";
import type { ListProps } from "./injects-page.tsx";

interface MoveBarProps extends ListProps {
  readonly chosen: ReadonlySet<string>;
  readonly clear: () => void;
}

export function MoveBar({ detail, data, chosen, clear }: MoveBarProps): ReactNode {
  const { own } = useSides();
  const say = useSay();
  const stepName = useStepName();
  const making = useMaking({ procedure: "injects/1" });
  const { dossier } = detail.row;
  const offered = moveNames.filter((step) => detail.actions.some((one) => one.side === own && one.step === step));
  if (offered.length === 0) return null;
  const injects = Object.values(data.injects).filter((one) => chosen.has(one.row.id));
  return (
    <section className="sheet noprint" aria-label={say("exercises.moves")}>
      <div className="sheet__body stack">
        <div className="row row--wrap">
          <span>
            <Words id="exercises.chosen" values={{ count: chosen.size }} />
          </span>
          {offered.map((step) => {
            const fit = movable(step, { injects, own });
            return (
              <Button
                key={step}
                className="btn btn--primary"
                isDisabled={making.busy || fit.length === 0}
                onPress={async () => {
                  const bodies = moveBodies(step, fit);
                  if (await making.make(bodies.map((body) => ({ step, dossier, body })))) clear();
                }}
              >
                <span>
                  {stepName("injects", step)} <bdi className="t">({fit.length})</bdi>
                </span>
              </Button>
            );
          })}
        </div>
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
      </div>
    </section>
  );
}
