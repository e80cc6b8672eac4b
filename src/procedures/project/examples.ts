// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. Companies,
// items and references are invented and harmless.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { answerWord, gateRecord, ledgerDigest, type ProjectData, presentPhase } from "./data.ts";

export type ExampleContext = Pick<StepContext<ProjectData>, "data" | "side" | "other" | "time" | "terms" | "digest">;
type Example = (context: ExampleContext) => JsonObject;

const dayAfter = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);
const none = `sha256:${"0".repeat(64)}`;

/** The code of a level of the accord's policy, the lowest being 0. */
const levelOf = ({ terms }: ExampleContext, rank: number): string => terms.labels.levels[rank]?.code ?? "none";

/** A number of this side: a new one for the first two of a kind, so that no dossier of the exhaustive test grows on. */
const own = (side: PartyCode, kind: string, count: number): string =>
  `${side.toLowerCase()}-${kind}${Math.min(count, 1) + 1}`;
const named = <Row extends { readonly id: string }>(rows: readonly Row[], fits: (row: Row) => boolean): string =>
  rows.find(fits)?.id ?? "none";

function arrangement({ terms, data }: ExampleContext, revision: number): JsonObject {
  const [first, second] = terms.parties;
  // Days that do not move with the clock: an amendment then differs only in what it means to change.
  const until = data.signedAt === undefined ? "2032-06-30" : "2032-09-30";
  return {
    reference: `PA-${revision}`,
    currency: "EUR",
    shares: [
      { party: first, financial: "600.00", technical: "60" },
      { party: second, financial: "400.00", technical: "40" },
    ],
    phases: [
      {
        id: "phase-1",
        titles: { en: "Study" },
        until,
        deliverables: [{ id: "d-1", titles: { en: "Report" }, owner: first, due: until }],
      },
    ],
    noticeMonths: 3,
  };
}

const tabled: Example = (context) => {
  const base = context.data.arrangement?.digest;
  return {
    arrangement: arrangement(context, base === undefined ? 1 : 2),
    ...(base === undefined ? {} : { base }),
  };
};

const reviewed: Example = ({ data }) => ({ arrangement: data.arrangement?.digest ?? none, result: "favourable" });

const background = (context: ExampleContext, id: string): JsonObject => ({
  id,
  kind: "background",
  titles: { en: "Drawings of a tent frame" },
  owner: context.side,
  level: levelOf(context, 0),
  licence: "project",
  thirdParties: "byConsent",
});

const information: Example = (context) => {
  const { data, side } = context;
  const count = data.information.filter((one) => one.by === side).length;
  return { information: background(context, own(side, "i", count)) };
};

const unanswered: Example = ({ data, side }) => {
  const found = data.information.find((one) => one.by !== side && one.answer === undefined);
  return { information: found?.id ?? "none", digest: found?.digest ?? none };
};

const amended: Example = (context) => ({
  arrangement: arrangement(context, 3),
  base: context.data.arrangement?.digest ?? none,
  reason: "The last day is put off",
});

const ofOther = (context: ExampleContext) => (one: { readonly by: PartyCode }) => one.by === context.other;

/** Beside the usual way: equipment that never came back. */
export const otherExamples: Readonly<Record<string, Example>> = {
  accountEquipment: ({ data, side }) => ({
    equipment: named(data.equipment, (one) => one.by === side && one.state !== "accounted"),
    as: "lost",
  }),
};

export const examples: Readonly<Record<string, Example>> = {
  propose: () => ({
    titles: { en: "Example shelter", fr: "Abri d’exemple" },
    reference: "PRJ-1",
    objective: { en: "A shelter that two people put up in ten minutes" },
  }),
  signIntent: ({ data }) => ({ objective: data.objective?.digest ?? none }),
  abandon: () => ({ reason: "No budget this year" }),
  tableArrangement: tabled,
  reviewLaw: reviewed,
  reviewSecurity: reviewed,
  reviewExport: reviewed,
  appoint: ({ side }) => ({ steering: "head-of-delegation", officer: "project-officer", reference: `PRJ-${side}` }),
  kickOff: () => ({ on: "2030-12-02" }),
  adoptInstruction: ({ data }) => ({
    reference: "PSI-1",
    edition: (data.instruction?.edition ?? 0) + 1,
    digest: none,
  }),
  signArrangement: ({ data }) => ({ arrangement: data.arrangement?.digest ?? none }),
  amend: amended,
  deliver: ({ data, side }) => ({
    deliverable: named(data.deliverables, (one) => one.owner === side && one.state === "open"),
    reference: "DOC-1",
  }),
  acceptDeliverable: ({ data, side }) => ({
    deliverable: named(data.deliverables, (one) => one.owner !== side && one.state === "delivered"),
  }),
  rejectDeliverable: ({ data, side }) => ({
    deliverable: named(data.deliverables, (one) => one.owner !== side && one.state === "delivered"),
    reasons: [{ code: "incomplete" }],
  }),
  contribute: ({ data, side }) => ({
    id: own(side, "c", data.contributions.filter((one) => one.by === side).length),
    phase: "phase-1",
    amount: "250.50",
    reference: "PAY-1",
  }),
  passGate: ({ data, digest }) => {
    const phase = presentPhase(data)?.id ?? "none";
    return { phase, record: gateRecord(data, { phase, digest }) };
  },
  declineGate: ({ data }) => ({ phase: presentPhase(data)?.id ?? "none", reasons: [{ code: "schedule" }] }),
  completeTransition: () => ({ on: "2032-07-15", follows: "Each side makes its own frames" }),
  postponeGate: ({ data }) => ({ phase: presentPhase(data)?.id ?? "none", until: "2033-01-31", reason: "A late test" }),
  suspend: () => ({ reason: "Funds are late" }),
  resume: () => ({}),
  giveNotice: ({ time }) => ({ endsOn: dayAfter(time, 100), reason: "Other priorities" }),
  settle: ({ data, digest, terms }) => ({
    owed: [{ by: terms.parties[0], amount: "10.00" }],
    ledger: ledgerDigest(data, digest),
  }),
  close: ({ data, digest }) => ({ ledger: ledgerDigest(data, digest) }),
  declareInformation: information,
  acknowledgeInformation: unanswered,
  contestInformation: (context) => ({ ...unanswered(context), reasons: [{ code: "licence" }] }),
  reviseInformation: (context) => {
    const { data, side } = context;
    const found = data.information.find((one) => one.by === side && answerWord(one.answer) === "contested");
    return {
      information: { ...background(context, found?.id ?? "none"), licence: "defence" },
      base: found?.digest ?? none,
    };
  },
  askConsent: ({ data, side }) => ({
    id: own(side, "a", data.consents.filter((one) => one.by === side).length),
    information: named(data.information, (one) => one.owner !== side && one.thirdParties === "byConsent"),
    recipient: "Example third party",
    purpose: "To make spare parts",
  }),
  answerConsent: (context) => ({
    consent: named(context.data.consents, (one) => ofOther(context)(one) && one.answer === undefined),
    granted: true,
    conditions: "For spare parts only",
  }),
  registerLicence: ({ data, side }) => ({
    id: own(side, "l", data.licences.filter((one) => one.by === side).length),
    number: "EXP-1",
    authority: "Example export control",
    until: "2032-12-31",
    transfers: 2,
  }),
  sendTransfer: (context) => {
    const { data, side } = context;
    const usable = (one: ProjectData["licences"][number]): boolean =>
      one.by === side && data.transfers.filter(({ licence }) => licence === one.id).length < one.transfers;
    const id = own(side, "t", data.transfers.filter((one) => one.by === side).length);
    return { id, licence: named(data.licences, usable), package: "PKG-1", level: levelOf(context, 0) };
  },
  receiveTransfer: (context) => ({
    transfer: named(context.data.transfers, (one) => ofOther(context)(one) && one.receipt === undefined),
    result: "received",
  }),
  lendEquipment: ({ data, side }) => ({
    id: own(side, "e", data.equipment.filter((one) => one.by === side).length),
    name: "Example test frame",
    serial: `SN-${data.equipment.length + 1}`,
    custodian: "planner",
    returnBy: "2032-12-31",
  }),
  receiveEquipment: (context) => ({
    equipment: named(context.data.equipment, (one) => ofOther(context)(one) && one.state === "lent"),
  }),
  sendBackEquipment: (context) => ({
    equipment: named(context.data.equipment, (one) => ofOther(context)(one) && one.state === "held"),
  }),
  accountEquipment: ({ data, side }) => ({
    equipment: named(data.equipment, (one) => one.by === side && one.state === "sentBack"),
    as: "returned",
  }),
  askFacility: (context) => ({
    id: own(context.side, "f", context.data.facilities.filter((one) => one.by === context.side).length),
    facility: "Example works",
    level: levelOf(context, 1),
  }),
  answerFacility: (context) => ({
    facility: named(
      context.data.facilities,
      (one) => ofOther(context)(one) && (one.answer === undefined || one.answer.result === "inProcess"),
    ),
    result: "confirmed",
    level: levelOf(context, 1),
    until: "2033-12-31",
  }),
};
