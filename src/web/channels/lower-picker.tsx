// The label to which documents are lowered: a lower level of the same policy; whom they may be released to stays.

import { type ReactNode, useId } from "react";
import { Words } from "../language/index.ts";
import { rankOf, useLevelName, useSides } from "../parts/index.ts";
import type { DocumentRead } from "./data.ts";

interface LowerPickerProps {
  /** The documents that are ticked. */
  readonly documents: readonly DocumentRead[];
  /** "" where none is chosen. */
  readonly level: string;
  readonly missing: boolean;
  onChange(level: string): void;
}

/** The levels below every one of the documents'. */
export function useLowerLevels(documents: readonly DocumentRead[]): readonly string[] {
  const sides = useSides();
  if (documents.length === 0) return [];
  const lowest = Math.min(...documents.map((one) => rankOf(sides, one.label.classification)));
  return sides.labels.levels.slice(0, lowest).map((level) => level.code);
}

export function LowerPicker({ documents, level, missing, onChange }: LowerPickerProps): ReactNode {
  const sides = useSides();
  const levelName = useLevelName();
  const levels = useLowerLevels(documents);
  const group = useId();
  return (
    <fieldset className="labelled">
      <legend className="field__name">
        <Words id="channels.lower.to" />
      </legend>
      {documents.length > 0 && levels.length === 0 ? (
        <p className="note small">
          <Words id="channels.lower.lowest" />
        </p>
      ) : (
        <span className="pick">
          {sides.labels.levels.map((one, rank) => (
            <label key={one.code} className={`lv-${Math.min(3, rank)}`}>
              <input
                type="radio"
                name={group}
                value={one.code}
                checked={one.code === level}
                disabled={!levels.includes(one.code)}
                onChange={() => onChange(one.code)}
              />
              {levelName(one.code)}
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
