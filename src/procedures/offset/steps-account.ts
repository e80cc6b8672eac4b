// The account: claims filed and decided, the guarantee released, a penalty where the period ends with something owed,
// and the end by both.

import { type Step, step } from "../declaration.ts";
import { refuseSame, refuseUnknown } from "../entries.ts";
import { claimBody, decideClaimBody, guaranteeBody, noteBody, penaltyBody, withdrawClaimBody } from "./bodies.ts";
import { type Claim, type OffsetData, offsetUnits } from "./data.ts";
import {
  openClaims,
  projectsIn,
  refuseClaim,
  refuseDecision,
  refuseOpen,
  refusePenalty,
  refuseRelease,
} from "./guards.ts";

const changed = (data: OffsetData, claim: Pick<Claim, "claim"> & Partial<Claim>): OffsetData => ({
  ...data,
  claims: data.claims.map((one) => (one.claim === claim.claim ? { ...one, ...claim } : one)),
});

export const accountSteps = {
  fileClaim: step<OffsetData, typeof claimBody>({
    from: ["running", "ended"],
    to: "same",
    by: "obligor",
    expected: false,
    body: claimBody,
    guard: (context, given) =>
      refuseSame(
        context.data.claims.map(({ claim }) => claim),
        given.claim,
      ) ??
      refuseUnknown(projectsIn(context, "approved"), given.project) ??
      refuseClaim(context, given),
    effect: ({ data, time }, given) => ({
      ...data,
      claims: [...data.claims, { ...given, at: time, state: "filed", accepted: "0" }],
    }),
  }),
  decideClaim: step<OffsetData, typeof decideClaimBody>({
    from: ["running", "ended"],
    to: ["same", "fulfilled"],
    by: "beneficiary",
    body: decideClaimBody,
    // What was accepted without seeing that the claim was taken back would be credited for nothing: it falls.
    guard: (context, given) => refuseUnknown(openClaims(context.data), given.claim) ?? refuseDecision(context, given),
    effect: ({ data }, { claim, accepted }) => changed(data, { claim, accepted, state: "decided" }),
    leads: (data) => (offsetUnits(data).balance === 0n && openClaims(data).length === 0 ? "fulfilled" : "same"),
    waits: (data) => openClaims(data).length > 0,
  }),
  withdrawClaim: step<OffsetData, typeof withdrawClaimBody>({
    from: ["running", "ended"],
    to: "same",
    by: "obligor",
    expected: false,
    body: withdrawClaimBody,
    prevailsOver: ["decideClaim"],
    guard: ({ data }, { claim }) => refuseUnknown(openClaims(data), claim),
    effect: ({ data }, { claim }) => changed(data, { claim, state: "withdrawn" }),
  }),
  releaseGuarantee: step<OffsetData, typeof guaranteeBody>({
    from: ["running", "fulfilled", "ended"],
    to: "same",
    by: "beneficiary",
    expected: false,
    body: guaranteeBody,
    guard: (context, { amount }) => refuseRelease(context, amount),
    effect: ({ data }, { amount }) => ({ ...data, released: [...data.released, amount] }),
  }),
  /** Once, at the end of the period; another one takes its place. */
  claimPenalty: step<OffsetData, typeof penaltyBody>({
    from: ["ended"],
    to: "same",
    by: "beneficiary",
    expected: false,
    body: penaltyBody,
    guard: (context, { amount }) => refusePenalty(context, amount),
    effect: ({ data }, { amount }) => ({ ...data, penalty: amount }),
  }),
  close: step<OffsetData, typeof noteBody>({
    from: ["fulfilled", "ended"],
    to: "closed",
    by: "both",
    grave: true,
    body: noteBody,
    agree: () => "closed",
    guard: refuseOpen,
  }),
} satisfies Readonly<Record<string, Step<OffsetData>>>;
