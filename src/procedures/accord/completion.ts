// From the signature to the entry into force: each side's own procedure, its note of completion, the other's receipt of
// it, and provisional application. The date itself is computed, never entered. Then the registration with the United
// Nations.

import { type Refusal, refuse, type z } from "../../base/index.ts";
import { endOfDay, startOfDay } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import {
  addRequirementBody,
  completeRequirementBody,
  declareNotRegisteredBody,
  endProvisionalBody,
  noteBody,
  provisionalBody,
  receiptBody,
  registerAtUnBody,
} from "./bodies-of-force.ts";
import type { AccordData, Requirement } from "./data.ts";
import { agreedOf, withEntry } from "./force.ts";
import { type Context, firstOf, refuseAgain, refuseAhead, refuseUnknownArticle, withSide } from "./guards.ts";

/** A side's procedure may begin with the agreed text: some laws want it laid before a parliament ahead of the rest. */
const duringProcedures = ["textAgreed", "initialled", "readyToSign", "signed", "awaitingProcedures"] as const;

function requirementsOf({ data, side }: Context): readonly Requirement[] {
  return data.requirements[side] ?? [];
}

function refuseCompletion(context: Context, body: z.output<typeof completeRequirementBody>): Refusal | undefined {
  const own = requirementsOf(context);
  const requirement = own.find((one) => one.asked.item === body.item);
  if (!requirement)
    return refuse("procedures.itemUnknown", { item: body.item, items: own.map((one) => one.asked.item) });
  return firstOf(refuseAgain(requirement.done, body.item), refuseAhead(context, { what: body.item, date: body.date }));
}

/** An instrument that enters into force on its signature waits for no note. */
function needsNotes(data: AccordData): boolean {
  return agreedOf(data).annex.entryIntoForce.rule.kind !== "onSignature";
}

function refuseNote(context: Context, body: z.output<typeof noteBody>): Refusal | undefined {
  const open = requirementsOf(context).filter((one) => one.done === undefined);
  if (!needsNotes(context.data)) return refuse("procedures.noNoteNeeded");
  return firstOf(
    refuseAgain(context.data.notes[context.side], "the note of completion"),
    open.length > 0 ? refuse("procedures.requirementsOpen", { items: open.map((one) => one.asked.item) }) : undefined,
    refuseAhead(context, { what: "note", date: body.date }),
  );
}

/** Judges a receipt of the other side's note: which note, once, and not before it was sent. */
export function refuseReceipt(
  context: Context,
  input: { note: { note: string; date: string; received?: string | undefined }; body: z.output<typeof receiptBody> },
): Refusal | undefined {
  const { note, body } = input;
  if (body.note !== note.note) return refuse("procedures.otherNote", { got: body.note, expected: note.note });
  return firstOf(
    refuseAgain(note.received, `the receipt of ${note.note}`),
    body.received < note.date
      ? refuse("procedures.receivedBeforeSent", { received: body.received, sent: note.date })
      : undefined,
    refuseAhead(context, { what: "receipt", date: body.received }),
  );
}

function refuseProvisional(context: Context, body: z.output<typeof provisionalBody>): Refusal | undefined {
  const unknown = refuseUnknownArticle(context, body.articles);
  if (unknown) return unknown;
  const signed = context.data.signature?.at;
  const { zone } = agreedOf(context.data).annex.entryIntoForce;
  const ends = endOfDay(zone, body.from);
  return signed !== undefined && ends <= signed
    ? refuse("procedures.beforeSignature", { from: body.from, signed: new Date(signed).toISOString() })
    : undefined;
}

function refuseRegistration(context: Context, body: z.output<typeof registerAtUnBody>): Refusal | undefined {
  const { data, time } = context;
  const again = refuseAgain(data.registrations[body.subject], `the registration of the ${body.subject}`);
  if (again) return again;
  if (body.subject === "provisionalApplication" && !data.provisional) return refuse("procedures.notProvisional");
  if (body.subject === "instrument" && (data.inForceFrom === undefined || data.inForceFrom > time))
    return refuse("procedures.registeredTooEarly");
  return refuseAhead(context, { what: "registration", date: body.received });
}

export const completionSteps = {
  addRequirement: step({
    from: duringProcedures,
    to: "same",
    by: "either",
    expected: false,
    body: addRequirementBody,
    guard: (context, body) =>
      requirementsOf(context).some((one) => one.asked.item === body.item)
        ? refuse("procedures.itemKnown", { item: body.item })
        : undefined,
    effect: (context, body) => {
      const value = [...requirementsOf(context), { asked: body }];
      return { ...context.data, requirements: withSide(context.data.requirements, { side: context.side, value }) };
    },
  }),
  completeRequirement: step({
    from: duringProcedures,
    to: "same",
    by: "either",
    expected: false,
    body: completeRequirementBody,
    guard: refuseCompletion,
    effect: (context, body) => {
      const value = requirementsOf(context).map((one) => (one.asked.item === body.item ? { ...one, done: body } : one));
      return { ...context.data, requirements: withSide(context.data.requirements, { side: context.side, value }) };
    },
  }),
  notifyCompletion: step({
    from: ["signed", "awaitingProcedures"],
    to: "awaitingProcedures",
    by: "either",
    grave: true,
    body: noteBody,
    guard: refuseNote,
    effect: ({ data, side }, body) => ({ ...data, notes: withSide(data.notes, { side, value: body }) }),
    waits: (data, side) => needsNotes(data) && data.notes[side] === undefined,
  }),
  receiveNote: step({
    from: ["awaitingProcedures"],
    to: ["proceduresCompleted", "same"],
    by: "either",
    body: receiptBody,
    guard: (context, body) => {
      const note = context.data.notes[context.other];
      return note ? refuseReceipt(context, { note, body }) : refuse("procedures.noNote", { side: context.other });
    },
    effect: ({ data, other }, body) => {
      const note = data.notes[other];
      const value = { ...note, note: body.note, date: note?.date ?? body.received, received: body.received };
      return withEntry({ ...data, notes: withSide(data.notes, { side: other, value }) });
    },
    leads: (data) => (data.inForceFrom === undefined ? "same" : "proceduresCompleted"),
    waits: (data, side) =>
      Object.entries(data.notes).some(([sender, note]) => sender !== side && note.received === undefined),
  }),
  agreeProvisional: step({
    from: ["signed", "awaitingProcedures", "proceduresCompleted"],
    to: "same",
    by: "both",
    expected: false,
    body: provisionalBody,
    guard: refuseProvisional,
    effect: ({ data }, body) => {
      const { zone } = agreedOf(data).annex.entryIntoForce;
      const from = Math.max(startOfDay(zone, Temporal.PlainDate.from(body.from)), data.signature?.at ?? 0);
      return { ...data, provisional: { articles: body.articles, from } };
    },
  }),
  /** Either side may end it by telling the other that it will not be bound (VCLT art. 25). */
  endProvisional: step({
    from: ["signed", "awaitingProcedures", "proceduresCompleted"],
    to: "same",
    by: "either",
    expected: false,
    body: endProvisionalBody,
    guard: ({ data }) => (data.provisional ? undefined : refuse("procedures.notProvisional")),
    effect: ({ data }) => ({ ...data, provisional: undefined }),
    prevailsOver: ["agreeProvisional"],
  }),
  registerAtUn: step({
    from: ["awaitingProcedures", "proceduresCompleted", "inForce", "suspended", "denounced", "underNotice"],
    to: "same",
    by: "either",
    expected: false,
    body: registerAtUnBody,
    guard: refuseRegistration,
    effect: ({ data }, body) => ({ ...data, registrations: { ...data.registrations, [body.subject]: body } }),
    prevailsOver: ["declareNotRegistered"],
  }),
  declareNotRegistered: step({
    from: ["inForce", "suspended", "denounced", "underNotice"],
    to: "same",
    by: "both",
    expected: false,
    body: declareNotRegisteredBody,
    guard: ({ data }) =>
      firstOf(
        refuseAgain(data.registrations.instrument, "the registration of the instrument"),
        refuseAgain(data.notRegistered, "that it is not to be registered"),
      ),
    effect: ({ data }, body) => ({ ...data, notRegistered: body }),
  }),
} satisfies Readonly<Record<string, Step<AccordData>>>;
