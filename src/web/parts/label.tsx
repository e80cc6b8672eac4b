// Labels: level and releasability as one object, and the banner of the page, which shows the highest label on it.
// Names of levels are the accord's, never a translation of ours.

import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from "react";
import { useSay } from "../language/index.ts";
import { type Sides, useIn, useSides } from "./sides.tsx";

export interface LabelLike {
  readonly classification: string;
  readonly releasableTo: readonly string[];
}

/** 0 for the lowest level of the accord; a level that the accord does not know counts as its highest. */
export function rankOf(sides: Sides, classification: string): number {
  const rank = sides.labels.levels.findIndex((level) => level.code === classification);
  return rank === -1 ? sides.labels.levels.length - 1 : rank;
}

function useReleasability(): (to: readonly string[]) => string {
  const sides = useSides();
  const say = useSay();
  return (to) => {
    const [only] = to;
    if (to.length === 1 && only !== undefined) return say("parts.label.only", { party: only });
    return say("parts.label.releasable", { parties: to.length === 0 ? sides.own : inOrder(sides, to).join(" · ") });
  };
}

/** Labels name the parties by the alphabet; they are shown in the founding's order, others after. */
function inOrder({ parties }: Sides, to: readonly string[]): readonly string[] {
  const both = parties.map((side) => side.party).filter((party) => to.includes(party));
  return [...both, ...to.filter((party) => !both.includes(party))];
}

export function useLevelName(): (classification: string) => string {
  const sides = useSides();
  const read = useIn();
  return (classification) => {
    const level = sides.labels.levels.find((each) => each.code === classification);
    return level === undefined ? classification : read(level.names) || classification;
  };
}

export function Label({ label }: { readonly label: LabelLike }): ReactNode {
  const sides = useSides();
  const levelName = useLevelName();
  const releasability = useReleasability();
  useBannerLabel(label);
  return (
    <span className={`lbl lv-${Math.min(3, rankOf(sides, label.classification))}`}>
      <b>{levelName(label.classification)}</b>
      <i>{releasability(label.releasableTo)}</i>
    </span>
  );
}

interface Shown {
  show(key: string, label: LabelLike): () => void;
}

const ShownContext = createContext<Shown | undefined>(undefined);
const HighestContext = createContext<LabelLike | undefined>(undefined);

/** Remembers which labels the page shows, for its banner. */
export function BannerLabels({ children }: { readonly children: ReactNode }): ReactNode {
  const sides = useSides();
  const [labels, setLabels] = useState<ReadonlyMap<string, LabelLike>>(new Map());
  const shown = useMemo(
    (): Shown => ({
      show(key, label) {
        setLabels((before) => new Map(before).set(key, label));
        return () =>
          setLabels((before) => {
            const after = new Map(before);
            after.delete(key);
            return after;
          });
      },
    }),
    [],
  );
  const highest = useMemo(() => highestOf(sides, [...labels.values()]), [sides, labels]);
  return (
    <ShownContext value={shown}>
      <HighestContext value={highest}>{children}</HighestContext>
    </ShownContext>
  );
}

/** The highest level of the labels, released to those to whom all of them are. */
export function highestOf(sides: Sides, labels: readonly LabelLike[]): LabelLike {
  const lowest = sides.labels.levels[0]?.code ?? "";
  const both = sides.parties.map((side) => side.party);
  return labels.reduce<LabelLike>(
    (highest, label) => ({
      classification:
        rankOf(sides, label.classification) > rankOf(sides, highest.classification)
          ? label.classification
          : highest.classification,
      releasableTo: highest.releasableTo.filter((party) => label.releasableTo.includes(party)),
    }),
    { classification: lowest, releasableTo: both },
  );
}

/** Tells the page's banner of a label that the page shows in another form than `Label`. */
export function useBannerLabel(label: LabelLike): void {
  const shown = useContext(ShownContext);
  const key = useId();
  const { classification } = label;
  const to = label.releasableTo.join(" ");
  useEffect(
    () => shown?.show(key, { classification, releasableTo: to === "" ? [] : to.split(" ") }),
    [shown, key, classification, to],
  );
}

/** The banner at the head of every page, and the same at its foot for the eye alone. */
export function Banner({ place }: { readonly place: "top" | "bottom" }): ReactNode {
  const sides = useSides();
  const highest = useContext(HighestContext) ?? highestOf(sides, []);
  const levelName = useLevelName();
  const say = useSay();
  const releasable = say("parts.banner.releasable", { parties: highest.releasableTo.join(" · ") });
  const level = Math.min(3, rankOf(sides, highest.classification));
  const content = (
    <>
      <span>{levelName(highest.classification)}</span>
      <span>{releasable}</span>
    </>
  );
  const className = `banner banner--${place} lv-${level}`;
  if (place === "bottom") {
    return (
      <div className={className} aria-hidden="true">
        {content}
      </div>
    );
  }
  return (
    <section className={className} aria-label={say("parts.banner.classification")}>
      {content}
    </section>
  );
}
