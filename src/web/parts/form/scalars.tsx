// The controls of single values. The browser's own controls, styled: they bring their keyboard, their pickers on a
// telephone and their names.

import type { ReactNode } from "react";
import { useSay, Words } from "../../language/index.ts";
import { type FieldProps, type Offered, useForm } from "./context.ts";
import { textIn } from "./entry.ts";
import type { Field, NumberField, OptionField, TextField } from "./field.ts";
import { FlawsAt, Framed } from "./frame.tsx";
import { InstantControl } from "./instant-control.tsx";
import { useOptionName } from "./names.ts";

export function TextControl(props: FieldProps<TextField>): ReactNode {
  const { field } = props;
  const { offered } = useForm();
  if (field.format === "instant") return <InstantControl {...props} />;
  const offers = offered(field.format);
  if (offers && !offers.free) return <OfferedControl {...props} offered={offers} />;
  return <TypedControl {...props} offered={offers} />;
}

const inputTypes: Readonly<Record<string, string>> = { date: "date", time: "time", email: "email", phone: "tel" };
/** Names and references are written from left to right whatever the language around them. */
const leftToRight: ReadonlySet<string> = new Set([
  "digest",
  "key",
  "code",
  "dossier",
  "zone",
  "phone",
  "email",
  "country",
]);

type TypedProps = FieldProps<TextField> & { readonly offered: Offered | undefined };

function TypedControl({ field, entry, path, name, required, onChange, offered }: TypedProps): ReactNode {
  const text = textIn(entry);
  const direction = leftToRight.has(field.format) ? "ltr" : "auto";
  if (field.format === "prose") {
    return (
      <Framed name={name} path={path} required={required}>
        {(control) => (
          <textarea
            {...control}
            className="input input--prose"
            dir="auto"
            rows={3}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Framed>
    );
  }
  return (
    <Framed name={name} path={path} required={required}>
      {(control) => (
        <>
          <input
            {...control}
            className="input"
            type={inputTypes[field.format] ?? "text"}
            dir={direction}
            value={text}
            autoComplete="off"
            {...(offered === undefined ? {} : { list: `${control.id}-list` })}
            onChange={(event) => onChange(event.target.value)}
          />
          {offered === undefined ? null : (
            <datalist id={`${control.id}-list`}>
              {offered.offers.map((offer) => (
                <option key={offer.value} value={offer.value}>
                  {offer.text}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Framed>
  );
}

type OfferedProps = FieldProps<TextField | OptionField> & { readonly offered: Offered };

/** One of what there is. What a draft holds and is no longer offered stays, so that nothing is lost unseen. */
export function OfferedControl({ entry, path, name, required, onChange, offered }: OfferedProps): ReactNode {
  const say = useSay();
  const text = textIn(entry);
  const known = text === "" || offered.offers.some((offer) => offer.value === text);
  return (
    <Framed name={name} path={path} required={required}>
      {(control) => (
        <select {...control} className="input" value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">{say("parts.form.none")}</option>
          {known ? null : <option value={text}>{text}</option>}
          {offered.offers.map((offer) => (
            <option key={offer.value} value={offer.value}>
              {offer.text}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

export function OptionControl({ field, ...props }: FieldProps<OptionField>): ReactNode {
  const optionName = useOptionName();
  const offers = field.options.map((value) => ({ value, text: optionName(value) }));
  return <OfferedControl field={field} {...props} offered={{ offers, free: false }} />;
}

export function NumberControl({ field, entry, path, name, required, onChange }: FieldProps<NumberField>): ReactNode {
  return (
    <Framed name={name} path={path} required={required} hint={<Bounds field={field} />}>
      {(control) => (
        <input
          {...control}
          className="input input--number"
          type="text"
          inputMode={field.integer ? "numeric" : "decimal"}
          dir="ltr"
          value={textIn(entry)}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Framed>
  );
}

function Bounds({ field }: { readonly field: NumberField }): ReactNode {
  const { min, max } = field;
  if (min === undefined || max === undefined) return null;
  return <Words id="parts.form.between" values={{ min: <bdi>{min}</bdi>, max: <bdi>{max}</bdi> }} />;
}

export function TickControl({ entry, path, name, onChange }: FieldProps): ReactNode {
  return (
    <div className="field" data-path={path}>
      <label className="tick">
        <input type="checkbox" checked={entry === true} onChange={(event) => onChange(event.target.checked)} />
        {name}
      </label>
      <FlawsAt path={path} />
    </div>
  );
}

export function AnswerControl({ entry, path, name, required, onChange }: FieldProps<Field>): ReactNode {
  const say = useSay();
  const offers = ["yes", "no"].map((value) => ({ value, text: say(`parts.${value}`) }));
  const field: OptionField = { kind: "option", options: ["yes", "no"] };
  return (
    <OfferedControl
      field={field}
      entry={entry}
      path={path}
      name={name}
      required={required}
      onChange={onChange}
      offered={{ offers, free: false }}
    />
  );
}
