// The parts of a step's form that these pages ask for in their own way: texts, documents, the label they are lowered
// to.

import type { ReactNode } from "react";
import type { Entry } from "../parts/form/index.ts";
import type { Envelope } from "../parts/upload/index.ts";
import { lowerIn, pickedIn, typedIn, withLower, withPicked, withTyped } from "./compose.ts";
import type { DocumentRead } from "./data.ts";
import { DocumentPicker } from "./document-picker.tsx";
import type { FormParts } from "./form-parts.ts";
import { LowerPicker } from "./lower-picker.tsx";
import { TypedText } from "./typed-text.tsx";

interface SpecialFieldsProps {
  readonly procedure: string;
  readonly step: string;
  readonly parts: FormParts;
  readonly entry: Entry;
  readonly documents: readonly DocumentRead[];
  readonly envelope: Envelope | undefined;
  /** Members that are needed and empty, once the officer has tried to send. */
  readonly missing: readonly string[];
  onChange(entry: Entry): void;
}

export function SpecialFields(props: SpecialFieldsProps): ReactNode {
  const { procedure, parts, entry, documents, envelope, missing, onChange } = props;
  const picked = pickedIn(entry);
  return (
    <>
      {parts.picked === undefined ? null : (
        <DocumentPicker
          procedure={procedure}
          field={parts.picked.name}
          documents={documents}
          picked={picked}
          missing={missing.includes(parts.picked.name)}
          onChange={(next) => onChange(withPicked(entry, next))}
        />
      )}
      {parts.label === undefined ? null : (
        <LowerPicker
          documents={documents.filter(({ digest }) => picked.includes(digest))}
          level={lowerIn(entry)}
          missing={missing.includes(parts.label.name)}
          onChange={(level) => onChange(withLower(entry, level))}
        />
      )}
      {parts.typed.map(({ name, required }) => (
        <TypedText
          key={name}
          procedure={procedure}
          field={name}
          required={required}
          typed={typedIn(entry, name)}
          missing={missing.includes(name)}
          envelope={envelope}
          onChange={(typed) => onChange(withTyped(entry, { name, typed }))}
        />
      ))}
    </>
  );
}
