// The words a recurring visit's subject must begin with, by language (MISWG document 7, field 10: "recurring visits").
// The English words are the form's; those of the other languages are usual renderings, to be confirmed by each side.

import type { VisitRequest } from "./request.ts";

/** Accepted openings by language, compared without regard to case. A language that is not listed is not checked. */
export const recurringOpenings: Readonly<Record<string, readonly string[]>> = {
  en: ["recurring visits"],
  fr: ["visites récurrentes", "visites répétées"],
  ar: ["زيارات متكررة", "الزيارات المتكررة"],
  he: ["ביקורים חוזרים", "ביקורים נשנים"],
};

/**
 * A language in which the subject does not begin as it must, with the openings accepted; undefined when all is well.
 */
export function missingOpening(
  subject: VisitRequest["subject"],
): { readonly language: string; readonly openings: readonly string[] } | undefined {
  const listed = Object.entries(subject).filter(([language]) => Object.hasOwn(recurringOpenings, language));
  if (listed.length === 0) return { language: "en", openings: recurringOpenings.en ?? [] };
  for (const [language, text] of listed) {
    const openings = recurringOpenings[language] ?? [];
    const start = text.toLowerCase();
    if (!openings.some((opening) => start.startsWith(opening))) return { language, openings };
  }
  return undefined;
}
