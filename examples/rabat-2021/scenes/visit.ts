// The request for visit: drafted, certified, endorsed and sent by Israel in time, received, put to the sites and
// decided site by site by Morocco, and notified. It rests on article 6 of the letters.

import { facts } from "../data.ts";
import { posts } from "../posts.ts";
import { requestVersion } from "../readings.ts";
import type { ActStep, Scene, Step } from "../step.ts";
import { requestBody, sites } from "./visit-request.ts";

const visit = { kind: "act", procedure: "visit/1", articles: ["6"], level: "restricted" } as const;
const later = { ...visit, dossier: "visit" } as const;

const draft: ActStep = {
  ...visit,
  key: "visit",
  step: "draft",
  side: "IL",
  by: posts.liaison.IL,
  at: "2021-11-02T13:00:00Z",
  say: `asks for the visit of ${facts.visit.date}: two sites, four visitors`,
  body: (reading) => requestBody(reading, "2021-11-02"),
};

const certify: ActStep = {
  ...later,
  key: "visit.certify",
  step: "certify",
  side: "IL",
  by: posts.securityOfficer.IL,
  at: "2021-11-03T08:00:00Z",
  say: "certifies the visitors' clearances",
  body: async (reading) => ({ request: await requestVersion(reading, "visit") }),
};

const endorse: ActStep = {
  ...later,
  key: "visit.endorse",
  step: "endorse",
  side: "IL",
  by: posts.securityAuthority.IL,
  at: "2021-11-03T12:00:00Z",
  say: "endorses the request",
  body: async (reading) => ({
    request: await requestVersion(reading, "visit"),
    authority: "Security directorate (demonstration)",
    reference: "E-2021-11 (demonstration)",
  }),
};

const transmit: ActStep = {
  ...later,
  key: "visit.transmit",
  step: "transmit",
  side: "IL",
  by: posts.securityAuthority.IL,
  at: "2021-11-04T08:00:00Z",
  say: "sends the request, due before 9 November: 10 working days in Morocco, the feast of 18 November not counted",
  body: async (reading) => ({ request: await requestVersion(reading, "visit") }),
};

const receive: ActStep = {
  ...later,
  key: "visit.receive",
  step: "receive",
  side: "MA",
  by: posts.securityAuthority.MA,
  at: "2021-11-05T09:00:00Z",
  say: "acknowledges the request",
  body: () => ({ reference: "H-2021-44 (demonstration)" }),
};

const staff: ActStep = {
  ...later,
  key: "visit.staff",
  step: "staff",
  side: "MA",
  by: posts.securityOfficer.MA,
  at: "2021-11-08T09:00:00Z",
  say: "puts the request to both sites",
  body: () => ({
    offices: Object.values(sites).map((site) => ({ site, office: "Sécurité du site (démonstration)" })),
  }),
};

const decide = (site: string, decision: { at: string; say: string; body: unknown }): ActStep => ({
  ...later,
  key: `visit.decide.${site}`,
  step: "decideSite",
  grave: true,
  side: "MA",
  by: posts.securityAuthority.MA,
  at: decision.at,
  say: decision.say,
  body: () => decision.body,
});

const notify: ActStep = {
  ...later,
  key: "visit.notify",
  step: "notify",
  side: "MA",
  by: posts.securityAuthority.MA,
  at: "2021-11-12T10:00:00Z",
  say: "notifies the decisions to Israel and to the gates of both sites",
  body: () => ({
    gates: Object.values(sites).map((site) => ({
      site,
      gate: "Entrée principale (démonstration)",
      function: "Chef de poste",
    })),
  }),
};

const state: Step = {
  kind: "tell",
  async lines(readings) {
    const [ma, il] = [await readings.MA.dossier("visit"), await readings.IL.dossier("visit")];
    return [`The request stands at "${ma.state}" at Morocco's node and at "${il.state}" at Israel's.`];
  },
};

export const visitScene: Scene = {
  title: "The request for visit: two sites, decided one by one",
  steps: [
    draft,
    certify,
    endorse,
    transmit,
    receive,
    staff,
    decide(sites.staff, {
      at: "2021-11-10T09:00:00Z",
      say: "approves the headquarters of the FAR general staff",
      body: { decision: "approved", site: sites.staff },
    }),
    decide(sites.brigade, {
      at: "2021-11-11T09:00:00Z",
      say: "approves the 1st parachute infantry brigade with limits: escorted (demonstration)",
      body: {
        decision: "approvedWithLimits",
        site: sites.brigade,
        limits: { escorted: true, note: "Escorted throughout; no photographs. (Demonstration.)" },
      },
    }),
    notify,
    state,
  ],
};
