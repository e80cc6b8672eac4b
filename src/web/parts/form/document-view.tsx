// A sealed document among the fields of a form: chosen, sealed while the form is written, and named by its reference.

import type { ReactNode } from "react";
import { Words } from "../../language/index.ts";
import { DocumentUpload } from "../upload/document-upload.tsx";
import { parseKeptUpload } from "../upload/kept-upload.ts";
import { type FieldProps, useFormEnvelope } from "./context.ts";
import { FlawsAt } from "./frame.tsx";

export function DocumentView({ entry, path, name, required, onChange }: FieldProps): ReactNode {
  const envelope = useFormEnvelope();
  const title = (
    <>
      {name}
      {required ? null : (
        <span className="muted">
          {" "}
          <Words id="parts.form.optional" />
        </span>
      )}
    </>
  );
  if (envelope === undefined) {
    return (
      <fieldset className="group">
        <legend>{title}</legend>
        <p className="note small">
          <Words id="parts.upload.nobody" />
        </p>
        <FlawsAt path={path} />
      </fieldset>
    );
  }
  return (
    <DocumentUpload name={title} kept={parseKeptUpload(entry)} onChange={onChange} envelope={envelope}>
      <FlawsAt path={path} />
    </DocumentUpload>
  );
}
