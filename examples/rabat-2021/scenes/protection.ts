// What is protected between the sides, all of it demonstration data: a workshop's clearance asked about and confirmed,
// and a sealed package carried by hand with its certificate, its receipt and the courier heard afterwards.

import { posts } from "../posts.ts";
import type { ActStep, Reading, Scene } from "../step.ts";

interface Certificate {
  readonly way?: string;
}

/** The certificate as its node tells it: of the form its procedure gives it. */
function parseCertificate(data: unknown): Certificate {
  return data as Certificate;
}

type Made = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body" | "procedure"> &
  Partial<Pick<ActStep, "by" | "dossier" | "grave">>;

const step = (made: Made): ActStep => ({
  kind: "act",
  articles: ["8"],
  by: posts.securityOfficer[made.side],
  ...made,
});

const clearance: readonly ActStep[] = [
  step({
    key: "clearance",
    procedure: "clearance/1",
    step: "request",
    side: "MA",
    at: "2022-10-27T09:00:00Z",
    say: "asks whether a workshop of the project is cleared (demonstration)",
    body: () => ({
      subject: "facility",
      reference: "FSC-MA-2022-2 (demonstration)",
      facility: "Filter workshop (demonstration)",
      level: "restricted",
      purpose: "Work on the filters of the water project (demonstration)",
    }),
  }),
  step({
    key: "clearance.confirm",
    procedure: "clearance/1",
    dossier: "clearance",
    step: "confirm",
    side: "IL",
    by: posts.securityAuthority.IL,
    at: "2022-10-30T09:00:00Z",
    grave: true,
    say: "confirms that it is, for a year",
    body: () => ({ reference: "CONF-IL-2022-6 (demonstration)", level: "restricted", until: "2023-10-31" }),
  }),
];

const courier: readonly ActStep[] = [
  step({
    key: "courier",
    procedure: "courier/1",
    step: "issue",
    side: "MA",
    by: posts.securityAuthority.MA,
    at: "2022-10-31T09:00:00Z",
    grave: true,
    say: "issues a courier’s certificate for one sealed package",
    body: () => ({
      reference: "CC-MA-2022-1 (demonstration)",
      courier: "C-17 (demonstration)",
      packages: [{ id: "p-1", seal: "SEAL-0412 (demonstration)", level: "restricted" }],
      itinerary: [{ from: "Rabat", to: "Tel Aviv", on: "2022-11-02" }],
      validFrom: "2022-11-01",
      validUntil: "2022-11-09",
    }),
  }),
  step({
    key: "courier.acknowledge",
    procedure: "courier/1",
    dossier: "courier",
    step: "acknowledge",
    side: "IL",
    at: "2022-10-31T12:00:00Z",
    say: "acknowledges the way as it read it, by its digest",
    body: async (reading: Reading) => ({ way: parseCertificate((await reading.dossier("courier")).data).way }),
  }),
  step({
    key: "courier.depart",
    procedure: "courier/1",
    dossier: "courier",
    step: "depart",
    side: "MA",
    at: "2022-11-02T07:00:00Z",
    say: "tells that the courier has left",
    body: () => ({ on: "2022-11-02" }),
  }),
  step({
    key: "courier.receive",
    procedure: "courier/1",
    dossier: "courier",
    step: "receive",
    side: "IL",
    at: "2022-11-02T16:00:00Z",
    grave: true,
    say: "gives the receipt: the seal is intact",
    body: () => ({ packages: ["p-1"], on: "2022-11-02", seals: "intact" }),
  }),
  step({
    key: "courier.debrief",
    procedure: "courier/1",
    dossier: "courier",
    step: "debrief",
    side: "MA",
    at: "2022-11-04T09:00:00Z",
    say: "has heard the courier, and the certificate is closed",
    body: () => ({ on: "2022-11-04" }),
  }),
];

export const protection: Scene = {
  title: "A clearance confirmed, and a package carried by hand with its receipt (demonstration)",
  steps: [...clearance, ...courier],
};
