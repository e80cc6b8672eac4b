// The policy a side starts with, in Cedar (docs.cedarpolicy.com). It follows the division of duties of the offices that
// run such an accord; a side may replace it as a whole. What no rule permits is denied, and a rule that forbids
// prevails. Each rule's @because follows "because" in the refusal.

import { accordRules } from "./default/accord.cedar.ts";
import { channelRules } from "./default/channels.cedar.ts";
import { communicationRules } from "./default/communication.cedar.ts";
import { correspondenceRules } from "./default/correspondence.cedar.ts";
import { exercisesRules } from "./default/exercises.cedar.ts";
import { generalRules } from "./default/general.cedar.ts";
import { planningRules } from "./default/planning.cedar.ts";
import { procurementRules } from "./default/procurement.cedar.ts";
import { programmeRules } from "./default/programme.cedar.ts";
import { projectRules } from "./default/project.cedar.ts";
import { registryRules } from "./default/registry.cedar.ts";
import { securityRules } from "./default/security.cedar.ts";
import { trainingRules } from "./default/training.cedar.ts";
import { visitRules } from "./default/visit.cedar.ts";

/** Cedar text for `createPolicy`. */
export const defaultPolicies: string = [
  generalRules,
  accordRules,
  channelRules,
  communicationRules,
  correspondenceRules,
  exercisesRules,
  planningRules,
  procurementRules,
  programmeRules,
  projectRules,
  registryRules,
  trainingRules,
  securityRules,
  visitRules,
].join("");
