// A level without its releasability: only where a table's drawer and the page's banner carry the rest.

import type { ReactNode } from "react";
import { type LabelLike, rankOf, useBannerLabel, useLevelName } from "./label.tsx";
import { useSides } from "./sides.tsx";

export function LevelMark({ label }: { readonly label: LabelLike }): ReactNode {
  const sides = useSides();
  const levelName = useLevelName();
  useBannerLabel(label);
  return (
    <span className={`lbl lv-${Math.min(3, rankOf(sides, label.classification))}`}>
      <b>{levelName(label.classification)}</b>
    </span>
  );
}
