// Routes of a side's administration that only read: the rules it decides by, calendars, keys, the machine.

import { jsonAnswer } from "../answer.ts";
import { jsonBody, noBody } from "../body.ts";
import { route } from "../route.ts";
import {
  calendars,
  decision,
  decisionRequest,
  machineDetail,
  policyDetail,
  serviceKeys,
} from "../schemas/administration.ts";
import { accordParams, noParams, noQuery } from "../schemas/common.ts";

const reading = { method: "GET", caller: "officer", query: noQuery, body: noBody } as const;

export const administrationRoutes = {
  policy: route({
    ...reading,
    path: "/api/policy",
    params: noParams,
    summary: "The rules by which this side decides what its officers may do. For administrators and security officers.",
    answer: jsonAnswer(policyDetail, "The rules."),
  }),
  decide: route({
    method: "POST",
    path: "/api/accords/{accord}/policy/decision",
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "What the policy would say of an officer, an action and a dossier, and by which rule.",
    body: jsonBody(decisionRequest),
    answer: jsonAnswer(decision, "The decision."),
  }),
  calendars: route({
    ...reading,
    path: "/api/accords/{accord}/calendars",
    params: accordParams,
    summary: "The working calendars of both sides: zone, weekend, holidays.",
    answer: jsonAnswer(calendars, "The calendars."),
  }),
  serviceKeys: route({
    ...reading,
    path: "/api/accords/{accord}/service-keys",
    params: accordParams,
    summary: "The keys of this side's services: which count, which are held here, what is sealed to them.",
    answer: jsonAnswer(serviceKeys, "The keys."),
  }),
  machine: route({
    ...reading,
    path: "/api/node/machine",
    params: noParams,
    summary: "How this node fares: version, disk, backup, and what its administrator should see to.",
    answer: jsonAnswer(machineDetail, "The node's state."),
  }),
} as const;
