// The values that many routes share: names, times, outcomes. A name parses to its own type; a time is an instant in
// UTC, and where people read it also the wall clock of each side.

import {
  type AccordId,
  type ActId,
  isAccordId,
  isActId,
  isFunctionCode,
  isPartyCode,
  isProcedureId,
  isServiceCode,
} from "../../acts/index.ts";
import { z } from "../../base/index.ts";

/** Text that one of the acts' own parsers accepts, with that parser's type. */
function named<T extends string>(is: (text: string) => text is T, shape: { id: string; description: string }) {
  return z
    .string()
    .transform((text, context): T => {
      if (is(text)) return text;
      context.addIssue({ code: "custom", message: shape.description });
      return z.NEVER;
    })
    .meta(shape);
}

export const accordId = named<AccordId>(isAccordId, {
  id: "AccordId",
  description: "an accord's id: the first 32 hexadecimal digits of its founding's SHA-256",
});
export const actId = named<ActId>(isActId, { id: "ActId", description: "an act's id: a lowercase UUIDv7" });
export const partyCode = named(isPartyCode, { id: "PartyCode", description: "a party's code, such as MA" });
export const procedureId = named(isProcedureId, {
  id: "ProcedureId",
  description: "a procedure and its version, such as visit/1",
});
export const serviceCode = named(isServiceCode, { id: "ServiceCode", description: "a service's code" });
export const functionCode = named(isFunctionCode, { id: "FunctionCode", description: "a function's code" });

/** ISO 8601 in UTC: `2021-11-24T14:30:00Z`. */
export const instant = z.iso.datetime().meta({ id: "Instant", description: "An instant in UTC, ISO 8601." });

/** The media type of a workbook, ECMA-376. */
export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** An object of another form's: a body, a line, a row. */
export const record = z.record(z.string(), z.unknown());

export const localTimes = z.record(z.string(), z.string()).meta({
  id: "LocalTimes",
  description: "The same instant on each side's clock, by party, RFC 9557: 2021-11-24T16:30+02:00[Asia/Jerusalem].",
});

/** Text by language, ISO 639 codes. */
export const inLanguages = z
  .record(z.string(), z.string())
  .meta({ id: "InLanguages", description: "Text by ISO 639 language code." });

export const count = z.number().int().min(0);

/** A refusal as the API tells it: the code, the words, and the values in the words. */
export const refusalText = z
  .strictObject({
    code: z.string(),
    failed: z.string(),
    expected: z.string(),
    todo: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  })
  .meta({ id: "Refusal", description: "Why not: what failed, what would have been accepted, what to do." });

export const outcome = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("effective") }),
    z.strictObject({ kind: z.literal("void"), refusal: refusalText }),
    z.strictObject({ kind: z.literal("crossed"), by: actId }),
  ])
  .meta({
    id: "Outcome",
    description: "What became of an act. void: it never could take effect; crossed: an act it had not seen prevailed.",
  });

export const rung = z.enum(["registered", "heldByBoth"]).meta({
  id: "Rung",
  description: "How far an act has come. registered: on its author's disk; heldByBoth: cosigned by the other side.",
});

/** What a list of acts tells of each. */
export const actSummary = z
  .strictObject({
    id: actId,
    party: partyCode,
    index: count,
    dossier: actId,
    procedure: z.string(),
    step: z.string(),
    service: serviceCode,
    function: functionCode,
    at: instant,
    local: localTimes,
    outcome,
    rung,
    heldAt: instant.optional(),
  })
  .meta({ id: "ActSummary", description: "One act: where it stands in its author's register and what became of it." });

/** Reads `text` as a whole number between the bounds; query parameters come as text. */
export function wholeNumber(bounds: { min: number; max: number; usual: number }) {
  return z
    .string()
    .regex(/^(?:0|[1-9]\d{0,15})$/, "a whole number")
    .transform(Number)
    .refine((n) => n >= bounds.min && n <= bounds.max, `between ${bounds.min} and ${bounds.max}`)
    .default(bounds.usual)
    .meta({ description: `A whole number, ${bounds.min} to ${bounds.max}; ${bounds.usual} when absent.` });
}

export const cursor = z.string().min(1).max(512);
export const noQuery = z.strictObject({});
export const noParams = z.strictObject({});
export const accordParams = z.strictObject({ accord: accordId });
