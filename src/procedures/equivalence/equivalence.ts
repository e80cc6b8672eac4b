// A table of equivalent levels: tabled by one side's security authority, put right until both adopt the very same one,
// then in force by its dates until it is withdrawn or superseded. It rests on the founding, because labels must be
// comparable before anything classified may be sent, whatever the articles say.
//
// Nothing here says what is released to whom: that two levels are equivalent commits nobody to send anything.

import type { DossierId } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Procedure, type Step, type StepContext, step } from "../declaration.ts";
import type { Dossier } from "../engine/dossier.ts";
import type { EquivalenceTable } from "../terms.ts";
import { adoptBody, supersedeBody, type Table, tableBody, withdrawBody } from "./bodies.ts";
import { datesOf, refuseTable } from "./table-guards.ts";

export interface EquivalenceData {
  readonly table?: Table | undefined;
  /** Of the table, as adoption names it. */
  readonly digest?: string | undefined;
  readonly adoptedAt?: number | undefined;
  readonly withdrawnAt?: number | undefined;
  readonly supersededBy?: DossierId | undefined;
}

type Context = StepContext<EquivalenceData>;

const timeOf = (context: Context): number => Date.parse(context.act.at.instant);

const tabled = {
  to: "tabled",
  body: tableBody,
  guard: (context: Context, table: Table) => refuseTable(context, table),
  // The digest is over the body as it was sent, so that a reader of the register can form it too.
  effect: (context: Context, table: Table): EquivalenceData => ({ table, digest: context.digest(context.act.body) }),
} as const;

const steps = {
  table: step({ ...tabled, from: "opening", by: "proposer" }),
  /** Puts another table in the place of the one that lies there; what one side had adopted is no more what is asked. */
  retable: step({ ...tabled, from: ["tabled"], by: "either", expected: false }),
  adopt: step({
    from: ["tabled"],
    to: "adopted",
    by: "both",
    grave: true,
    body: adoptBody,
    guard: (context, { table }) =>
      refuseOther(context, table) ?? (context.data.table && refuseTable(context, context.data.table)),
    effect: (context) => ({ ...context.data, adoptedAt: timeOf(context) }),
  }),
  withdraw: step({
    from: ["tabled", "adopted"],
    to: "withdrawn",
    by: "either",
    grave: true,
    expected: false,
    body: withdrawBody,
    prevailsOver: ["retable", "adopt", "supersede"],
    effect: (context) => ({ ...context.data, withdrawnAt: timeOf(context) }),
  }),
  supersede: step({
    from: ["adopted"],
    to: "superseded",
    by: "either",
    expected: false,
    body: supersedeBody,
    guard: (context, { by }) => {
      const other = context.terms.equivalence.find((table) => table.dossier === by);
      if (other?.supersedes.includes(context.act.dossier)) return undefined;
      return refuse("procedures.equivalenceNotSuperseded", { by, dossier: context.act.dossier });
    },
    effect: (context, { by }) => ({ ...context.data, supersededBy: by }),
  }),
} satisfies Readonly<Record<string, Step<EquivalenceData>>>;

function refuseOther({ data }: Context, got: string): Refusal | undefined {
  if (got === data.digest) return undefined;
  return refuse("procedures.equivalenceOtherTable", { got, expected: data.digest ?? "none" });
}

export type EquivalenceStep = keyof typeof steps;

export const equivalenceProcedure: Procedure<EquivalenceData> = {
  name: "equivalence",
  version: 1,
  rests: "founding",
  roles: ["proposer", "counterpart"],
  states: { tabled: {}, adopted: { settled: true }, withdrawn: { final: true }, superseded: { final: true } },
  steps,
  blank: () => ({}),
  title: ({ table }) => [table?.reference ?? "", ...(table?.policies.map((one) => one.policy) ?? [])].join(" ").trim(),
};

/**
 * The table as the terms hold it; undefined while both have not adopted it. One that was withdrawn holds until then,
 * for the acts of before; one that was superseded stays, for the other table itself says from when it counts no more.
 */
export function tableOf({ id, data }: Dossier<EquivalenceData>): EquivalenceTable | undefined {
  if (!data.table || data.adoptedAt === undefined) return undefined;
  const { policies, rows, supersedes } = data.table;
  const { validFrom, validUntil } = datesOf(data.table);
  const ends = [validUntil, data.withdrawnAt].filter((end) => end !== undefined);
  return {
    dossier: id,
    policies,
    rows,
    supersedes,
    validFrom: Math.max(validFrom, data.adoptedAt),
    validUntil: ends.length > 0 ? Math.min(...ends) : undefined,
  };
}
