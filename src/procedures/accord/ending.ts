// What becomes of an instrument in force: suspended and resumed, renewed or not, denounced, superseded. The date on
// which a denunciation takes effect is computed from the receipt the other side registers.

import { type Refusal, refuse, type z } from "../../base/index.ts";
import { localDate, startOfDay } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import {
  denounceBody,
  noteBody,
  receiptBody,
  renewBody,
  resumeBody,
  succeedBody,
  suspendBody,
} from "./bodies-of-force.ts";
import { refuseReceipt } from "./completion.ts";
import type { AccordData } from "./data.ts";
import { agreedOf, effectOfDenunciation, objectionWindow } from "./force.ts";
import { type Context, refuseAgain, refuseAhead } from "./guards.ts";

function refuseObjection(context: Context, body: z.output<typeof noteBody>): Refusal | undefined {
  const { data, time } = context;
  const window = objectionWindow(data, time);
  if (!window) return refuse("procedures.noTacitRenewal");
  const again = refuseAgain(data.objection, "an objection to the renewal");
  if (again) return again;
  const { zone } = agreedOf(data).annex.entryIntoForce;
  const day = (ms: number): string => localDate({ zone }, ms).toString();
  if (time >= window.limit)
    return refuse("procedures.objectionLate", { limit: day(window.limit), end: day(window.end) });
  return refuseAhead(context, { what: "note", date: body.date });
}

function refuseDenunciationReceipt(context: Context, body: z.output<typeof receiptBody>): Refusal | undefined {
  const { denunciation } = context.data;
  if (!denunciation || denunciation.by === context.side)
    return refuse("procedures.ownNote", { side: context.side, other: context.other });
  return refuseReceipt(context, { note: denunciation, body });
}

function refuseSuccession(context: Context, body: z.output<typeof succeedBody>): Refusal | undefined {
  if (body.supersededBy === context.act.dossier) return refuse("procedures.supersedesItself");
  return refuseAhead(context, { what: "supersession", date: body.from });
}

const standing = ["inForce", "suspended"] as const;

export const endingSteps = {
  suspend: step({
    from: ["inForce"],
    to: "suspended",
    by: "either",
    expected: false,
    body: suspendBody,
    guard: (context, body) => refuseAhead(context, { what: "note", date: body.date }),
    effect: ({ data, time }) => ({ ...data, suspendedFrom: time }),
    prevailsOver: ["renew"],
  }),
  resume: step({
    from: ["suspended"],
    to: "inForce",
    by: "both",
    expected: false,
    body: resumeBody,
    effect: ({ data }) => ({ ...data, suspendedFrom: undefined }),
  }),
  /** Both prolong it, before it expires; an objection made before falls away with it. */
  renew: step({
    from: standing,
    to: "same",
    by: "both",
    expected: false,
    body: renewBody,
    guard: (context, body) =>
      agreedOf(context.data).annex.duration
        ? refuseAhead(context, { what: "note", date: body.date })
        : refuse("procedures.unlimited"),
    effect: ({ data }, body) => ({ ...data, renewedYears: data.renewedYears + body.years, objection: undefined }),
  }),
  objectToRenewal: step({
    from: standing,
    to: "same",
    by: "either",
    expected: false,
    body: noteBody,
    guard: refuseObjection,
    effect: ({ data, side, time }) => {
      const end = objectionWindow(data, time)?.end;
      return end === undefined ? data : { ...data, objection: { by: side, end } };
    },
    prevailsOver: ["renew"],
  }),
  denounce: step({
    from: standing,
    to: "denounced",
    by: "either",
    grave: true,
    expected: false,
    body: denounceBody,
    guard: (context, body) => refuseAhead(context, { what: "note", date: body.date }),
    effect: ({ data, side }, { note, date }) => ({ ...data, denunciation: { note, date, by: side } }),
    prevailsOver: ["suspend", "resume", "renew", "objectToRenewal"],
  }),
  /** The other side's registered receipt starts the clock. */
  receiveDenunciation: step({
    from: ["denounced"],
    to: "underNotice",
    by: "either",
    body: receiptBody,
    guard: refuseDenunciationReceipt,
    effect: ({ data }, { received }) => {
      const { denunciation } = data;
      if (!denunciation) return data;
      return { ...data, denunciation: { ...denunciation, received, effect: effectOfDenunciation(data, received) } };
    },
  }),
  /** Who denounced may think better of it until it takes effect (VCLT art. 68). */
  revokeDenunciation: step({
    from: ["denounced", "underNotice"],
    to: ["inForce", "suspended"],
    by: "either",
    expected: false,
    body: noteBody,
    guard: (context, body) =>
      context.data.denunciation?.by === context.side
        ? refuseAhead(context, { what: "note", date: body.date })
        : refuse("procedures.notYourDenunciation", { side: context.side, by: context.other }),
    effect: ({ data }) => ({ ...data, denunciation: undefined }),
    leads: (data) => (data.suspendedFrom === undefined ? "inForce" : "suspended"),
    prevailsOver: ["receiveDenunciation"],
  }),
  /** Both record that another instrument has taken its place. */
  recordSuccession: step({
    from: ["inForce", "suspended", "denounced", "underNotice"],
    to: "superseded",
    by: "both",
    expected: false,
    body: succeedBody,
    guard: refuseSuccession,
    effect: ({ data }, body) => {
      const { zone } = agreedOf(data).annex.entryIntoForce;
      const from = startOfDay(zone, Temporal.PlainDate.from(body.from));
      return { ...data, succession: { by: body.supersededBy, from } };
    },
  }),
} satisfies Readonly<Record<string, Step<AccordData>>>;
