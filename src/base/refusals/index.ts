// Every refusal there is, by room: a code is the room's name, a dot, and what is wrong.

import { actsRefusals } from "./acts.ts";
import { apiRefusals } from "./api.ts";
import { clearanceRefusals } from "./clearance.ts";
import { cliRefusals } from "./cli.ts";
import { committeeRefusals } from "./committee.ts";
import { communiqueRefusals } from "./communique.ts";
import { courierRefusals } from "./courier.ts";
import { courseRefusals } from "./course.ts";
import { documentsRefusals } from "./documents.ts";
import { exchangeRefusals } from "./exchange.ts";
import { exchangeDocumentRefusals } from "./exchange-documents.ts";
import { exercisesRefusals } from "./exercises.ts";
import { nodeRefusals } from "./node.ts";
import { nodeDocumentRefusals } from "./node-documents.ts";
import { nodeOfficeRefusals } from "./node-office.ts";
import { planRefusals } from "./plan.ts";
import { policyRefusals } from "./policy.ts";
import { proceduresRefusals } from "./procedures.ts";
import { accordRefusals } from "./procedures-accord.ts";
import { channelsRefusals } from "./procedures-channels.ts";
import { visitsRefusals } from "./procedures-visits.ts";
import { procurementRefusals } from "./procurement.ts";
import { projectRefusals } from "./project.ts";
import { proofRefusals } from "./proof.ts";
import { registerRefusals } from "./register.ts";
import { sealRefusals } from "./seal.ts";
import { sealingRefusals } from "./seal-sealing.ts";
import { sessionRefusals } from "./session.ts";
import { storeRefusals } from "./store.ts";
import type { Words } from "./words.ts";

const all = {
  ...sealRefusals,
  ...sealingRefusals,
  ...actsRefusals,
  ...proofRefusals,
  ...registerRefusals,
  ...proceduresRefusals,
  ...accordRefusals,
  ...channelsRefusals,
  ...visitsRefusals,
  ...committeeRefusals,
  ...communiqueRefusals,
  ...courseRefusals,
  ...planRefusals,
  ...procurementRefusals,
  ...projectRefusals,
  ...clearanceRefusals,
  ...courierRefusals,
  ...exercisesRefusals,
  ...exchangeRefusals,
  ...exchangeDocumentRefusals,
  ...policyRefusals,
  ...documentsRefusals,
  ...storeRefusals,
  ...apiRefusals,
  ...sessionRefusals,
  ...nodeRefusals,
  ...nodeDocumentRefusals,
  ...nodeOfficeRefusals,
  ...cliRefusals,
} as const;

export type RefusalCode = keyof typeof all;

export const refusalWords: Readonly<Record<RefusalCode, Words>> = all;
