// Values by a key of their own: a row for each, with its key before it.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useSay, Words } from "../../language/index.ts";
import { Icon } from "../icon.tsx";
import { type FieldProps, useForm } from "./context.ts";
import { blankOf, type Entry, listIn, memberIn, textIn, withItem, withMember, withoutItem } from "./entry.ts";
import type { RecordField } from "./field.ts";
import { FlawsAt } from "./frame.tsx";
import { under } from "./value.ts";

export function RecordView({ field, entry, path, name, required, onChange }: FieldProps<RecordField>): ReactNode {
  const say = useSay();
  const { FieldView } = useForm();
  const rows = listIn(entry);
  const change = (at: number, part: { readonly name: "key" | "value"; readonly entry: Entry }): void =>
    onChange(withItem(rows, { at, entry: withMember(rows[at], part) }));
  return (
    <fieldset className="group" data-path={path}>
      <legend>
        {name}
        {required ? null : (
          <span className="muted">
            {" "}
            <Words id="parts.form.optional" />
          </span>
        )}
      </legend>
      <FlawsAt path={path} />
      <ol className="items">
        {rows.map((row, at) => {
          const key = textIn(memberIn(row, "key"));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the key of a row is being typed.
            <li key={at} className="item">
              <div className="item__field">
                <FieldView
                  field={field.key}
                  entry={key}
                  path={`${under(path, key)}#`}
                  name={say("parts.form.key", { name })}
                  required
                  onChange={(next) => change(at, { name: "key", entry: next })}
                />
                <FieldView
                  field={field.value}
                  entry={memberIn(row, "value")}
                  path={under(path, key)}
                  name={field.value.kind === "group" ? key : name}
                  required
                  onChange={(next) => change(at, { name: "value", entry: next })}
                />
              </div>
              <div className="item__tools">
                <Button
                  className="btn btn--quiet"
                  aria-label={say("parts.form.take", { name, number: at + 1 })}
                  onPress={() => onChange(withoutItem(rows, at))}
                >
                  <Icon name="cross" />
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <Button className="btn" onPress={() => onChange([...rows, { key: "", value: blankOf(field.value) }])}>
        <Words id="parts.form.add" values={{ name }} />
      </Button>
    </fieldset>
  );
}
