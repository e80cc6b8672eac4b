// Every procedure there is. Adding one touches its own folder and this list.

import { accordProcedure } from "./accord/index.ts";
import { channelProcedure } from "./channel/index.ts";
import { clearanceProcedure } from "./clearance/index.ts";
import { committeeProcedure } from "./committee/index.ts";
import { communiqueProcedure } from "./communique/index.ts";
import { contestProcedure } from "./contest/index.ts";
import { courierProcedure } from "./courier/index.ts";
import { courseProcedure } from "./course/index.ts";
import type { Procedure } from "./declaration.ts";
import { designationProcedure } from "./designation/index.ts";
import { dispatchProcedure } from "./dispatch/index.ts";
import { endUseProcedure } from "./end-use/index.ts";
import { equivalenceProcedure } from "./equivalence/index.ts";
import { exerciseProcedure } from "./exercise/index.ts";
import { incidentProcedure } from "./incident/index.ts";
import { injectsProcedure } from "./injects/index.ts";
import { offsetProcedure } from "./offset/index.ts";
import { planProcedure } from "./plan/index.ts";
import { procurementProcedure } from "./procurement/index.ts";
import { programmeProcedure } from "./programme/index.ts";
import { projectProcedure } from "./project/index.ts";
import { releaseProcedure } from "./release/index.ts";
import { requestProcedure } from "./request/index.ts";
import { retentionProcedure } from "./retention/index.ts";
import { visitProcedure } from "./visit/index.ts";

export const allProcedures: readonly Procedure<unknown>[] = [
  accordProcedure,
  designationProcedure,
  contestProcedure,
  visitProcedure,
  programmeProcedure,
  equivalenceProcedure,
  channelProcedure,
  dispatchProcedure,
  requestProcedure,
  releaseProcedure,
  incidentProcedure,
  retentionProcedure,
  planProcedure,
  committeeProcedure,
  communiqueProcedure,
  endUseProcedure,
  courseProcedure,
  projectProcedure,
  exerciseProcedure,
  injectsProcedure,
  procurementProcedure,
  offsetProcedure,
  clearanceProcedure,
  courierProcedure,
];
