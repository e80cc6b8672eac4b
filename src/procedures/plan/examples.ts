// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. Activities,
// places and references are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { type PlanData, reportOf } from "./data.ts";
import { statusesAfter } from "./line.ts";

export type ExampleContext = Pick<StepContext<PlanData>, "data" | "side" | "other" | "time" | "digest">;

/** The year after the opening's, whatever the clock of the test. */
const yearOf = ({ time }: ExampleContext): number => new Date(time).getUTCFullYear() + 1;

export function exampleLine(side: string, input: { readonly number: number; readonly year: number }): JsonObject {
  const { number, year } = input;
  return {
    id: `${side.toLowerCase()}-${String(number).padStart(2, "0")}`,
    titles: { en: `Example course ${number}`, fr: `Stage d’exemple ${number}` },
    domain: "training",
    form: "course",
    costs: "sendingTravels",
    venue: "Example school",
    receiving: side,
    from: `${year}-03-03`,
    until: `${year}-03-14`,
    participants: 12,
    leads: { [side]: "Example directorate" },
  };
}

const ownLine = (context: ExampleContext): JsonObject => {
  const { data, side } = context;
  const own = data.lines.filter((one) => one.by === side).length;
  return exampleLine(side, { number: own + 1, year: data.year || yearOf(context) });
};

const live = ({ data }: ExampleContext) =>
  data.lines.find((one) => one.status !== "executed" && one.status !== "cancelled");

function target(context: ExampleContext): { readonly line: string; readonly base: string } {
  const line = context.data.lines.find((one) => one.by === context.side) ?? live(context);
  return { line: line?.line.id ?? "none", base: line?.digest ?? context.digest("no line") };
}

const version = ({ data, digest }: ExampleContext): JsonObject => ({ version: data.version ?? digest("no version") });

const letterOf = ({ data, side, digest }: ExampleContext, of: "own" | "other"): string =>
  data.letters.find((one) => one.answer === undefined && (one.by === side) === (of === "own"))?.digest ??
  digest("no letter");

const someDossier = "01890000-0000-7000-8000-00000000abcd";
const linked = ({ data }: ExampleContext): readonly [string, string] => {
  const found = Object.entries(data.links).find(([, dossiers]) => dossiers.length > 0);
  return [found?.[0] ?? "none", found?.[1][0] ?? someDossier];
};

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  call: (context) => ({
    year: yearOf(context),
    titles: { en: "Annual cooperation plan", fr: "Plan annuel de coopération" },
    reference: "PLAN-1",
  }),
  proposeLines: (context) => ({ lines: [ownLine(context)], reference: "PROP-1" }),
  changeLine: (context) => ({ ...target(context), set: { participants: 14 }, reason: "Two places more" }),
  dropLine: (context) => ({ ...target(context), reason: "Merged with another" }),
  closeProposals: () => ({}),
  agreeDraft: version,
  reopenDraft: () => ({ reason: "A line was left out" }),
  sign: version,
  withdraw: () => ({ reason: "The year is planned otherwise" }),
  proposeChange: (context) => {
    const line = live(context);
    const setting = { line: line?.line.id ?? "none", base: line?.digest ?? context.digest("no line") };
    return {
      reference: `L-${context.data.letters.length + 1}`,
      changes: [{ kind: "set", ...setting, set: { from: `${context.data.year}-03-04` } }],
      reason: "The school opens a day later",
    };
  },
  acceptChange: (context) => ({ letter: letterOf(context, "other"), reference: "A-1" }),
  declineChange: (context) => ({ letter: letterOf(context, "other"), reasons: [{ code: "dates" }] }),
  withdrawChange: (context) => ({ letter: letterOf(context, "own") }),
  reportStatus: (context) => {
    const line = live(context);
    return { line: line?.line.id ?? "none", status: statusesAfter(line?.status ?? "executed")[0] ?? "executed" };
  },
  link: ({ data, digest }) => {
    const count = Object.values(data.links).flat().length;
    const suffix = digest({ count, lines: data.lines.length }).slice(7, 19);
    return { links: [{ line: data.lines[0]?.line.id ?? "none", dossier: `01890000-0000-7000-8000-${suffix}` }] };
  },
  unlink: (context) => {
    const [line, dossier] = linked(context);
    return { line, dossier, reason: "It belongs to another line" };
  },
  adoptReport: ({ data }) => ({ lines: reportOf(data).map((row) => ({ ...row })), summary: { en: "As planned" } }),
};
