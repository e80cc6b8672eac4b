// What stands around a control: its name, whether it may be left out, what is wrong with it. Each control
// and each group of them says in `data-path` where its value stands in the act's body, as a refusal tells it.

import { type ReactNode, useId } from "react";
import { useSay, Words } from "../../language/index.ts";
import { useFlaws } from "./context.ts";
import type { Flaw } from "./value.ts";

interface ControlNames {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
  readonly "aria-required": boolean;
}

interface FramedProps {
  readonly name: string;
  readonly path: string;
  readonly required: boolean;
  readonly hint?: ReactNode;
  children(control: ControlNames): ReactNode;
}

/** One labelled control. */
export function Framed({ name, path, required, hint, children }: FramedProps): ReactNode {
  const id = useId();
  const { flaws, problem } = useFlaws(path);
  const wrong = flaws.length > 0 || problem !== undefined;
  return (
    <div className="field" data-path={path}>
      <label htmlFor={id} className="field__name">
        {name}
        {required ? null : (
          <span className="muted">
            {" "}
            <Words id="parts.form.optional" />
          </span>
        )}
      </label>
      {children({
        id,
        "aria-describedby": wrong || hint !== undefined ? `${id}-flaw` : undefined,
        "aria-invalid": wrong,
        "aria-required": required,
      })}
      {wrong || hint !== undefined ? (
        <div id={`${id}-flaw`} className={wrong ? "flaw" : "small muted"}>
          {wrong ? <FlawWords flaws={flaws} problem={problem} /> : hint}
        </div>
      ) : null}
    </div>
  );
}

/** What is wrong at the path of several controls together. */
export function FlawsAt({ path }: { readonly path: string }): ReactNode {
  const { flaws, problem } = useFlaws(path);
  if (flaws.length === 0 && problem === undefined) return null;
  return (
    <div className="flaw">
      <FlawWords flaws={flaws} problem={problem} />
    </div>
  );
}

function FlawWords({
  flaws,
  problem,
}: {
  readonly flaws: readonly Flaw[];
  readonly problem: string | undefined;
}): ReactNode {
  const say = useSay();
  return (
    <>
      {flaws.map((flaw) => (
        <p key={flaw.problem}>{say(`parts.form.${flaw.problem}`, { limit: flaw.limit ?? 0 })}</p>
      ))}
      {problem === undefined ? null : (
        <p>
          <Words id="parts.form.refused" values={{ problem }} />
        </p>
      )}
    </>
  );
}
