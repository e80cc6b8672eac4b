// The tables of equivalence as the pages read them: which level of a side's own policy stands for one of the accord's.

import { z } from "../../base/index.ts";

const names = z.record(z.string(), z.string());
const table = z.looseObject({
  policies: z.array(
    z.looseObject({
      owner: z.string(),
      policy: z.string(),
      levels: z.array(z.looseObject({ code: z.string(), names })),
    }),
  ),
  rows: z.array(
    z.looseObject({
      from: z.looseObject({ policy: z.string(), level: z.string() }),
      to: z.looseObject({ policy: z.string(), level: z.string() }),
    }),
  ),
});
export type TableRead = z.output<typeof table>;

const data = z.looseObject({ table });

export function parseTable(value: unknown): TableRead | undefined {
  const read = data.safeParse(value);
  return read.success ? read.data.table : undefined;
}

export interface Equivalent {
  readonly owner: string;
  readonly policy: string;
  readonly level: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * What a level is handled as on each side: first by the rows that lead away from it, and where a side has none, by
 * those that lead to it.
 */
export function equivalentsOf(
  tables: readonly TableRead[],
  of: { readonly policy: string; readonly level: string },
): readonly Equivalent[] {
  const away = tables.flatMap((one) =>
    one.rows.filter(({ from }) => same(from, of)).flatMap(({ to }) => namedIn(one, to)),
  );
  const back = tables.flatMap((one) =>
    one.rows.filter(({ to }) => same(to, of)).flatMap(({ from }) => namedIn(one, from)),
  );
  const owners = new Set(away.map((one) => one.owner));
  const all = [...away, ...back.filter((one) => !owners.has(one.owner))];
  return all.filter((one, at) => all.findIndex((other) => same(other, one)) === at);
}

/** The levels of another policy that labels of this one are handled as. */
export function handledAs(tables: readonly TableRead[], of: LevelOf & { readonly accord: string }): readonly string[] {
  return tables.flatMap((one) =>
    one.rows.filter(({ from, to }) => same(from, of) && to.policy === of.accord).map(({ to }) => to.level),
  );
}

/** The levels of a side's own policy, the lowest first; none for a policy that no table knows. */
export function levelsOfPolicy(tables: readonly TableRead[], policy: string): TableRead["policies"][number]["levels"] {
  return tables.flatMap((one) => one.policies).find((one) => one.policy === policy)?.levels ?? [];
}

interface LevelOf {
  readonly policy: string;
  readonly level: string;
}

const same = (one: LevelOf, other: LevelOf): boolean => one.policy === other.policy && one.level === other.level;

function namedIn(one: TableRead, { policy, level }: LevelOf): Equivalent[] {
  const owned = one.policies.find((each) => each.policy === policy);
  const found = owned?.levels.find((each) => each.code === level);
  return owned && found ? [{ owner: owned.owner, policy, level, names: found.names }] : [];
}
