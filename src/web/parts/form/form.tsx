// A whole form: its fields, and at its foot what is wrong when it cannot be sent yet. What is typed is kept from the
// first letter on, by the key it is given.

import { type ReactNode, useMemo, useRef, useState } from "react";
import type { JsonValue } from "../../../seal/index.ts";
import { Words } from "../../language/index.ts";
import type { FormAround } from "./context.ts";
import type { Entry } from "./entry.ts";
import type { Field } from "./field.ts";
import { FieldView } from "./field-view.tsx";
import { FormProvider } from "./provider.tsx";
import { bodyOf } from "./value.ts";
import "./form.css";

export interface FormProps {
  readonly field: Field;
  readonly entry: Entry;
  onChange(entry: Entry): void;
  readonly around: Pick<FormAround, "procedure" | "refused" | "offered" | "zones" | "languages" | "envelope">;
  /** The label, the articles: what stands between the fields and the button. */
  readonly children?: ReactNode;
  /** The button that sends, given whether anything is being sent. */
  readonly actions: ReactNode;
  onSend(body: JsonValue): void;
}

export function Form({ field, entry, onChange, around, children, actions, onSend }: FormProps): ReactNode {
  const [told, setTold] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const read = useMemo(() => bodyOf(field, entry), [field, entry]);
  const value: FormAround = { ...around, flaws: read.flaws, told, FieldView };
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTold(true);
        if (read.flaws.length === 0 && read.value !== undefined) onSend(read.value);
        // The first control that is wrong, once it has been marked so.
        else requestAnimationFrame(() => focusFlaw(form.current));
      }}
    >
      <FormProvider value={value}>
        <FieldView field={field} entry={entry} path="" name="" required onChange={onChange} />
      </FormProvider>
      {children}
      {told && read.flaws.length > 0 ? (
        <p className="flaw" role="alert">
          <Words id="parts.form.flaws" values={{ count: read.flaws.length }} />
        </p>
      ) : null}
      <div className="row row--wrap">{actions}</div>
    </form>
  );
}

function focusFlaw(form: HTMLFormElement | null): void {
  const control = form?.querySelector('[aria-invalid="true"], .flaw');
  if (!(control instanceof HTMLElement)) return;
  control.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
}
