// The request for visit as a form: the two sites the article names and a delegation by function. The article names the
// minister and the sites; the other visitors, references and contacts are demonstration data.

import { facts } from "../data.ts";
import type { Reading } from "../step.ts";
import { documentDigest } from "./instrument.ts";

/** The sites of the visit, by their code in the request. */
export const sites = { staff: "far-general-staff", brigade: "parachute-brigade-1" } as const;

const visitors = [
  "Ministre de la Défense",
  "Conseiller militaire (démonstration)",
  "Officier de sécurité (démonstration)",
  "Interprète (démonstration)",
];

export function requestBody(reading: Reading, date: string): Readonly<Record<string, unknown>> {
  return {
    type: "one-time",
    levelKind: "unclassifiedOrRestricted",
    reference: "RFV-IL-2021-001 (demonstration)",
    to: "Autorité de sécurité (démonstration)",
    date,
    requester: {
      name: "משרד הביטחון / Ministry of Defence",
      kind: "government",
      contact: "Visits office (demonstration)",
    },
    sites: [
      {
        code: sites.staff,
        name: "Quartier général de l'état-major des FAR, Rabat",
        kind: "government",
        contact: "Officier de permanence (démonstration)",
      },
      {
        code: sites.brigade,
        name: "1re brigade d'infanterie parachutiste, Salé",
        kind: "government",
        contact: "Officier de permanence (démonstration)",
      },
    ],
    from: facts.visit.date,
    until: facts.visit.date,
    initiative: "government",
    initiatedBy: "host",
    pertinentTo: [{ kind: "agreement", text: "Defence cooperation accord between Morocco and Israel" }],
    subject: {
      fr: "Visite du ministre israélien de la Défense à l'occasion de la signature de l'accord",
      en: "Visit of the Israeli minister of Defence for the signature of the accord",
    },
    level: "restricted",
    visitors: visitors.map((function_, i) => ({
      number: i + 1,
      function: function_,
      nationality: "IL",
      clearance: { level: "restricted", validUntil: "2022-12-31" },
      details: documentDigest(`sealed details of visitor ${i + 1}`),
    })),
    securityOfficer: { function: "Security officer of the delegation (demonstration)" },
    remarks: "Demonstration data, save the visitor's office, the day and the two sites.",
    programme: reading.id("programme"),
    retentionMonths: 24,
  };
}
