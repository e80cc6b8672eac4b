// The services of both sides with their keys, and what happens to an act before any article authorises it.

import { facts, type Party, parties, partyName, type ServiceFacts, services } from "../data.ts";
import { posts } from "../posts.ts";
import type { ActStep, Scene, Step } from "../step.ts";
import { requestBody } from "./visit-request.ts";

/** The designation of one service; its key and its officers' keys are those made in the side's home. */
export function designation(input: { side: Party; service: ServiceFacts; at: string }): ActStep {
  const { side, service, at } = input;
  const name = service.names.en ?? service.service;
  return {
    kind: "act",
    key: `designate.${service.service}.${side}`,
    side,
    by: posts.registrar[side],
    procedure: "designation/1",
    step: "designate",
    at,
    say: `designates the service ${service.service}: ${name}`,
    body: (reading) => ({
      service: service.service,
      names: service.names,
      kind: service.kind,
      domains: service.domains,
      functions: service.functions.map((one) => ({
        function: one.function,
        names: one.names,
        officers: [
          {
            key: reading.officerKey({ service: service.service, function: one.function }),
            label: `demonstration card of ${one.function}`,
          },
        ],
      })),
      keys: [reading.serviceKey(service.service)],
      ...(service.sealing ? { sealing: reading.sealingKeys(service.service) } : {}),
      contact: { office: service.office },
    }),
  };
}

const times: Readonly<Record<Party, string>> = { MA: "2021-09-29T09:00:00Z", IL: "2021-09-29T10:00:00Z" };

const designations: readonly Step[] = parties.flatMap((side) =>
  (services[side] ?? [])
    .filter((service) => service.after === "founding")
    .map((service) => designation({ side, service, at: times[side] })),
);

/** Nothing outside the accord: there is no article yet on which a visit could rest. */
const tooEarly: Step = {
  kind: "attempt",
  key: "visit.tooEarly",
  side: "IL",
  by: posts.liaison.IL,
  procedure: "visit/1",
  step: "draft",
  articles: ["6"],
  at: "2021-09-29T11:00:00Z",
  body: (reading) => requestBody(reading, "2021-09-29"),
  say: `tries to ask for a visit on ${facts.visit.date}`,
  refusal: "procedures.noAccord",
  explain: () => ["Nothing is done outside an accord: first there must be an article for it."],
};

export const founding: Scene = {
  title: `The services of ${partyName.MA} and ${partyName.IL} and their keys`,
  steps: [...designations, tooEarly],
};
