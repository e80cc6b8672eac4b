// The label of an act to be made: its level, below the cap, and the parties it may be released to. Levels above the cap
// are struck out, with the reason beside. Both parties are always named: what is registered is held by both.

import { type ReactNode, useId } from "react";
import { Words } from "../../language/index.ts";
import { rankOf, useBannerLabel, useLevelName } from "../label.tsx";
import { useSides } from "../sides.tsx";

interface LabelPickerProps {
  readonly level: string;
  /** The highest level that may pass here. */
  readonly cap: string;
  onChange(level: string): void;
  /** What bears the label; the act when nothing else is said. */
  readonly legend?: ReactNode;
}

export function LabelPicker({ level, cap, onChange, legend }: LabelPickerProps): ReactNode {
  const sides = useSides();
  const levelName = useLevelName();
  const group = useId();
  const { levels } = sides.labels;
  useBannerLabel({ classification: level, releasableTo: [sides.own, sides.other].sort() });
  const above = levels.some((one) => rankOf(sides, one.code) > rankOf(sides, cap));
  return (
    <fieldset className="labelled">
      <legend className="field__name">{legend ?? <Words id="parts.form.label" />}</legend>
      <div className="row row--wrap">
        <span className="pick">
          {levels.map((one, rank) => (
            <label key={one.code} className={`lv-${Math.min(3, rank)}`}>
              <input
                type="radio"
                name={group}
                value={one.code}
                checked={one.code === level}
                disabled={rank > rankOf(sides, cap)}
                onChange={() => onChange(one.code)}
              />
              {levelName(one.code)}
            </label>
          ))}
        </span>
        <span className="small">
          <Words id="parts.form.releasable" values={{ parties: [sides.own, sides.other].join(" · ") }} />
        </span>
        {above ? (
          <span className="small muted">
            <Words id="parts.form.cap" values={{ level: levelName(cap) }} />
          </span>
        ) : null}
      </div>
    </fieldset>
  );
}
