// A text in several languages: a line for each language of the accord, each in its own direction.

import type { ReactNode } from "react";
import { type FieldProps, useForm } from "./context.ts";
import { listIn, memberIn, textIn } from "./entry.ts";
import type { RecordField, TextField } from "./field.ts";
import { FlawsAt, Framed } from "./frame.tsx";
import { under } from "./value.ts";

type TextsProps = FieldProps<RecordField & { readonly value: TextField }>;

export function TextsView({ field, entry, path, name, required, onChange }: TextsProps): ReactNode {
  const { languages } = useForm();
  const rows = listIn(entry);
  const known = new Set(languages.map((language) => language.value));
  const others = rows
    .map((row) => textIn(memberIn(row, "key")))
    .filter((key) => key !== "" && !known.has(key))
    .map((key) => ({ value: key, text: key }));
  const write = (key: string, text: string): void => {
    const at = rows.findIndex((row) => memberIn(row, "key") === key);
    const row = { key, value: text };
    onChange(at < 0 ? [...rows, row] : rows.toSpliced(at, 1, row));
  };
  return (
    <fieldset className="group group--texts" data-path={path}>
      <legend>{name}</legend>
      <FlawsAt path={path} />
      {[...languages, ...others].map((language) => (
        <Framed key={language.value} name={language.text} path={under(path, language.value)} required={required}>
          {({ "aria-required": _, ...control }) => {
            const shared = {
              ...control,
              lang: language.value,
              dir: "auto",
              value: textIn(
                memberIn(
                  rows.find((row) => memberIn(row, "key") === language.value),
                  "value",
                ),
              ),
            };
            return field.value.format === "prose" ? (
              <textarea
                {...shared}
                className="input input--prose"
                rows={2}
                onChange={(event) => write(language.value, event.target.value)}
              />
            ) : (
              <input {...shared} className="input" onChange={(event) => write(language.value, event.target.value)} />
            );
          }}
        </Framed>
      ))}
    </fieldset>
  );
}
