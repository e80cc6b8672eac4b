// From the proposal to the agreed text: versions tabled by either side, points raised and settled, and the freezing,
// which both sides make with the same digests.

import { levelOf } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse, type z } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  freezeTextBody,
  mandate,
  proposeBody,
  raisePointBody,
  reasonBody,
  settlePointBody,
  tableVersionBody,
} from "./bodies.ts";
import { refuseAnnex, refuseVersion } from "./concordance.ts";
import type { AccordData } from "./data.ts";
import { type Context, firstOf, refuseAgain, withSide } from "./guards.ts";
import { digestsOf, instrumentDigest, refuseTabling, withTabled } from "./text.ts";

/** What ends a negotiation also ends what crossed with it. */
const beforeSignature = [
  "recordMandate",
  "tableVersion",
  "raisePoint",
  "settlePoint",
  "freezeText",
  "reopenText",
  "initial",
  "correctText",
  "issueFullPowers",
  "confirmOriginal",
  "arrangeSignature",
] as const;

function refuseMarking(context: Context, marking: string): Refusal | undefined {
  const policy = context.terms.labels;
  const level = levelOf(policy, { policy: policy.policy, classification: marking });
  return isRefusal(level) ? level : undefined;
}

function refuseProposal(context: Context, body: z.output<typeof proposeBody>): Refusal | undefined {
  const marking = refuseMarking(context, body.marking);
  if (marking) return marking;
  const accord = context.terms.accord;
  switch (body.kind) {
    case "amendment":
      return body.amends === accord?.dossier
        ? undefined
        : refuse("procedures.amendsUnknown", { got: body.amends, expected: accord?.dossier ?? "none is agreed yet" });
    case "arrangement":
      return body.under === accord?.dossier
        ? undefined
        : refuse("procedures.frameworkUnknown", { got: body.under, expected: accord?.dossier ?? "none is agreed yet" });
    case "framework": {
      const ended = accord?.endsAt !== undefined && accord.endsAt <= context.time;
      if (!accord || ended || body.supersedes.includes(accord.dossier)) return undefined;
      return refuse("procedures.frameworkExists", { dossier: accord.dossier });
    }
  }
}

function refuseFreezing(context: Context, body: z.output<typeof freezeTextBody>): Refusal | undefined {
  const { draft, points, proposal } = context.data;
  const open = Object.keys(points).filter((point) => points[point]?.settled === undefined);
  if (open.length > 0) return refuse("procedures.pointsOpen", { points: open });
  if (!draft || draft.version !== body.version)
    return refuse("procedures.versionNumber", { got: body.version, latest: draft?.version ?? 0 });
  const incomplete = refuseVersion(draft, proposal?.kind === "amendment" ? context.terms.accord?.annex : undefined);
  if (incomplete) return incomplete;
  const expected: Record<string, string> = { ...digestsOf(draft.texts), annex: draft.annex?.digest ?? "" };
  const got: Record<string, string> = { ...body.digests, annex: body.annex };
  for (const name of new Set([...Object.keys(expected), ...Object.keys(got)]))
    if (expected[name] !== got[name])
      return refuse("procedures.digestDiffers", {
        language: name,
        got: got[name] ?? "no digest",
        expected: expected[name] ?? "no digest",
      });
  return undefined;
}

function withAgreed(context: Context): AccordData {
  const { draft } = context.data;
  if (!draft?.annex) return context.data;
  const named = { digests: digestsOf(draft.texts), annexDigest: draft.annex.digest };
  const agreed = {
    version: draft.version,
    texts: draft.texts,
    annex: draft.annex.value,
    ...named,
    digest: instrumentDigest(named, context.digest),
  };
  return { ...context.data, agreed };
}

export const negotiationSteps = {
  propose: step({
    from: "opening",
    to: "negotiation",
    by: "proposer",
    body: proposeBody,
    guard: refuseProposal,
    effect: (context, body) => ({
      ...context.data,
      dossier: context.act.dossier,
      proposal: body,
      mandates: withSide(context.data.mandates, { side: context.side, value: body.mandate }),
    }),
  }),
  /** The mandate itself is each side's own matter; the other learns its reference. */
  recordMandate: step({
    from: ["negotiation"],
    to: "same",
    by: "either",
    expected: false,
    body: mandate,
    effect: (context, body) => ({
      ...context.data,
      mandates: withSide(context.data.mandates, { side: context.side, value: body }),
    }),
  }),
  tableVersion: step({
    from: ["negotiation"],
    to: "same",
    by: "either",
    body: tableVersionBody,
    guard: (context, body) =>
      firstOf(body.annex ? refuseAnnex(body.annex, context.terms) : undefined, refuseTabling(context, body)),
    effect: withTabled,
  }),
  raisePoint: step({
    from: ["negotiation"],
    to: "same",
    by: "either",
    expected: false,
    body: raisePointBody,
    guard: ({ data }, body) =>
      data.points[body.point] ? refuse("procedures.pointKnown", { point: body.point }) : undefined,
    effect: ({ data, side }, body) => ({
      ...data,
      points: { ...data.points, [body.point]: { raised: body, by: side } },
    }),
  }),
  /** Only who raised a point can be satisfied about it: nobody closes the other side's reserve. */
  settlePoint: step({
    from: ["negotiation"],
    to: "same",
    by: "either",
    expected: false,
    body: settlePointBody,
    guard: ({ data, side }, body) => {
      const point = data.points[body.point];
      if (!point) return refuse("procedures.pointUnknown", { point: body.point, points: Object.keys(data.points) });
      if (point.by !== side) return refuse("procedures.pointNotYours", { point: body.point, by: point.by });
      return refuseAgain(point.settled, `the settlement of ${body.point}`);
    },
    effect: ({ data }, body) => {
      const point = data.points[body.point];
      return point ? { ...data, points: { ...data.points, [body.point]: { ...point, settled: body.how } } } : data;
    },
  }),
  freezeText: step({
    from: ["negotiation"],
    to: "textAgreed",
    by: "both",
    body: freezeTextBody,
    guard: refuseFreezing,
    effect: withAgreed,
  }),
  /** Before it is initialled the text can still be opened again, by both. */
  reopenText: step({
    from: ["textAgreed"],
    to: "negotiation",
    by: "both",
    expected: false,
    body: reasonBody,
    effect: ({ data }) => ({ ...data, agreed: undefined }),
  }),
  withdraw: step({
    from: ["negotiation", "textAgreed", "initialled", "readyToSign"],
    to: "withdrawn",
    by: "either",
    expected: false,
    body: reasonBody,
    prevailsOver: beforeSignature,
  }),
} satisfies Readonly<Record<string, Step<AccordData>>>;
