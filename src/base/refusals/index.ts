// Every refusal there is, by room: a code is the room's name, a dot, and what is wrong.

import { actsRefusals } from "./acts.ts";
import { apiRefusals } from "./api.ts";
import { cliRefusals } from "./cli.ts";
import { exchangeRefusals } from "./exchange.ts";
import { nodeRefusals } from "./node.ts";
import { policyRefusals } from "./policy.ts";
import { proceduresRefusals } from "./procedures.ts";
import { accordRefusals } from "./procedures-accord.ts";
import { visitsRefusals } from "./procedures-visits.ts";
import { proofRefusals } from "./proof.ts";
import { registerRefusals } from "./register.ts";
import { sealRefusals } from "./seal.ts";
import { storeRefusals } from "./store.ts";
import type { Words } from "./words.ts";

const all = {
  ...sealRefusals,
  ...actsRefusals,
  ...proofRefusals,
  ...registerRefusals,
  ...proceduresRefusals,
  ...accordRefusals,
  ...visitsRefusals,
  ...exchangeRefusals,
  ...policyRefusals,
  ...storeRefusals,
  ...apiRefusals,
  ...nodeRefusals,
  ...cliRefusals,
} as const;

export type RefusalCode = keyof typeof all;

export const refusalWords: Readonly<Record<RefusalCode, Words>> = all;
