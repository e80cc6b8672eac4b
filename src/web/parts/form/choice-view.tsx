// One of several forms: which one, and under it that one's fields. What was typed under another stays there.

import { type ReactNode, useId } from "react";
import { Words } from "../../language/index.ts";
import { type FieldProps, useForm } from "./context.ts";
import { blankOf, choiceIn, type Entry, withChosen, withForm } from "./entry.ts";
import type { ChoiceField } from "./field.ts";
import { FlawsAt } from "./frame.tsx";
import { Members } from "./group-view.tsx";
import { useMemberName, useOptionName } from "./names.ts";

export function ChoiceView({ field, entry, path, name, required, onChange }: FieldProps<ChoiceField>): ReactNode {
  const optionName = useOptionName();
  const memberName = useMemberName();
  const group = useId();
  const { chosen, form } = choiceIn(field, entry);
  const legend = name === "" && field.by !== undefined ? memberName(field.by) : name;
  const choose = (next: string): void => {
    const alternative = field.alternatives.find((one) => one.name === next);
    if (!alternative) return;
    const known = choiceIn(field, withChosen(entry, next)).form;
    onChange(
      known === undefined
        ? withForm(entry, { name: next, entry: blankOf(alternative.field) })
        : withChosen(entry, next),
    );
  };
  return (
    <fieldset className="group" data-path={path}>
      <legend>
        {legend}
        {required ? null : (
          <span className="muted">
            {" "}
            <Words id="parts.form.optional" />
          </span>
        )}
      </legend>
      <div className="choices">
        {field.alternatives.map((alternative) => (
          <label key={alternative.name} className="tick">
            <input
              type="radio"
              name={group}
              value={alternative.name}
              checked={alternative.name === chosen?.name}
              onChange={() => choose(alternative.name)}
            />
            {optionName(alternative.name)}
          </label>
        ))}
        {required || chosen === undefined ? null : (
          <button type="button" className="btn btn--quiet" onClick={() => onChange(withChosen(entry, ""))}>
            <Words id="parts.form.clear" />
          </button>
        )}
      </div>
      <FlawsAt path={path} />
      {chosen === undefined ? null : (
        <ChosenForm
          field={field}
          entry={form}
          path={path}
          name={name}
          onChange={(next) => onChange(withForm(entry, { name: chosen.name, entry: next }))}
          chosen={chosen}
        />
      )}
    </fieldset>
  );
}

interface ChosenFormProps {
  readonly field: ChoiceField;
  readonly chosen: ChoiceField["alternatives"][number];
  readonly entry: Entry | undefined;
  readonly path: string;
  readonly name: string;
  onChange(entry: Entry): void;
}

function ChosenForm({ field, chosen, ...rest }: ChosenFormProps): ReactNode {
  const { FieldView } = useForm();
  if (chosen.field.kind === "group") return <Members field={chosen.field} {...rest} without={field.by} />;
  return <FieldView field={chosen.field} {...rest} required />;
}
