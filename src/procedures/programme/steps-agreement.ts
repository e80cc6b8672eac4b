// Agreeing on the programme and freezing it. Both heads of protocol sign one version by its digest, together with each
// clash in it that both take as it is; a clash nobody acknowledged stops the agreement.

import { isRefusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { type Acknowledged, agreeBody, frozenChangeBody, noteBody, reasonBody, versionBody } from "./bodies.ts";
import { applyChanges } from "./changes.ts";
import type { ProgrammeData } from "./data.ts";
import { guardBase, guardClashes, guardEngagements, type ProgrammeContext } from "./guards.ts";
import { guardChanges } from "./steps-writing.ts";
import { digestOf, withVersion } from "./versions.ts";

const submitProgramme = step<ProgrammeData, typeof noteBody>({
  from: ["preparing"],
  to: "submitted",
  by: "host",
  body: noteBody,
  guard: (context) =>
    context.data.versions.length === 0
      ? refuse("procedures.programmeNoVersion", {})
      : guardEngagements(context, context.data.engagements),
});

interface Agreement {
  readonly version: string;
  readonly acknowledged?: Acknowledged;
}

/** Each clash once, in one order: both sides must be able to give the same value, however their forms list it. */
function sorted(acknowledged: Acknowledged): NonNullable<Acknowledged> {
  const byKey = new Map((acknowledged ?? []).map((one) => [`${one.from} ${one.to}`, one]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

const agreement = {
  by: "both",
  body: agreeBody,
  guard: ({ data }: ProgrammeContext, { version, acknowledged }: Agreement) =>
    guardBase(data, version) ?? guardClashes(data.engagements, acknowledged),
  agree: ({ version, acknowledged }: Agreement) => ({ version, acknowledged: sorted(acknowledged) }),
  effect: ({ data }: ProgrammeContext, { version, acknowledged }: Agreement): ProgrammeData => ({
    ...data,
    agreed: { version, acknowledged: sorted(acknowledged) },
  }),
} as const;

const agreeProgramme = step<ProgrammeData, typeof agreeBody>({
  ...agreement,
  from: ["submitted"],
  to: "agreed",
  grave: true,
});

/** Freezing before the time comes by itself. */
const freeze = step<ProgrammeData, typeof agreeBody>({
  ...agreement,
  from: ["agreed"],
  to: "frozen",
  expected: false,
});

/** The host proposes a change to what is frozen; a later proposal takes the place of one not answered. */
const changeFrozen = step<ProgrammeData, typeof frozenChangeBody>({
  from: ["frozen", "frozenChange"],
  to: "frozenChange",
  by: "host",
  expected: false,
  body: frozenChangeBody,
  prevailsOver: ["acceptChange", "declineChange"],
  guard(context, { base, changes, acknowledged }) {
    const refusal = guardBase(context.data, base) ?? guardChanges(context, changes);
    if (refusal) return refusal;
    const after = applyChanges(context.data.engagements, changes);
    return isRefusal(after) ? after : guardClashes(after, acknowledged);
  },
  effect(context, { changes, acknowledged, reason }) {
    const engagements = applyChanges(context.data.engagements, changes);
    if (isRefusal(engagements)) return context.data;
    const digest = digestOf(context, engagements);
    return { ...context.data, pending: { digest, engagements, reason, acknowledged: sorted(acknowledged) } };
  },
});

/** Names the version the change would make, clashes and all: the visitor signs what it has read. */
const acceptChange = step<ProgrammeData, typeof versionBody>({
  from: ["frozenChange"],
  to: "frozen",
  by: "visitor",
  body: versionBody,
  guard({ data }, { version }) {
    const expected = data.pending?.digest ?? "none";
    return version === expected ? undefined : refuse("procedures.programmeOtherVersion", { got: version, expected });
  },
  effect(context, { version }) {
    const { pending } = context.data;
    if (!pending) return context.data;
    const { engagements, acknowledged } = pending;
    return { ...withVersion(context, engagements), pending: undefined, agreed: { version, acknowledged } };
  },
});

const declineChange = step<ProgrammeData, typeof reasonBody>({
  from: ["frozenChange"],
  to: "frozen",
  by: "visitor",
  body: reasonBody,
  effect: ({ data }) => ({ ...data, pending: undefined }),
});

export const agreementSteps: Readonly<Record<string, Step<ProgrammeData>>> = {
  submitProgramme,
  agreeProgramme,
  freeze,
  changeFrozen,
  acceptChange,
  declineChange,
};
