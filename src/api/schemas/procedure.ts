// What a procedure's declaration says, for a reader and for a program that makes acts.

import { z } from "../../base/index.ts";
import { procedureId } from "./common.ts";

const amount = z.union([
  z.strictObject({ workingDays: z.number().int() }),
  z.strictObject({ days: z.number().int() }),
  z.strictObject({ hours: z.number().int() }),
]);

export const procedureSummary = z
  .strictObject({
    procedure: procedureId,
    name: z.string(),
    version: z.number().int(),
    /** `founding`, or the domain an article must authorise. */
    rests: z.string(),
    /** The opener's role, then the other side's. */
    roles: z.tuple([z.string(), z.string()]),
  })
  .meta({ id: "ProcedureSummary" });

const step = z
  .strictObject({
    name: z.string(),
    from: z.union([z.literal("opening"), z.array(z.string())]),
    to: z.array(z.string()),
    /** A role, `either`, or `both`. */
    by: z.string(),
    grave: z.boolean(),
    expected: z.boolean(),
    registry: z.boolean(),
    cap: z.string().optional(),
    prevailsOver: z.array(z.string()),
    /** JSON Schema 2020-12 of the act's body. */
    form: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "ProcedureStep" });

export const procedureDetail = z
  .strictObject({
    ...procedureSummary.shape,
    states: z.array(z.strictObject({ name: z.string(), final: z.boolean(), lapsesTo: z.string().optional() })),
    steps: z.array(step),
    deadlines: z.array(
      z.strictObject({
        name: z.string(),
        state: z.string(),
        owner: z.string(),
        usual: amount,
        /** Counted back from an event, instead of on from the state's beginning. */
        before: z.boolean(),
      }),
    ),
    /** A Mermaid stateDiagram-v2. */
    mermaid: z.string(),
  })
  .meta({ id: "ProcedureDetail" });

export type ProcedureSummary = z.input<typeof procedureSummary>;
export type ProcedureDetail = z.input<typeof procedureDetail>;
