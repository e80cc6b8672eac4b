// From the call for proposals to the plan both sides have signed.

import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { startOfDay } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import { calendarOf } from "../terms.ts";
import { callBody, changeLineBody, dropLineBody, noteBody, proposeBody, reasonBody, versionBody } from "./bodies.ts";
import { lineAt, withLines, withSetting } from "./changes.ts";
import { type PlanData, type PlanLine, withVersion } from "./data.ts";
import { guardVersion, type PlanContext } from "./guards.ts";
import { draftStates } from "./states.ts";

/** What a guard has tried already: lines that cannot be are a fault of this code. */
function tried(lines: readonly PlanLine[] | Refusal): readonly PlanLine[] {
  if (isRefusal(lines)) throw new TypeError(`Lines that no guard tried: ${lines.code}`);
  return lines;
}

const refusalOf = (result: unknown): Refusal | undefined => (isRefusal(result) ? result : undefined);

function yearOf({ terms, side }: PlanContext, year: number): { opensAt: number; endsAt: number } {
  const { zone } = calendarOf(terms, side);
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return { opensAt: startOfDay(zone, first), endsAt: startOfDay(zone, first.add({ years: 1 })) };
}

const call = step<PlanData, typeof callBody>({
  from: "opening",
  to: "proposing",
  by: "caller",
  body: callBody,
  guard(context, { year }) {
    if (yearOf(context, year).endsAt > context.time) return undefined;
    return refuse("procedures.planYear", { year, made: context.act.at.instant });
  },
  effect: (context, { year, titles, reference }) => ({
    ...context.data,
    ...yearOf(context, year),
    caller: context.side,
    year,
    titles,
    references: { [context.side]: reference },
  }),
});

/** A new text takes away what was agreed about the one before, in whatever order the two arrive. */
const writing = { to: "same", by: "either", expected: false, prevailsOver: ["agreeDraft"] } as const;

const proposeLines = step<PlanData, typeof proposeBody>({
  ...writing,
  from: draftStates,
  body: proposeBody,
  guard: (context, { lines }) => refusalOf(withLines(context, lines)),
  effect(context, { lines, reference }) {
    const { data, side } = context;
    const references = reference === undefined ? data.references : { ...data.references, [side]: reference };
    return withVersion({ ...data, references }, { ...context, lines: tried(withLines(context, lines)) });
  },
});

const changeLine = step<PlanData, typeof changeLineBody>({
  ...writing,
  from: draftStates,
  body: changeLineBody,
  guard: (context, setting) => guardOwner(context, setting.line) ?? refusalOf(withSetting(context, setting)),
  effect: (context, setting) => withVersion(context.data, { ...context, lines: tried(withSetting(context, setting)) }),
});

const dropLine = step<PlanData, typeof dropLineBody>({
  ...writing,
  from: draftStates,
  body: dropLineBody,
  guard: (context, dropped) => guardOwner(context, dropped.line) ?? refusalOf(lineAt(context.data.lines, dropped)),
  effect(context, { line }) {
    const { [line]: _, ...links } = context.data.links;
    const lines = context.data.lines.filter((one) => one.line.id !== line);
    return withVersion({ ...context.data, links }, { ...context, lines });
  },
});

/** Before the expert talks each side keeps its own proposals; afterwards the draft is both's. */
function guardOwner({ data, side, act }: PlanContext, id: string): Refusal | undefined {
  if (data.harmonising) return undefined;
  const line = data.lines.find((one) => one.line.id === id);
  if (!line || line.by === side) return undefined;
  return refuse("procedures.planNotOwn", { line: id, by: line.by, step: act.step });
}

const closeProposals = step<PlanData, typeof noteBody>({
  from: ["proposing"],
  to: "harmonising",
  by: "both",
  body: noteBody,
  // Each side says for itself that it has no more to propose: their notes need not be the same.
  agree: () => ({}),
  effect: ({ data }) => ({ ...data, harmonising: true }),
});

const agreeDraft = step<PlanData, typeof versionBody>({
  from: ["harmonising"],
  to: "agreed",
  by: "both",
  body: versionBody,
  guard: (context, { version }) => guardVersion(context, version),
});

const reopenDraft = step<PlanData, typeof reasonBody>({
  from: ["agreed"],
  to: "harmonising",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["sign"],
});

const sign = step<PlanData, typeof versionBody>({
  from: ["agreed"],
  to: "executing",
  by: "both",
  grave: true,
  body: versionBody,
  guard: (context, { version }) => guardVersion(context, version),
  effect: ({ data, time }, { version }) => ({ ...data, signed: { version, at: time } }),
});

const withdraw = step<PlanData, typeof reasonBody>({
  from: [...draftStates, "agreed"],
  to: "withdrawn",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: [
    "proposeLines",
    "changeLine",
    "dropLine",
    "closeProposals",
    "agreeDraft",
    "reopenDraft",
    "sign",
    "link",
  ],
});

export const draftSteps: Readonly<Record<string, Step<PlanData>>> = {
  call,
  proposeLines,
  changeLine,
  dropLine,
  closeProposals,
  agreeDraft,
  reopenDraft,
  sign,
  withdraw,
};
