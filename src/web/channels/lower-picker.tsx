// The label to which documents are lowered: a lower level of the same policy; whom they may be released to stays.

import { type ReactNode, useId } from "react";
import { Words } from "../language/index.ts";
import { rankOf, useSides } from "../parts/index.ts";
import type { DocumentRead } from "./data.ts";
import { useLevels } from "./tables.ts";

interface LowerPickerProps {
  /** The documents that are ticked. */
  readonly documents: readonly DocumentRead[];
  /** "" where none is chosen. */
  readonly level: string;
  readonly missing: boolean;
  onChange(level: string): void;
}

/** The levels of the documents' own policy that are below every one of them; none for documents of several policies. */
export function useLowerLevels(
  documents: readonly DocumentRead[],
): readonly { readonly code: string; readonly name: string }[] {
  const levels = useLevels();
  const [first] = documents;
  if (first === undefined || documents.some(({ label }) => label.policy !== first.label.policy)) return [];
  const all = levels.of(first.label.policy);
  const ranks = documents.map(({ label }) => all.findIndex(({ code }) => code === label.classification));
  return all.slice(0, Math.max(0, Math.min(...ranks)));
}

export function LowerPicker({ documents, level, missing, onChange }: LowerPickerProps): ReactNode {
  const sides = useSides();
  const levels = useLevels();
  const lower = useLowerLevels(documents);
  const policy = documents[0]?.label.policy ?? sides.labels.policy;
  const group = useId();
  return (
    <fieldset className="labelled">
      <legend className="field__name">
        <Words id="channels.lower.to" />
      </legend>
      {documents.length > 0 && lower.length === 0 ? (
        <p className="note small">
          <Words id="channels.lower.lowest" />
        </p>
      ) : (
        <span className="pick">
          {levels.of(policy).map((one) => (
            <label
              key={one.code}
              className={`lv-${Math.min(3, rankOf(sides, levels.accordLevel({ policy, classification: one.code })))}`}
            >
              <input
                type="radio"
                name={group}
                value={one.code}
                checked={one.code === level}
                disabled={!lower.some(({ code }) => code === one.code)}
                onChange={() => onChange(one.code)}
              />
              {one.name}
            </label>
          ))}
        </span>
      )}
      {missing ? (
        <p className="flaw" role="alert">
          <Words id="parts.form.choose" />
        </p>
      ) : null}
    </fieldset>
  );
}
