// The tables of equivalence that both sides have adopted, and what they make of a label: which level of the accord it
// is handled as, and what its own policy calls it.

import { useQueries, useQuery } from "@tanstack/react-query";
import { queryOf, useAccordId } from "../api/index.ts";
import { rankOf, type Sides, useIn, useLevelName, useSides } from "../parts/index.ts";
import type { LabelRead } from "./data.ts";
import { handledAs, levelsOfPolicy, parseTable, type TableRead } from "./equivalence.ts";

const tablesMax = 20;

export function useTables(): readonly TableRead[] {
  const accord = useAccordId();
  const { data } = useQuery(
    queryOf("dossiers", {
      params: { accord },
      query: { procedure: "equivalence", state: "adopted", limit: tablesMax },
    }),
  );
  const answers = useQueries({
    queries: (data?.items ?? []).map(({ dossier }) => queryOf("dossier", { params: { accord, dossier } })),
  });
  return answers.flatMap((answer) => {
    const table = answer.data && parseTable(answer.data.data);
    return table === undefined ? [] : [table];
  });
}

export interface Levels {
  /** The accord's level that a label counts as: its own, or the one its table leads to; the highest where none does. */
  accordLevel(label: Pick<LabelRead, "policy" | "classification">): string;
  /** The name of a label's level by its own policy, in the reader's language where it has one. */
  nameOf(label: Pick<LabelRead, "policy" | "classification">): string;
  /** The levels of a policy, the lowest first. */
  of(policy: string): readonly { readonly code: string; readonly name: string }[];
}

export function useLevels(): Levels {
  const sides = useSides();
  const tables = useTables();
  const levelName = useLevelName();
  const read = useIn();
  const highest = sides.labels.levels.at(-1)?.code ?? "";
  return {
    accordLevel({ policy, classification }) {
      if (policy === sides.labels.policy) return classification;
      const found = handledAs(tables, { policy, level: classification, accord: sides.labels.policy });
      return strictest(sides, found) ?? highest;
    },
    nameOf({ policy, classification }) {
      if (policy === sides.labels.policy) return levelName(classification);
      const level = levelsOfPolicy(tables, policy).find((one) => one.code === classification);
      return level === undefined ? classification : read(level.names) || classification;
    },
    of(policy) {
      const levels = policy === sides.labels.policy ? sides.labels.levels : levelsOfPolicy(tables, policy);
      return levels.map(({ code, names }) => ({ code, name: read(names) || code }));
    },
  };
}

/** A label that two rows fit is handled by the stricter. */
function strictest(sides: Sides, levels: readonly string[]): string | undefined {
  return levels.toSorted((one, other) => rankOf(sides, other) - rankOf(sides, one))[0];
}
