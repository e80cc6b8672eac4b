// The request for visit in the order of the MISWG's form (document 7), which officers of both sides know by its
// numbers. Every field of the procedure's form stands in one section; the counts of field 3 are reckoned and not asked.

/** `fields`: the form's own, top level. Numbers as the standard form has them. */
export interface FormSection {
  readonly id:
    | "kind"
    | "administrative"
    | "requester"
    | "sites"
    | "dates"
    | "purpose"
    | "visitors"
    | "security"
    | "remarks";
  readonly numbers: string;
  readonly fields: readonly string[];
}

export const requestSections: readonly FormSection[] = [
  { id: "kind", numbers: "1–3", fields: ["type", "levelKind"] },
  { id: "administrative", numbers: "4", fields: ["reference", "to", "date"] },
  { id: "requester", numbers: "5", fields: ["requester"] },
  { id: "sites", numbers: "6", fields: ["sites"] },
  { id: "dates", numbers: "7", fields: ["from", "until"] },
  { id: "purpose", numbers: "8–11", fields: ["initiative", "initiatedBy", "pertinentTo", "subject", "level"] },
  { id: "visitors", numbers: "12", fields: ["visitors"] },
  { id: "security", numbers: "13", fields: ["securityOfficer"] },
  { id: "remarks", numbers: "16", fields: ["remarks", "programme", "retentionMonths"] },
];

/** What is said by telephone, in the order in which it is asked. */
export const emergencySections: readonly FormSection[] = [
  { id: "purpose", numbers: "", fields: ["reason", "stake"] },
  { id: "security", numbers: "", fields: ["hostContact", "confirmedAt", "dutyOfficer", "reference"] },
  { id: "dates", numbers: "", fields: ["from", "until", "level"] },
  { id: "sites", numbers: "6", fields: ["sites"] },
  { id: "visitors", numbers: "12", fields: ["visitors"] },
];

/** A form's fields that no section names: never passed over, so they are shown last. */
export function unsectioned(sections: readonly FormSection[], fields: readonly string[]): string[] {
  const named = new Set(sections.flatMap((section) => section.fields));
  return fields.filter((field) => !named.has(field));
}

/** A change to an approved visit. */
export const amendmentSections: readonly FormSection[] = [
  { id: "purpose", numbers: "", fields: ["reason"] },
  { id: "dates", numbers: "7", fields: ["effectiveFrom", "from", "until", "level"] },
  { id: "visitors", numbers: "12", fields: ["addVisitors", "dropVisitors"] },
  { id: "sites", numbers: "6", fields: ["addSites", "dropSites"] },
];

/** The forms that are written in sections, by their step. */
export const sectionsOf: Readonly<Record<string, readonly FormSection[]>> = {
  draft: requestSections,
  redraft: requestSections,
  correct: requestSections,
  writeUp: requestSections,
  openEmergency: emergencySections,
  draftAmendment: amendmentSections,
  correctAmendment: amendmentSections,
};
