// The ledgers: background and foreground information with consents for third parties, transfers under licence with
// receipts, equipment on loan, and confirmations of facility clearances.

import { dayEndsAt } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import {
  accountBody,
  acknowledgeBody,
  answerConsentBody,
  answerFacilityBody,
  askConsentBody,
  contestBody,
  declareBody,
  equipmentBody,
  facilityBody,
  lendBody,
  licenceBody,
  receiveBody,
  reviseBody,
  transferBody,
} from "./bodies.ts";
import { answerWord, type LedgerEntry, type ProjectData } from "./data.ts";
import { guardNew } from "./guards.ts";
import {
  guardAccount,
  guardAnswered,
  guardCleared,
  guardConsent,
  guardFacility,
  guardInformation,
  guardLoan,
  guardPick,
  guardRevision,
  guardTransfer,
} from "./guards-ledger.ts";
import { listingStates } from "./states.ts";
import { ledgerWriting } from "./steps-work.ts";

/** Both nodes keep rows in one order, whatever order their acts came in. */
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const answering = { ...ledgerWriting, expected: true } as const;
const listing = { ...ledgerWriting, from: listingStates } as const;

const declareInformation = step<ProjectData, typeof declareBody>({
  ...listing,
  body: declareBody,
  guard: (context, { information }) => guardInformation(context, information),
  effect: ({ data, side, time, digest }, { information }) => ({
    ...data,
    information: [...data.information, { ...information, by: side, at: time, digest: digest(information) }].sort(byId),
  }),
});

/** Puts right what was contested; the other side answers anew. */
const reviseInformation = step<ProjectData, typeof reviseBody>({
  ...listing,
  expected: true,
  body: reviseBody,
  guard: (context, body) => guardRevision(context, body),
  effect: ({ data, side, time, digest }, { information }) => ({
    ...data,
    information: data.information.map((one) =>
      one.id === information.id ? { ...information, by: side, at: time, digest: digest(information) } : one,
    ),
  }),
  waits: (data, side) => data.information.some((one) => one.by === side && answerWord(one.answer) === "contested"),
});

function answered(
  data: ProjectData,
  input: { readonly id: string; readonly answer: LedgerEntry["answer"] },
): ProjectData {
  const information = data.information.map((one) => (one.id === input.id ? { ...one, answer: input.answer } : one));
  return { ...data, information };
}

const acknowledgeInformation = step<ProjectData, typeof acknowledgeBody>({
  ...listing,
  expected: true,
  body: acknowledgeBody,
  guard: (context, body) => guardAnswered(context, body),
  effect: ({ data }, { information }) => answered(data, { id: information, answer: "acknowledged" }),
  waits: (data, side) => data.information.some((one) => one.by !== side && one.answer === undefined),
});

const contestInformation = step<ProjectData, typeof contestBody>({
  ...listing,
  body: contestBody,
  guard: (context, body) => guardAnswered(context, body),
  effect: ({ data }, { information, reasons }) => answered(data, { id: information, answer: reasons }),
});

const askConsent = step<ProjectData, typeof askConsentBody>({
  ...ledgerWriting,
  body: askConsentBody,
  guard: (context, body) => guardConsent(context, body),
  effect: ({ data, side, time }, body) => ({
    ...data,
    consents: [...data.consents, { ...body, by: side, at: time }].sort(byId),
  }),
});

const answerConsent = step<ProjectData, typeof answerConsentBody>({
  ...answering,
  grave: true,
  body: answerConsentBody,
  guard: ({ data, side }, { consent }) =>
    guardPick(data.consents, { id: consent, fits: (one) => one.by !== side && one.answer === undefined }),
  effect: ({ data }, { consent, ...answer }) => ({
    ...data,
    consents: data.consents.map((one) => (one.id === consent ? { ...one, answer } : one)),
  }),
  waits: (data, side) => data.consents.some((one) => one.by !== side && one.answer === undefined),
});

const registerLicence = step<ProjectData, typeof licenceBody>({
  ...ledgerWriting,
  body: licenceBody,
  guard: (context, { id }) => guardNew(context, { id, known: context.data.licences }),
  effect: ({ data, side, time }, body) => ({
    ...data,
    licences: [...data.licences, { ...body, by: side, at: time }].sort(byId),
  }),
});

const sendTransfer = step<ProjectData, typeof transferBody>({
  ...ledgerWriting,
  body: transferBody,
  guard: (context, body) => guardTransfer(context, body),
  effect: ({ data, side, time }, body) => ({
    ...data,
    transfers: [...data.transfers, { ...body, by: side, at: time }].sort(byId),
  }),
});

const receiveTransfer = step<ProjectData, typeof receiveBody>({
  ...answering,
  body: receiveBody,
  guard: ({ data, side }, { transfer }) =>
    guardPick(data.transfers, { id: transfer, fits: (one) => one.by !== side && one.receipt === undefined }),
  effect: ({ data }, { transfer, ...receipt }) => ({
    ...data,
    transfers: data.transfers.map((one) => (one.id === transfer ? { ...one, receipt } : one)),
  }),
  waits: (data, side) => data.transfers.some((one) => one.by !== side && one.receipt === undefined),
});

type Equipment = ProjectData["equipment"][number];

const lendEquipment = step<ProjectData, typeof lendBody>({
  ...ledgerWriting,
  body: lendBody,
  guard: (context, body) => guardLoan(context, body),
  effect: ({ data, side, other, time, terms }, body) => {
    const dueAt = dayEndsAt(terms, { side: other, day: body.returnBy });
    const lent = { ...body, by: side, at: time, dueAt, state: "lent" as const };
    return { ...data, equipment: [...data.equipment, lent].sort(byId) };
  },
});

function withEquipment(
  data: ProjectData,
  input: { readonly id: string; readonly to: Partial<Equipment> },
): ProjectData {
  return { ...data, equipment: data.equipment.map((one) => (one.id === input.id ? { ...one, ...input.to } : one)) };
}

const receiveEquipment = step<ProjectData, typeof equipmentBody>({
  ...answering,
  body: equipmentBody,
  guard: ({ data, side }, { equipment }) =>
    guardPick(data.equipment, { id: equipment, fits: (one) => one.by !== side && one.state === "lent" }),
  effect: ({ data }, { equipment }) => withEquipment(data, { id: equipment, to: { state: "held" } }),
  waits: (data, side) => data.equipment.some((one) => one.by !== side && one.state === "lent"),
});

const sendBackEquipment = step<ProjectData, typeof equipmentBody>({
  ...ledgerWriting,
  body: equipmentBody,
  guard: ({ data, side }, { equipment }) =>
    guardPick(data.equipment, { id: equipment, fits: (one) => one.by !== side && one.state === "held" }),
  effect: ({ data, time }, { equipment }) =>
    withEquipment(data, { id: equipment, to: { state: "sentBack", at: time } }),
});

/** Only the side that lent it says what became of it: its own inventory is at stake. */
const accountEquipment = step<ProjectData, typeof accountBody>({
  ...answering,
  body: accountBody,
  guard: (context, body) => guardAccount(context, body),
  effect: ({ data }, { equipment, as }) => withEquipment(data, { id: equipment, to: { state: "accounted", as } }),
  waits: (data, side) => data.equipment.some((one) => one.by === side && one.state === "sentBack"),
});

const askFacility = step<ProjectData, typeof facilityBody>({
  ...ledgerWriting,
  from: ["negotiating", "signed", "running", "suspended"],
  body: facilityBody,
  guard: (context, body) => guardFacility(context, body),
  effect: ({ data, side, time }, body) => ({
    ...data,
    facilities: [...data.facilities, { ...body, by: side, at: time }].sort(byId),
  }),
});

/** A confirmation of a facility can come after "in process", and replaces it. */
const answerFacility = step<ProjectData, typeof answerFacilityBody>({
  ...answering,
  from: ["negotiating", "signed", "running", "suspended"],
  body: answerFacilityBody,
  guard: (context, body) => guardCleared(context, body),
  effect: ({ data }, { facility, ...answer }) => ({
    ...data,
    facilities: data.facilities.map((one) => (one.id === facility ? { ...one, answer } : one)),
  }),
  waits: (data, side) => data.facilities.some((one) => one.by !== side && one.answer === undefined),
});

export const ledgerSteps: Readonly<Record<string, Step<ProjectData>>> = {
  declareInformation,
  acknowledgeInformation,
  contestInformation,
  reviseInformation,
  askConsent,
  answerConsent,
  registerLicence,
  sendTransfer,
  receiveTransfer,
  lendEquipment,
  receiveEquipment,
  sendBackEquipment,
  accountEquipment,
  askFacility,
  answerFacility,
};
