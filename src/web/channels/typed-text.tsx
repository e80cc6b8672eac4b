// A document that is one text, as most are: typed here and sealed when the act is made; or a file in its place.

import { type ReactNode, useId } from "react";
import { Button } from "react-aria-components";
import { Words } from "../language/index.ts";
import { useFieldName } from "../parts/index.ts";
import { DocumentUpload, type Envelope } from "../parts/upload/index.ts";
import type { Typed } from "./compose.ts";

interface TypedTextProps {
  readonly procedure: string;
  /** The member of the body. */
  readonly field: string;
  readonly required: boolean;
  readonly typed: Typed;
  /** It is needed, the officer has tried to send, and nothing stands there. */
  readonly missing: boolean;
  readonly envelope: Envelope | undefined;
  onChange(typed: Typed): void;
}

export function TypedText(props: TypedTextProps): ReactNode {
  const { procedure, field, typed, envelope, onChange } = props;
  const name = useFieldName()(procedure, field);
  if (typed.as === "text") return <TextArea {...props} name={name} />;
  return (
    <div className="stack">
      {envelope === undefined ? null : (
        <DocumentUpload
          name={name}
          kept={typed.file}
          onChange={(file) => onChange({ ...typed, file })}
          envelope={envelope}
        >
          {props.missing ? (
            <p className="flaw">
              <Words id="channels.text.unsealed" />
            </p>
          ) : null}
        </DocumentUpload>
      )}
      <p>
        <Button className="btn btn--quiet" onPress={() => onChange({ ...typed, as: "text" })}>
          <Words id="channels.text.type" />
        </Button>
      </p>
    </div>
  );
}

function TextArea({ name, required, typed, missing, onChange }: TypedTextProps & { readonly name: string }): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field__name" htmlFor={id}>
        {name}
        {required ? null : (
          <span className="muted">
            {" "}
            <Words id="parts.form.optional" />
          </span>
        )}
      </label>
      <textarea
        id={id}
        className="input input--prose"
        dir="auto"
        rows={4}
        value={typed.text}
        aria-required={required}
        aria-invalid={missing}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange({ ...typed, text: event.target.value })}
      />
      <div id={`${id}-note`} className={missing ? "flaw" : "small muted"}>
        <Words id={missing ? "parts.form.required" : "channels.text.sealed"} />
      </div>
      <p>
        <Button className="btn btn--quiet" onPress={() => onChange({ ...typed, as: "file" })}>
          <Words id="channels.text.file" />
        </Button>
      </p>
    </div>
  );
}
