// What a side does with the sealed bytes it holds when their time has come: it erases them by a rule, or holds them for
// a reason. It is that side's own matter, so the other neither answers nor loses its copy; both can read in the
// register that it was done. A node makes these acts by itself, as it makes contests: they rest on the founding and are
// the registry's. The acts and proofs about the documents stay.

import { epochMs } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Procedure, type Step, type StepContext, step } from "../declaration.ts";
import { eraseBody, extendBody, holdBody, liftBody } from "./bodies.ts";

export interface RetentionData {
  readonly documents: readonly string[];
  readonly rule?: string | undefined;
  readonly reason?: string | undefined;
  /** When the hold ends by itself; undefined without end. */
  readonly until?: number | undefined;
}

type Context = StepContext<RetentionData>;
type Instant = Parameters<typeof epochMs>[0];

function refusePast({ time, act }: Context, until: Instant | undefined): Refusal | undefined {
  if (until === undefined || epochMs(until) > time) return undefined;
  return refuse("procedures.retentionPast", { until, made: act.at.instant });
}

function refuseFuture({ time, act }: Context, endedAt: Instant | undefined): Refusal | undefined {
  if (endedAt === undefined || epochMs(endedAt) <= time) return undefined;
  return refuse("procedures.retentionNotEnded", { endedAt, made: act.at.instant });
}

const untilOf = (until: Instant | undefined): { until?: number } =>
  until === undefined ? {} : { until: epochMs(until) };

const own = { by: "keeper", registry: true } as const;

const steps = {
  erase: step({
    ...own,
    from: "opening",
    to: "erased",
    body: eraseBody,
    guard: (context: Context, { endedAt }) => refuseFuture(context, endedAt),
    effect: (_: Context, { documents, rule }): RetentionData => ({ documents, rule: rule.name }),
    erases: ({ documents }) => ({ digests: documents, on: "own" }),
  }),
  hold: step({
    ...own,
    from: "opening",
    to: "held",
    body: holdBody,
    guard: (context: Context, { until }) => refusePast(context, until),
    effect: (_: Context, { documents, reason, until }): RetentionData => ({ documents, reason, ...untilOf(until) }),
  }),
  extend: step({
    ...own,
    from: ["held"],
    to: "same",
    expected: false,
    body: extendBody,
    guard: (context: Context, { until }) => refusePast(context, until),
    effect: ({ data }: Context, { reason, until }): RetentionData => ({
      documents: data.documents,
      reason,
      ...untilOf(until),
    }),
  }),
  lift: step({
    ...own,
    from: ["held"],
    to: "lifted",
    expected: false,
    body: liftBody,
    effect: ({ data }: Context, { reason }): RetentionData => ({ ...data, reason }),
  }),
} satisfies Readonly<Record<string, Step<RetentionData>>>;

export const retentionProcedure: Procedure<RetentionData> = {
  name: "retention",
  version: 1,
  rests: "founding",
  roles: ["keeper", "other"],
  states: {
    erased: { final: true },
    held: { lapse: { to: "ended", at: ({ until }) => until } },
    lifted: { final: true },
    ended: { final: true },
  },
  steps,
  blank: () => ({ documents: [] }),
  title: ({ documents, rule, reason }) => `${documents.length} · ${rule ?? reason ?? ""}`,
};
