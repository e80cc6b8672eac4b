// A label as its originator gave it: by the name of its own policy, in the colour of the accord's level that it is
// handled as.

import type { ReactNode } from "react";
import { Label, rankOf, useBannerLabel, useLevelName, useSides } from "../parts/index.ts";
import type { LabelRead } from "./data.ts";
import { useLevels } from "./tables.ts";

export function PolicyLabel({ label }: { readonly label: LabelRead }): ReactNode {
  const sides = useSides();
  if (label.policy === sides.labels.policy) return <Label label={label} />;
  return <NationalLabel label={label} />;
}

function NationalLabel({ label }: { readonly label: LabelRead }): ReactNode {
  const sides = useSides();
  const levels = useLevels();
  const levelName = useLevelName();
  const level = levels.accordLevel(label);
  useBannerLabel({ classification: level, releasableTo: label.releasableTo });
  return (
    <span className={`lbl lv-${Math.min(3, rankOf(sides, level))}`} title={label.policy}>
      <b>
        <bdi>{levels.nameOf(label)}</bdi>
      </b>
      <i>{levelName(level)}</i>
    </span>
  );
}
