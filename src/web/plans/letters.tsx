// The exchange of letters by which a signed plan is changed: what each would change, and its answer. The other side's
// letters are accepted here in one press; declining asks for its reasons on the dossier's page.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { PlanLetter, PlanTable } from "../../api/index.ts";
import { useName, Words } from "../language/index.ts";
import {
  Edge,
  ErrorOf,
  PlaceLink,
  RefusalNote,
  Sheet,
  Told,
  useFieldName,
  useMaking,
  usePlaces,
  useSides,
  useStepName,
  When,
  Who,
} from "../parts/index.ts";

export function Letters({ table }: { readonly table: PlanTable }): ReactNode {
  const making = useMaking({ procedure: "plan/1" });
  if (table.letters.length === 0) return null;
  const { dossier, state } = table.row;
  const answer = (step: string, letter: PlanLetter): void =>
    void making.make([{ step, dossier, body: { letter: letter.digest } }]);
  return (
    <Sheet title={<Words id="plans.letters" />}>
      <div className="sheet__body stack">
        {table.letters.toReversed().map((letter) => (
          <Letter
            key={`${letter.by} ${letter.reference}`}
            letter={letter}
            dossier={dossier}
            open={state === "executing" && letter.answer === undefined}
            isDisabled={making.busy}
            answer={answer}
          />
        ))}
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
      </div>
    </Sheet>
  );
}

interface LetterProps {
  readonly letter: PlanLetter;
  readonly dossier: string;
  readonly open: boolean;
  readonly isDisabled: boolean;
  answer(step: string, letter: PlanLetter): void;
}

function Letter({ letter, dossier, open, isDisabled, answer }: LetterProps): ReactNode {
  const { own } = useSides();
  const places = usePlaces();
  const stepName = useStepName();
  const step = letter.by === own ? "withdrawChange" : "acceptChange";
  return (
    <Edge party={letter.by}>
      <p className="row row--wrap">
        <Who party={letter.by} /> <Told text={letter.reference} /> <When local={letter.local} />
        <span className="chip chip--plain">
          <Words id={`plans.letter.${letter.answer ?? "open"}`} />
        </span>
      </p>
      <p>
        <Told text={letter.reason} />
      </p>
      <ul>
        {letter.changes.map((change, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter's changes never move.
          <li key={i}>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
      {open ? (
        <div className="row row--wrap">
          <Button className="btn btn--primary" isDisabled={isDisabled} onPress={() => answer(step, letter)}>
            <span>{stepName("plan", step)}</span>
          </Button>
          {step === "acceptChange" ? (
            <PlaceLink className="btn" to={`${places.dossier(dossier)}?step=declineChange`}>
              {stepName("plan", "declineChange")}
            </PlaceLink>
          ) : null}
        </div>
      ) : null}
    </Edge>
  );
}

/** "Change a line ma-03: First day 2031-03-04, Venue …" */
function ChangeWords({ change }: { readonly change: Readonly<Record<string, unknown>> }): ReactNode {
  const name = useName();
  const field = useFieldName();
  const { kind, line } = change;
  const id = typeof line === "string" ? line : idIn(line);
  const set = Object.entries(typeof change.set === "object" && change.set !== null ? change.set : {});
  return (
    <>
      {name(`option.plan.${String(kind)}`)} <bdi className="t">{id}</bdi>
      {set.map(([key, value]) => (
        <span key={key}>
          {" · "}
          {field("plan", key)} <Told text={typeof value === "string" ? value : JSON.stringify(value)} />
        </span>
      ))}
    </>
  );
}

function idIn(line: unknown): string {
  return typeof line === "object" && line !== null && "id" in line && typeof line.id === "string" ? line.id : "";
}
