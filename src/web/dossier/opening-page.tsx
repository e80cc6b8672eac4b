// Opening a dossier: the form of the step that opens it, or the choice of one where a procedure has several.

import { useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  ErrorOf,
  type FromPlan,
  PageHead,
  PlaceLink,
  RefusalNote,
  Sheet,
  useAddressText,
  useFromPlan,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useStepName,
} from "../parts/index.ts";
import { nameIn } from "./name-in.ts";
import { StepForm } from "./step-form.tsx";
import "./dossier.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const name = nameIn(params, "procedure");
  return <Opening key={name} name={name} />;
}

function Opening({ name }: { readonly name: string }): ReactNode {
  const accord = useAccordId();
  const say = useSay();
  const places = usePlaces();
  const navigate = useNavigate();
  const procedureName = useProcedureName();
  const stepName = useStepName();
  const procedure = useAsk("procedure", { params: { accord, procedure: name } });
  const chosen = useAddressText("step");
  const openings = procedure.steps.filter((step) => step.from === "opening");
  const step = openings.find((one) => one.name === chosen.value) ?? openings[0];
  const fromPlan = useFromPlan();
  const [unlinked, setUnlinked] = useState<string | undefined>(undefined);
  const done = async (act: string): Promise<void> => {
    // The dossier is open whatever becomes of its place in the plan: what was refused is said beside the way to it.
    if (fromPlan && !(await fromPlan.link(act))) setUnlinked(act);
    else void navigate({ to: fromPlan ? places.plan(fromPlan.plan) : places.dossier(act) });
  };
  const title = say("dossier.opening", { procedure: procedureName(name) });
  usePageTitle(title);
  return (
    <>
      <PageHead kicker={procedureName(name)} title={title} />
      <Sheet title={step === undefined ? "" : stepName(name, step.name)}>
        <div className="sheet__body stack">
          {fromPlan && unlinked !== undefined ? <Unlinked from={fromPlan} dossier={unlinked} /> : null}
          {openings.length > 1 ? (
            <div className="row row--wrap">
              {openings.map((one) => (
                <Button
                  key={one.name}
                  className="btn"
                  aria-pressed={one.name === step?.name}
                  onPress={() => chosen.set(one.name)}
                >
                  {stepName(name, one.name)}
                </Button>
              ))}
            </div>
          ) : null}
          {step === undefined ? (
            <p>
              <Words id="dossier.opening.none" />
            </p>
          ) : (
            <StepForm
              key={step.name}
              procedure={procedure}
              step={step}
              onDone={(act) => void done(act)}
              onLeave={() => void navigate({ to: places.openings })}
            />
          )}
        </div>
      </Sheet>
    </>
  );
}

/** The dossier is open, and does not stand under the plan's line. */
function Unlinked({ from, dossier }: { readonly from: FromPlan; readonly dossier: string }): ReactNode {
  const places = usePlaces();
  const { refusal, error } = from.making;
  return (
    <>
      <p>
        <PlaceLink to={places.dossier(dossier)}>
          <Words id="dossier.opening.unlinked" values={{ line: from.line }} />
        </PlaceLink>
      </p>
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {error === undefined ? null : <ErrorOf error={error} again={() => void from.link(dossier)} />}
    </>
  );
}
