// What the page reads of a project's data, as its own node tells them, and what follows from them: what each side has
// paid, and how each phase stands.

import { Fault, z } from "../../base/index.ts";
import { amountOf, minorUnits } from "../../procedures/index.ts";

const text = z.string();
const names = z.record(text, text);
const brought = { id: text, by: text } as const;

const phase = z.looseObject({ id: text, titles: names, until: text });
const arrangement = z.looseObject({
  reference: text,
  currency: text,
  shares: z.array(z.looseObject({ party: text, financial: text, technical: text })),
  phases: z.array(phase),
});

const deliverable = z.looseObject({
  id: text,
  phase: text,
  owner: text,
  due: text,
  state: z.enum(["open", "delivered", "accepted"]),
  reference: text.optional(),
});

const information = z.looseObject({
  ...brought,
  kind: text,
  titles: names,
  owner: text.optional(),
  level: text,
  licence: text,
  thirdParties: text,
  answer: z.union([z.literal("acknowledged"), z.array(z.looseObject({ code: text }))]).optional(),
});

const projectData = z.looseObject({
  titles: names,
  references: z.record(text, text),
  objective: z.looseObject({ texts: names }).optional(),
  arrangement: z.looseObject({ arrangement }).optional(),
  reviews: z.array(z.looseObject({ by: text, kind: text, result: text })),
  passed: z.array(z.looseObject({ phase: text })),
  declined: z.array(z.looseObject({ phase: text, by: text, codes: z.array(text) })),
  gates: z.record(text, z.number()),
  deliverables: z.array(deliverable),
  contributions: z.array(z.looseObject({ ...brought, amount: text })),
  information: z.array(information),
  consents: z.array(
    z.looseObject({
      ...brought,
      information: text,
      recipient: text,
      answer: z.looseObject({ granted: z.boolean() }).optional(),
    }),
  ),
  licences: z.array(z.looseObject({ ...brought, number: text, until: text, transfers: z.number() })),
  transfers: z.array(
    z.looseObject({
      ...brought,
      licence: text,
      package: text,
      level: text,
      receipt: z.looseObject({ result: text }).optional(),
    }),
  ),
  equipment: z.array(
    z.looseObject({ ...brought, name: text, serial: text, returnBy: text, state: text, as: text.optional() }),
  ),
  facilities: z.array(
    z.looseObject({
      ...brought,
      facility: text,
      level: text,
      answer: z.looseObject({ result: text, until: text.optional() }).optional(),
    }),
  ),
});

export type ProjectShown = z.output<typeof projectData>;
export type ArrangementShown = z.output<typeof arrangement>;
export type PhaseShown = z.output<typeof phase>;

/** Throws a Fault for data that are no project's. */
export function parseProject(data: unknown): ProjectShown {
  const read = projectData.safeParse(data);
  if (read.success) return read.data;
  throw new Fault("web.badAnswer", `The dossier is no project: ${read.error.issues[0]?.message ?? ""}`);
}

/** What a side has paid in all, in the arrangement's currency. */
export function paidBy(data: ProjectShown, input: { readonly party: string; readonly currency: string }): string {
  const { party, currency } = input;
  const paid = data.contributions
    .filter((one) => one.by === party)
    .reduce((sum, { amount }) => sum + minorUnits({ amount, currency }), 0n);
  return amountOf(paid, currency);
}

/** The states that OCDS gives a milestone. */
export type Milestone = "met" | "scheduled" | "partiallyMet" | "notMet";

/** How the gate of a phase stands at this moment of the node's clock. */
export function milestoneOf(data: ProjectShown, input: { readonly phase: string; readonly now: number }): Milestone {
  const { phase, now } = input;
  if (data.passed.some((one) => one.phase === phase)) return "met";
  const due = data.gates[phase];
  if (due === undefined || due > now) return "scheduled";
  const some = data.deliverables.some((one) => one.phase === phase && one.state === "accepted");
  return some ? "partiallyMet" : "notMet";
}

/** How a ledger entry stands: nothing said, acknowledged, or contested. */
export function answerOf(entry: ProjectShown["information"][number]): "awaited" | "acknowledged" | "contested" {
  if (entry.answer === undefined) return "awaited";
  return entry.answer === "acknowledged" ? "acknowledged" : "contested";
}
