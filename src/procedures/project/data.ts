// What a project's dossier knows: the arrangement as it stands, what was delivered and paid, and the ledgers of
// information, transfers, equipment and facilities. Amounts are decimal text; sums are in minor units.

import type { PartyCode } from "../../acts/index.ts";
import type { z } from "../../base/index.ts";
import { dayEndsAt } from "../calendar.ts";
import { minorUnits } from "../money.ts";
import type { Terms } from "../terms.ts";
import type {
  Arrangement,
  answerConsentBody,
  answerFacilityBody,
  appointBody,
  askConsentBody,
  contestBody,
  contributeBody,
  facilityBody,
  Information,
  instructionBody,
  lendBody,
  licenceBody,
  ReviewKind,
  receiveBody,
  reviewBody,
  transferBody,
} from "./bodies.ts";

/** What one side brought in, and when; milliseconds since 1970. */
type Brought<Body> = Body & { readonly by: PartyCode; readonly at: number };

export interface TrackedDeliverable {
  readonly id: string;
  readonly phase: string;
  readonly owner: PartyCode;
  readonly due: string;
  /** End of that day on its owner's clock; milliseconds since 1970. */
  readonly dueAt: number;
  readonly state: "open" | "delivered" | "accepted";
  readonly reference?: string | undefined;
  readonly digest?: string | undefined;
  readonly at?: number | undefined;
  /** How often it was sent back. */
  readonly rejections: number;
}

export interface LedgerEntry extends Brought<Information> {
  readonly digest: string;
  /** Acknowledged by the other side, or contested; undefined while it has said nothing. */
  readonly answer?: "acknowledged" | z.infer<typeof contestBody>["reasons"] | undefined;
}

export interface ProjectData {
  readonly proposer: PartyCode | undefined;
  readonly titles: Readonly<Record<string, string>>;
  /** Each side's own number, once it has given one. */
  readonly references: Readonly<Record<PartyCode, string>>;
  readonly objective: { readonly texts: Readonly<Record<string, string>>; readonly digest: string } | undefined;
  readonly intentAt: number | undefined;
  readonly arrangement:
    | { readonly arrangement: Arrangement; readonly by: PartyCode; readonly digest: string }
    | undefined;
  readonly reviews: readonly (Brought<z.infer<typeof reviewBody>> & { readonly kind: ReviewKind })[];
  readonly signedAt: number | undefined;
  /** By side, who sits on the steering committee and who runs the work. */
  readonly appointed: Readonly<Record<PartyCode, Omit<z.infer<typeof appointBody>, "reference">>>;
  /** The day on which work began. */
  readonly begunOn: string | undefined;
  readonly instruction: z.infer<typeof instructionBody> | undefined;
  /** How many phases have passed their gate. */
  readonly passed: readonly { readonly phase: string; readonly at: number; readonly record: string }[];
  /** Gates to which one side said no, in the order of the acts. */
  readonly declined: readonly {
    readonly by: PartyCode;
    readonly phase: string;
    readonly codes: readonly string[];
    readonly escalated?: string | undefined;
  }[];
  /** By phase, when its gate is due: the end of its last day on the proposer's clock. */
  readonly gates: Readonly<Record<string, number>>;
  readonly deliverables: readonly TrackedDeliverable[];
  readonly contributions: readonly Brought<z.infer<typeof contributeBody>>[];
  readonly information: readonly LedgerEntry[];
  readonly consents: readonly (Brought<z.infer<typeof askConsentBody>> & {
    readonly answer?: Omit<z.infer<typeof answerConsentBody>, "consent"> | undefined;
  })[];
  readonly licences: readonly Brought<z.infer<typeof licenceBody>>[];
  readonly transfers: readonly (Brought<z.infer<typeof transferBody>> & {
    readonly receipt?: Omit<z.infer<typeof receiveBody>, "transfer"> | undefined;
  })[];
  readonly equipment: readonly (Brought<z.infer<typeof lendBody>> & {
    readonly state: "lent" | "held" | "sentBack" | "accounted";
    /** End of the day on which it is due back, on the borrower's clock; milliseconds since 1970. */
    readonly dueAt: number;
    readonly as?: string | undefined;
  })[];
  readonly facilities: readonly (Brought<z.infer<typeof facilityBody>> & {
    readonly answer?: Omit<z.infer<typeof answerFacilityBody>, "facility"> | undefined;
  })[];
  readonly notice: { readonly by: PartyCode; readonly endsOn: string; readonly endsAt: number } | undefined;
  /** The digest of the ledgers when both closed them. */
  readonly frozen: string | undefined;
}

export function blankProject(): ProjectData {
  return {
    proposer: undefined,
    titles: {},
    references: {},
    objective: undefined,
    intentAt: undefined,
    arrangement: undefined,
    reviews: [],
    signedAt: undefined,
    appointed: {},
    begunOn: undefined,
    instruction: undefined,
    passed: [],
    declined: [],
    gates: {},
    deliverables: [],
    contributions: [],
    information: [],
    consents: [],
    licences: [],
    transfers: [],
    equipment: [],
    facilities: [],
    notice: undefined,
    frozen: undefined,
  };
}

/** The phase that waits for its gate; undefined when all have passed. */
export function presentPhase(data: ProjectData): Arrangement["phases"][number] | undefined {
  const phases = data.arrangement?.arrangement.phases ?? [];
  return phases.find((one) => !data.passed.some(({ phase }) => phase === one.id));
}

/** What a side has paid so far, in minor units of the arrangement's currency. */
export function paidBy(data: ProjectData, side: PartyCode): bigint {
  const currency = data.arrangement?.arrangement.currency ?? "EUR";
  return data.contributions
    .filter((one) => one.by === side)
    .reduce((sum, { amount }) => sum + minorUnits({ amount, currency }), 0n);
}

/** What a side is to pay in all, in minor units; none before there is an arrangement. */
export function shareOf(data: ProjectData, side: PartyCode): bigint {
  const given = data.arrangement?.arrangement;
  const share = given?.shares.find((one) => one.party === side);
  return given && share ? minorUnits({ amount: share.financial, currency: given.currency }) : 0n;
}

/** How many transfers a licence still allows. */
export function transfersLeft(data: ProjectData, licence: string): number {
  const found = data.licences.find((one) => one.id === licence);
  return (found?.transfers ?? 0) - data.transfers.filter((one) => one.licence === licence).length;
}

/** What both look at before a gate: what the phase brought, and what each side has paid so far. */
export function gateRecord(
  data: ProjectData,
  input: { readonly phase: string; digest(value: unknown): string },
): string {
  const brought = data.deliverables
    .filter((one) => one.phase === input.phase)
    .map(({ id, state, reference }) => ({ id, state, reference: reference ?? "" }));
  // A no makes it another record: both sign anew.
  const declined = data.declined.filter((one) => one.phase === input.phase).length;
  const paid = data.contributions.map(({ id, by, amount }) => ({ id, by, amount }));
  return input.digest({ phase: input.phase, brought, paid, declined });
}

export const answerWord = (answer: LedgerEntry["answer"]): "none" | "acknowledged" | "contested" => {
  if (answer === undefined) return "none";
  return answer === "acknowledged" ? answer : "contested";
};

/** The digest both sign when the ledgers close. */
export function ledgerDigest(data: ProjectData, digest: (value: unknown) => string): string {
  return digest({
    information: data.information.map((one) => ({ digest: one.digest, answer: answerWord(one.answer) })),
    consents: data.consents.map(({ id, answer }) => ({ id, granted: answer?.granted ?? false })),
    transfers: data.transfers.map(({ id, receipt }) => ({ id, result: receipt?.result ?? "none" })),
    equipment: data.equipment.map(({ id, state, as }) => ({ id, state, as: as ?? "none" })),
  });
}

/** The data with what an arrangement plans; deliverables that are known already keep what became of them. */
export function withPlan(data: ProjectData, input: { readonly arrangement: Arrangement; readonly terms: Terms }) {
  const { terms, arrangement } = input;
  const [first] = terms.parties;
  const deliverables: readonly TrackedDeliverable[] = arrangement.phases.flatMap((phase) =>
    phase.deliverables.map(({ id, owner, due }) => ({
      state: "open" as const,
      rejections: 0,
      ...data.deliverables.find((one) => one.id === id),
      id,
      phase: phase.id,
      owner,
      due,
      dueAt: dayEndsAt(terms, { side: owner, day: due }),
    })),
  );
  const side = data.proposer ?? first;
  const gates = arrangement.phases.map(({ id, until }) => [id, dayEndsAt(terms, { side, day: until })] as const);
  return { ...data, deliverables, gates: Object.fromEntries(gates) };
}

/** Since when the oldest matter waits for an answer of this side; undefined when nothing does. */
export function waitingFor(data: ProjectData, side: PartyCode): number | undefined {
  const times = [
    ...data.deliverables.filter((one) => one.state === "delivered" && one.owner !== side).map((one) => one.at ?? 0),
    ...data.information.filter((one) => one.by !== side && one.answer === undefined).map((one) => one.at),
    ...data.consents.filter((one) => one.by !== side && one.answer === undefined).map((one) => one.at),
    ...data.transfers.filter((one) => one.by !== side && one.receipt === undefined).map((one) => one.at),
    ...data.facilities.filter((one) => one.by !== side && !isAnswered(one.answer)).map((one) => one.at),
    ...data.equipment
      .filter((one) => (one.by === side ? one.state === "sentBack" : one.state === "lent"))
      .map((one) => one.at),
  ];
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** A clearance in process is an answer that still waits for another. */
const isAnswered = (answer: { readonly result: string } | undefined): boolean =>
  answer !== undefined && answer.result !== "inProcess";

/** What still stands in the way of closing: equipment not accounted for, receipts and answers still owed. */
export function unsettled(data: ProjectData): readonly string[] {
  return [
    ...data.equipment.filter((one) => one.state !== "accounted").map((one) => one.id),
    ...data.transfers.filter((one) => one.receipt === undefined).map((one) => one.id),
    ...data.consents.filter((one) => one.answer === undefined).map((one) => one.id),
    ...data.information.filter((one) => one.answer === undefined).map((one) => one.id),
  ];
}
