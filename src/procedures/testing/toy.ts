// A procedure for the engine's tests, with one of everything a declaration can have: a lapse, a step by both, a step by
// either, a step that leads to several states, a guard, deadlines both ways, and steps that prevail over others.

import { refuse, z } from "../../base/index.ts";
import { type Procedure, step } from "../declaration.ts";

export interface ToyData {
  /** Milliseconds since 1970; undefined for a question that never lapses. */
  readonly until: number | undefined;
  /** What has been noted, in a number that depends on the order; it decides what may be noted next. */
  readonly notes: number;
  readonly noted: number;
}

const openBody = z.strictObject({ text: z.string().max(200), until: z.number().int().optional() });
const noteBody = z.strictObject({ n: z.number().int() });
const answerBody = z.strictObject({ yes: z.boolean() });
const agreeBody = z.strictObject({ text: z.string(), remark: z.string().optional() });
const emptyBody = z.strictObject({});

export const toy: Procedure<ToyData> = {
  name: "toy",
  version: 1,
  rests: "visits",
  roles: ["asker", "answerer"],
  states: {
    asked: {
      lapse: { to: "expired", at: (data) => data.until },
      deadlines: [
        { name: "answer", owner: "answerer", usual: { workingDays: 3 } },
        { name: "prepare", owner: "asker", usual: { hours: 48 }, before: (data) => data.until },
        { name: "both", owner: "both", usual: { days: 30 }, from: (_, since) => since },
        { name: "never", owner: "answerer", usual: { days: 1 }, from: () => undefined },
      ],
    },
    agreed: {},
    suspended: {},
    expired: { lapse: { to: "forgotten", at: (data) => (data.until === undefined ? undefined : data.until + 1000) } },
    forgotten: { final: true },
    closed: { final: true },
    withdrawn: { final: true },
  },
  steps: {
    open: step({
      from: "opening",
      to: "asked",
      by: "asker",
      body: openBody,
      effect: (context, body) => ({ ...context.data, until: body.until }),
    }),
    note: step({
      from: ["asked", "agreed"],
      to: "same",
      by: "either",
      expected: false,
      body: noteBody,
      guard: ({ data }, body) =>
        body.n === 13 || (data.noted > 0 && data.notes % 11 === body.n % 11)
          ? refuse("procedures.badBody", { path: "n", problem: "not now" })
          : undefined,
      effect: ({ data }, body) => ({
        ...data,
        notes: (data.notes * 31 + body.n) % 1_000_000_007,
        noted: data.noted + 1,
      }),
    }),
    answer: step({
      from: ["asked"],
      to: ["agreed", "closed"],
      by: "answerer",
      body: answerBody,
      leads: (_, body) => (body.yes ? "agreed" : "closed"),
    }),
    agree: step({
      from: ["asked", "agreed"],
      to: "closed",
      by: "both",
      body: agreeBody,
      agree: (body) => body.text,
      effect: ({ data }) => ({ ...data, notes: -1 }),
    }),
    suspend: step({
      from: ["asked", "agreed"],
      to: "suspended",
      by: "either",
      expected: false,
      body: emptyBody,
      prevailsOver: ["note", "agree"],
    }),
    resume: step({ from: ["suspended"], to: "agreed", by: "either", body: emptyBody }),
    withdraw: step({
      from: ["asked", "agreed", "suspended"],
      to: "withdrawn",
      by: "asker",
      grave: true,
      expected: false,
      body: emptyBody,
      prevailsOver: ["note", "answer", "agree", "suspend", "resume"],
    }),
  },
  blank: () => ({ until: undefined, notes: 0, noted: 0 }),
  title: () => "toy",
};

/** The same, whose second role's act is taken first where two cross and neither prevails. */
export const contraryToy: Procedure<ToyData> = { ...toy, firstTaken: "answerer" };
