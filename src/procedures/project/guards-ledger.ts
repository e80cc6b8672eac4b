// Why a step of the work or of a ledger cannot be made: nothing is paid beyond a share, transferred beyond a licence,
// accepted by its own author or closed while something is owed.

import { type Refusal, refuse } from "../../base/index.ts";
import { dayEndsAt } from "../calendar.ts";
import { amountOf, fits, minorUnits } from "../money.ts";
import type { Information } from "./bodies.ts";
import {
  answerWord,
  gateRecord,
  type LedgerEntry,
  ledgerDigest,
  type ProjectData,
  paidBy,
  presentPhase,
  shareOf,
  transfersLeft,
  unsettled,
} from "./data.ts";
import { guardLevel, guardNew, type ProjectContext } from "./guards.ts";

interface Numbered {
  readonly id: string;
}

/** Something of the ledger that this side may answer for now; the refusal names what can be. */
export function guardPick<Row extends Numbered>(
  rows: readonly Row[],
  given: { readonly id: string; fits(row: Row): boolean },
): Refusal | undefined {
  if (rows.some((row) => row.id === given.id && given.fits(row))) return undefined;
  const possible = rows.filter((row) => given.fits(row)).map((row) => row.id);
  return refuse("procedures.projectNothing", { got: given.id, possible: possible.length > 0 ? possible : "none" });
}

export function guardDelivery({ data, side }: ProjectContext, id: string): Refusal | undefined {
  return guardPick(data.deliverables, { id, fits: (one) => one.owner === side && one.state === "open" });
}

/** Only the side that receives accepts or sends back. */
export function guardAcceptance({ data, side }: ProjectContext, id: string): Refusal | undefined {
  return guardPick(data.deliverables, { id, fits: (one) => one.owner !== side && one.state === "delivered" });
}

export function guardContribution(
  context: ProjectContext,
  given: { readonly id: string; readonly phase: string; readonly amount: string },
): Refusal | undefined {
  const { data, side } = context;
  const refusal = guardNew(context, { id: given.id, known: data.contributions });
  if (refusal) return refusal;
  const arrangement = data.arrangement?.arrangement;
  const currency = arrangement?.currency ?? "EUR";
  if (!arrangement?.phases.some((one) => one.id === given.phase))
    return guardPick(arrangement?.phases ?? [], { id: given.phase, fits: () => true });
  if (!fits({ amount: given.amount, currency }))
    return refuse("procedures.projectAmount", { got: given.amount, currency });
  const after = paidBy(data, side) + minorUnits({ amount: given.amount, currency });
  if (after <= shareOf(data, side)) return undefined;
  return refuse("procedures.projectBeyond", {
    got: amountOf(after, currency),
    share: amountOf(shareOf(data, side), currency),
    currency,
  });
}

/** The committee decides by unanimity, on the phase that is under way, with everything in it accepted. */
export function guardGate(
  { data, digest }: ProjectContext,
  given: { readonly phase: string; readonly record: string },
): Refusal | undefined {
  const phase = presentPhase(data);
  if (phase?.id !== given.phase)
    return refuse("procedures.projectNothing", { got: given.phase, possible: phase ? [phase.id] : "none" });
  const open = data.deliverables.filter((one) => one.phase === given.phase && one.state !== "accepted");
  if (open.length > 0) return refuse("procedures.projectNotAccepted", { deliverables: open.map((one) => one.id) });
  const expected = gateRecord(data, { phase: given.phase, digest });
  return given.record === expected ? undefined : refuse("procedures.projectOtherText", { got: given.record, expected });
}

/** One side says no to the gate of the phase that is under way. */
export function guardDeclined({ data }: ProjectContext, phase: string): Refusal | undefined {
  const present = presentPhase(data);
  if (present?.id === phase) return undefined;
  return refuse("procedures.projectNothing", { got: phase, possible: present ? [present.id] : "none" });
}

export function guardPostponed(
  { data, terms }: ProjectContext,
  given: { readonly phase: string; readonly until: string },
): Refusal | undefined {
  const phase = presentPhase(data);
  if (phase?.id !== given.phase)
    return refuse("procedures.projectNothing", { got: given.phase, possible: phase ? [phase.id] : "none" });
  const side = data.proposer ?? terms.parties[0];
  if (dayEndsAt(terms, { side, day: given.until }) > (data.gates[phase.id] ?? 0)) return undefined;
  return refuse("procedures.projectDates", { phase: phase.id, until: given.until, at: phase.until });
}

/** Background is its owner's to declare; foreground either side's, or both sides' together. */
export function guardInformation(context: ProjectContext, given: Information): Refusal | undefined {
  const { data } = context;
  return guardNew(context, { id: given.id, known: data.information }) ?? guardDescribed(context, given);
}

/** What was contested is put right by the side that declared it. */
export function guardRevision(
  context: ProjectContext,
  given: { readonly information: Information; readonly base: string },
): Refusal | undefined {
  const { data, side } = context;
  const { id } = given.information;
  const contested = (one: LedgerEntry): boolean => one.by === side && answerWord(one.answer) === "contested";
  const refusal = guardPick(data.information, { id, fits: contested });
  if (refusal) return refusal;
  const expected = data.information.find((one) => one.id === id)?.digest ?? "none";
  if (given.base !== expected) return refuse("procedures.projectOtherText", { got: given.base, expected });
  return guardDescribed(context, given.information);
}

function guardDescribed(context: ProjectContext, given: Information): Refusal | undefined {
  const { side, terms } = context;
  const refusal = guardLevel(context, given.level);
  if (refusal) return refusal;
  if (given.kind === "background" && given.owner !== side)
    return refuse("procedures.projectOwner", { information: given.id, got: given.owner ?? "none" });
  if (given.owner !== undefined && !terms.parties.some((code) => code === given.owner))
    return refuse("procedures.projectParties", { got: [given.owner], parties: [...terms.parties] });
  return undefined;
}

export function guardAnswered(
  { data, side }: ProjectContext,
  given: { readonly information: string; readonly digest: string },
): Refusal | undefined {
  const fitting = (one: ProjectData["information"][number]): boolean => one.by !== side && one.answer === undefined;
  const refusal = guardPick(data.information, { id: given.information, fits: fitting });
  if (refusal) return refusal;
  const expected = data.information.find((one) => one.id === given.information)?.digest ?? "none";
  return given.digest === expected ? undefined : refuse("procedures.projectOtherText", { got: given.digest, expected });
}

/** Consent is asked for what is not this side's alone, and for what is not free or forbidden anyway. */
export function guardConsent(
  context: ProjectContext,
  given: { readonly id: string; readonly information: string },
): Refusal | undefined {
  const { data, side } = context;
  return (
    guardNew(context, { id: given.id, known: data.consents }) ??
    guardPick(data.information, {
      id: given.information,
      fits: (one) => one.owner !== side && one.thirdParties === "byConsent",
    })
  );
}

/** Under a licence of the own side that is still valid on that side's clock, and never more than it allows. */
export function guardTransfer(
  context: ProjectContext,
  given: {
    readonly id: string;
    readonly licence: string;
    readonly level: string;
    readonly information?: string | undefined;
  },
): Refusal | undefined {
  const { data, side, terms, time } = context;
  const refusal =
    guardNew(context, { id: given.id, known: data.transfers }) ??
    guardPick(data.licences, { id: given.licence, fits: (one) => one.by === side }) ??
    guardHandedOver(context, given);
  if (refusal) return refusal;
  const licence = data.licences.find((one) => one.id === given.licence);
  if (licence && time >= dayEndsAt(terms, { side, day: licence.until }))
    return refuse("procedures.projectLicenceEnded", { licence: licence.number, until: licence.until });
  if (transfersLeft(data, given.licence) > 0) return undefined;
  return refuse("procedures.projectLicenceSpent", {
    licence: licence?.number ?? given.licence,
    transfers: licence?.transfers ?? 0,
  });
}

/**
 * A side does not hand over what is the other's alone, nor below the level at which it stands in the ledger; above the
 * lowest level only by a project security instruction.
 */
function guardHandedOver(
  context: ProjectContext,
  given: { readonly level: string; readonly information?: string | undefined },
): Refusal | undefined {
  const { data, other, terms } = context;
  const { level, information: id } = given;
  const refusal =
    guardLevel(context, level) ??
    (id === undefined ? undefined : guardPick(data.information, { id, fits: (one) => one.owner !== other }));
  if (refusal) return refusal;
  const rank = (code: string): number => terms.labels.levels.findIndex((one) => one.code === code);
  const declared = data.information.find((one) => one.id === id)?.level ?? level;
  if (rank(level) < rank(declared)) return refuse("procedures.projectLevel", { got: level, level: declared });
  if (rank(level) === 0 || data.instruction !== undefined) return undefined;
  return refuse("procedures.projectInstruction", { got: level });
}

/** Equipment is lent once at a time, and is due back on a day to come. */
export function guardLoan(
  context: ProjectContext,
  given: { readonly id: string; readonly serial: string; readonly returnBy: string },
): Refusal | undefined {
  const { data, side, other, terms, time } = context;
  const refusal = guardNew(context, { id: given.id, known: data.equipment });
  if (refusal) return refusal;
  const lent = data.equipment.find(
    (one) => one.by === side && one.serial === given.serial && one.state !== "accounted",
  );
  if (lent) return refuse("procedures.projectLent", { serial: given.serial, equipment: lent.id });
  if (dayEndsAt(terms, { side: other, day: given.returnBy }) > time) return undefined;
  return refuse("procedures.projectReturn", { got: given.returnBy });
}

/** Only what came back is returned; what never did is lost, used up or left to the other side. */
export function guardAccount(
  { data, side }: ProjectContext,
  given: { readonly equipment: string; readonly as: string },
): Refusal | undefined {
  return guardPick(data.equipment, {
    id: given.equipment,
    fits: (one) => one.by === side && (given.as === "returned" ? one.state === "sentBack" : one.state !== "accounted"),
  });
}

/** A question about a facility of the other side, at a level that the policy has. */
export function guardFacility(
  context: ProjectContext,
  given: { readonly id: string; readonly level: string },
): Refusal | undefined {
  return guardNew(context, { id: given.id, known: context.data.facilities }) ?? guardLevel(context, given.level);
}

/** A clearance is confirmed at the level asked for or a higher one, until a day to come on the confirming side. */
export function guardCleared(
  context: ProjectContext,
  given: {
    readonly facility: string;
    readonly result: string;
    readonly level?: string | undefined;
    readonly until?: string | undefined;
  },
): Refusal | undefined {
  const { data, side, terms, time } = context;
  const refusal = guardPick(data.facilities, {
    id: given.facility,
    fits: (one) => one.by !== side && (one.answer === undefined || one.answer.result === "inProcess"),
  });
  const { level, until } = given;
  if (refusal || given.result !== "confirmed" || level === undefined || until === undefined) return refusal;
  const asked = data.facilities.find((one) => one.id === given.facility)?.level ?? level;
  const rank = (code: string): number => terms.labels.levels.findIndex((one) => one.code === code);
  const unknown = guardLevel(context, level);
  if (unknown) return unknown;
  if (rank(level) < rank(asked)) return refuse("procedures.projectLevel", { got: level, level: asked });
  if (dayEndsAt(terms, { side, day: until }) > time) return undefined;
  return refuse("procedures.projectReturn", { got: until });
}

export function guardNotice({ data, terms, side, time }: ProjectContext, endsOn: string): Refusal | undefined {
  const months = data.arrangement?.arrangement.noticeMonths ?? 1;
  const { zone } = terms.calendars[side] ?? { zone: "UTC" };
  const earliest = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDate().add({ months });
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(endsOn), earliest) >= 0) return undefined;
  return refuse("procedures.projectNotice", { got: endsOn, months, earliest: earliest.toString() });
}

export function guardLedger({ data, digest }: ProjectContext, ledger: string): Refusal | undefined {
  const open = unsettled(data);
  if (open.length > 0) return refuse("procedures.projectUnsettled", { open: [...open] });
  const expected = ledgerDigest(data, digest);
  return ledger === expected ? undefined : refuse("procedures.projectOtherText", { got: ledger, expected });
}

/** Each side once, in amounts that the currency knows. */
export function guardOwed(
  { data, terms }: ProjectContext,
  owed: readonly { readonly by: string; readonly amount: string }[],
): Refusal | undefined {
  const currency = data.arrangement?.arrangement.currency ?? "EUR";
  const parties = owed.map((one) => one.by);
  if (parties.some((one, i) => parties.indexOf(one) !== i || !terms.parties.some((code) => code === one)))
    return refuse("procedures.projectParties", { got: parties, parties: [...terms.parties] });
  const wrong = owed.find((one) => !fits({ amount: one.amount, currency }));
  return wrong ? refuse("procedures.projectAmount", { got: wrong.amount, currency }) : undefined;
}
