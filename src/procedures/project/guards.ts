// Why a step of a project cannot be made, until its arrangement is signed. Each guard answers with its own refusal.

import { type Refusal, refuse } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import { amountOf, fits, times } from "../money.ts";
import type { Arrangement } from "./bodies.ts";
import { type ReviewKind, reviewKinds } from "./bodies.ts";
import { type ProjectData, paidBy, shareOf } from "./data.ts";

export type ProjectContext = StepContext<ProjectData>;

/** What a side brings in is numbered by its own mark: acts that cross never mean different things by one number. */
export function guardNumber({ side }: ProjectContext, id: string): Refusal | undefined {
  const prefix = `${side.toLowerCase()}-`;
  return id.startsWith(prefix) ? undefined : refuse("procedures.projectNumber", { got: id, prefix });
}

/** A number of this side that stands for nothing yet. */
export function guardNew(
  context: ProjectContext,
  given: { readonly id: string; readonly known: readonly { readonly id: string }[] },
): Refusal | undefined {
  const refusal = guardNumber(context, given.id);
  if (refusal) return refusal;
  return given.known.some((one) => one.id === given.id)
    ? refuse("procedures.projectSameNumber", { got: given.id })
    : undefined;
}

export function guardIntent({ data }: ProjectContext, objective: string): Refusal | undefined {
  const expected = data.objective?.digest ?? "none";
  return objective === expected ? undefined : refuse("procedures.projectOtherText", { got: objective, expected });
}

export function guardTabled(
  context: ProjectContext,
  given: { readonly arrangement: Arrangement; readonly base?: string | undefined },
): Refusal | undefined {
  const standing = context.data.arrangement?.digest;
  if (given.base !== standing)
    return refuse("procedures.projectOtherText", { got: given.base ?? "none", expected: standing ?? "none" });
  return guardShares(context, given.arrangement) ?? guardPhases(context, given.arrangement);
}

/** Both sides once, the parts of the work a hundred per cent together, and amounts that the currency knows. */
function guardShares({ terms }: ProjectContext, { shares, currency }: Arrangement): Refusal | undefined {
  const parties = shares.map((one) => one.party).sort();
  if (parties.join() !== [...terms.parties].sort().join())
    return refuse("procedures.projectParties", { got: parties, parties: [...terms.parties] });
  const wrong = shares.find((one) => !fits({ amount: one.financial, currency }));
  if (wrong) return refuse("procedures.projectAmount", { got: wrong.financial, currency });
  const whole = shares.reduce((sum, one) => sum + times(100n, one.technical), 0n);
  if (whole === 10_000n) return undefined;
  return refuse("procedures.projectShares", { got: shares.map((one) => `${one.party} ${one.technical}`) });
}

/** Each number once, deliverables of a party, and phases one after the other. */
function guardPhases({ terms }: ProjectContext, { phases }: Arrangement): Refusal | undefined {
  const ids = phases.flatMap((one) => [one.id, ...one.deliverables.map(({ id }) => id)]);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) return refuse("procedures.projectSameNumber", { got: twice });
  const stranger = phases
    .flatMap((one) => one.deliverables)
    .find(({ owner }) => !terms.parties.some((code) => code === owner));
  if (stranger) return refuse("procedures.projectParties", { got: [stranger.owner], parties: [...terms.parties] });
  for (const [i, phase] of phases.entries()) {
    const before = phases[i - 1]?.until ?? "";
    const late = phase.deliverables.find((one) => one.due > phase.until);
    if (phase.until <= before || late)
      return refuse("procedures.projectDates", { phase: phase.id, until: phase.until, at: late?.due ?? before });
  }
  return undefined;
}

/** An amendment keeps what was accepted and paid, and the phases that have passed. */
export function guardAmendment(
  context: ProjectContext,
  given: { readonly arrangement: Arrangement; readonly base: string },
): Refusal | undefined {
  const refusal = guardTabled(context, given);
  if (refusal) return refusal;
  const { data, terms } = context;
  const { arrangement } = given;
  const planned = arrangement.phases.flatMap((one) => one.deliverables);
  const lost = [
    ...data.deliverables
      .filter((one) => one.state !== "open")
      .filter((one) => !planned.some(({ id, owner }) => id === one.id && owner === one.owner))
      .map((one) => one.id),
    ...data.passed.filter(({ phase }, i) => arrangement.phases[i]?.id !== phase).map((one) => one.phase),
  ];
  if (lost.length > 0) return refuse("procedures.projectKept", { lost });
  if (arrangement.currency !== data.arrangement?.arrangement.currency)
    return refuse("procedures.projectAmount", {
      got: arrangement.currency,
      currency: data.arrangement?.arrangement.currency ?? "none",
    });
  const changed = { ...data, arrangement: { arrangement, by: context.side, digest: "" } };
  const short = terms.parties.find((side) => paidBy(data, side) > shareOf(changed, side));
  if (short === undefined) return undefined;
  return refuse("procedures.projectBeyond", {
    got: amountOf(paidBy(data, short), arrangement.currency),
    share: amountOf(shareOf(changed, short), arrangement.currency),
    currency: arrangement.currency,
  });
}

/** Work begins when each side has said who sits on the steering committee for it. */
export function guardKickOff({ data, terms }: ProjectContext): Refusal | undefined {
  const missing = terms.parties.filter((side) => data.appointed[side] === undefined);
  return missing.length > 0 ? refuse("procedures.projectAppointed", { missing }) : undefined;
}

/** Editions go up, so that an older file never takes the place of a newer one. */
export function guardInstruction({ data }: ProjectContext, edition: number): Refusal | undefined {
  const least = (data.instruction?.edition ?? 0) + 1;
  return edition >= least ? undefined : refuse("procedures.projectEdition", { got: edition, least });
}

/** A level by its code in the accord's policy; undefined for one that it has. */
export function guardLevel({ terms }: ProjectContext, level: string): Refusal | undefined {
  const levels = terms.labels.levels.map(({ code }) => code);
  return levels.includes(level) ? undefined : refuse("procedures.channelLevel", { got: level, levels });
}

export function guardReview(
  { data, side }: ProjectContext,
  given: { readonly kind: ReviewKind; readonly arrangement: string },
): Refusal | undefined {
  const expected = data.arrangement?.digest ?? "none";
  if (given.arrangement !== expected)
    return refuse("procedures.projectOtherText", { got: given.arrangement, expected });
  const made = data.reviews.some(
    (one) => one.by === side && one.kind === given.kind && one.arrangement === given.arrangement,
  );
  return made ? refuse("procedures.projectReviewed", { kind: given.kind }) : undefined;
}

/** Nobody signs before the own side's lawyers, security and export control have said yes to this very text. */
export function guardSignature({ data, side }: ProjectContext, arrangement: string): Refusal | undefined {
  const expected = data.arrangement?.digest ?? "none";
  if (arrangement !== expected) return refuse("procedures.projectOtherText", { got: arrangement, expected });
  const missing = reviewKinds.filter(
    (kind) =>
      !data.reviews.some(
        (one) => one.by === side && one.kind === kind && one.arrangement === arrangement && one.result === "favourable",
      ),
  );
  return missing.length > 0 ? refuse("procedures.projectReviews", { missing: [...missing] }) : undefined;
}
