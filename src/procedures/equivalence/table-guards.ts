// Whether a table of equivalence holds together: its dates, the policies it names, their levels in every language of
// the accord, and rows of which each says one thing.

import { type Refusal, refuse } from "../../base/index.ts";
import { endOfDay, startOfDay } from "../calendar.ts";
import type { StepContext } from "../declaration.ts";
import type { NationalPolicy } from "../terms.ts";
import type { Table } from "./bodies.ts";

type Context = Pick<StepContext<unknown>, "terms">;

/** The instants between which the table's own dates hold, in milliseconds since 1970. */
export function datesOf(table: Pick<Table, "validFrom" | "validUntil" | "zone">): {
  validFrom: number;
  validUntil: number | undefined;
} {
  const { validFrom, validUntil, zone } = table;
  return {
    validFrom: startOfDay(zone, Temporal.PlainDate.from(validFrom)),
    validUntil: validUntil === undefined ? undefined : endOfDay(zone, validUntil),
  };
}

/** Why the table cannot stand; undefined when it can. */
export function refuseTable(context: Context, table: Table): Refusal | undefined {
  const { validFrom, validUntil } = table;
  if (validUntil !== undefined && validUntil < validFrom)
    return refuse("procedures.equivalenceDates", { from: validFrom, until: validUntil });
  return refusePolicies(context, table.policies) ?? refuseRows(context, table);
}

function refusePolicies({ terms }: Context, policies: readonly NationalPolicy[]): Refusal | undefined {
  const seen = new Set([terms.labels.policy]);
  const languages = terms.accord?.annex.languages ?? [];
  for (const one of policies) {
    if (seen.has(one.policy))
      return refuse("procedures.equivalencePolicy", { policy: one.policy, problem: "named twice" });
    seen.add(one.policy);
    if (!terms.parties.includes(one.owner))
      return refuse("procedures.equivalencePolicy", { policy: one.policy, problem: `${one.owner} is not a party` });
    const unnamed = [...one.levels, ...one.markings].flatMap(({ code, names }) => {
      const given: Readonly<Record<string, string>> = names;
      return languages.filter((language) => given[language] === undefined).map((language) => `${code} ${language}`);
    });
    if (unnamed.length > 0) return refuse("procedures.equivalenceNames", { policy: one.policy, missing: unnamed });
  }
  return undefined;
}

function refuseRows({ terms }: Context, { policies, rows }: Table): Refusal | undefined {
  const known = new Map<string, ReadonlySet<string>>([
    [terms.labels.policy, new Set(terms.labels.levels.map((level) => level.code))],
    ...policies.map((one): [string, ReadonlySet<string>] => [
      one.policy,
      new Set(one.levels.map((level) => level.code)),
    ]),
  ]);
  const seen = new Set<string>();
  for (const [index, { from, to }] of rows.entries()) {
    const number = index + 1;
    for (const { policy, level } of [from, to])
      if (!known.get(policy)?.has(level))
        return refuse("procedures.equivalenceRow", { number, problem: `${policy} has no level ${level}` });
    if (from.policy === to.policy)
      return refuse("procedures.equivalenceRow", { number, problem: "both sides are of one policy" });
    const key = [from.policy, from.level, from.caveat ?? "", to.policy].join(" ");
    if (seen.has(key))
      return refuse("procedures.equivalenceRow", { number, problem: "it says again what another row says" });
    seen.add(key);
  }
  return undefined;
}
