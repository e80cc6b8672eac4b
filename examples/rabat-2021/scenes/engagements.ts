// The five engagements of the day as the article reports them, in its order and with its times. A time the article does
// not give is left open; lengths and movements are in no source and enter later, marked as demonstration data.

import { facts, signatoryOf } from "../data.ts";
import type { Reading } from "../step.ts";

const { date, zone, engagements: reported } = facts.visit;

/** The lines in the article's order. */
export const lineIds = ["signature", "reception", "lunch", "brigade", "talks"] as const;
type LineId = (typeof lineIds)[number];

/** Translations of the reported titles; the article is in French. */
const translated: Readonly<Record<LineId, { readonly ar: string; readonly he: string }>> = {
  signature: { ar: "توقيع الاتفاق", he: "חתימת ההסכם" },
  reception: { ar: "استقبال بمقر أركان القوات المسلحة الملكية", he: "קבלת פנים במפקדת המטה הכללי של כוחות מרוקו" },
  lunch: { ar: "مأدبة غداء على شرف الوزير", he: "ארוחת צהריים לכבוד השר" },
  brigade: { ar: "زيارة اللواء الأول للمشاة المظليين", he: "ביקור בחטיבת הצנחנים הראשונה" },
  talks: { ar: "محادثات مع رئيس الدبلوماسية", he: "שיחה עם ראש הדיפלומטיה" },
};

interface Line {
  readonly format: string;
  readonly host?: string;
  readonly venue?: { readonly name: string; readonly city?: string };
}

const lines: Readonly<Record<LineId, Line>> = {
  signature: {
    format: "signature",
    host: signatoryOf("MA").function.fr ?? "",
    venue: { name: "Rabat", city: "Rabat" },
  },
  reception: {
    format: "ceremony",
    host: "Général de corps d'armée, inspecteur général des FAR",
    venue: { name: "Quartier général de l'état-major des FAR", city: "Rabat" },
  },
  lunch: { format: "meal" },
  brigade: { format: "tour", venue: { name: "1re brigade d'infanterie parachutiste", city: "Salé" } },
  talks: { format: "plenary", host: "Chef de la diplomatie" },
};

function titlesOf(id: LineId, marks: { fr: string; ar: string; he: string; en: string }): Record<string, string> {
  const titles = { ...reported[lineIds.indexOf(id)]?.title, ...translated[id] };
  return Object.fromEntries(
    Object.entries({ ...titles }).map(([language, title]) => [
      language,
      `${title}${marks[language === "ar" || language === "he" || language === "fr" ? language : "en"]}`,
    ]),
  );
}

const unmarked = { fr: "", ar: "", he: "", en: "" };

/** The programme as reported: five lines, three times, no length. */
export function reportedProgramme(reading: Reading): readonly unknown[] {
  return lineIds.map((id, i) => {
    const time = reported[i]?.time ?? undefined;
    return {
      id,
      titles: titlesOf(id, unmarked),
      start: { date, zone, ...(time === undefined ? {} : { time }) },
      confirmed: time !== undefined,
      source: "reported",
      visitorPrincipal: "Ministre de la Défense",
      ...lines[id],
      ...(id === "brigade" || id === "reception" ? { visit: reading.id("visit") } : {}),
    };
  });
}

/** The figures of the clash; demonstration data, both entered by the host. */
export const lengthMinutes = 30;
export const movementMinutes = 20;
/** What the visitor asks for instead, so that both reported times can stand. */
export const shorterMinutes = 25;

const lengthMark = {
  fr: " (heure : presse ; durée : démonstration)",
  ar: " (التوقيت: الصحافة؛ المدة: لغرض العرض)",
  he: " (השעה: מהעיתונות; המשך: להדגמה)",
  en: " (time: press; length: demonstration)",
};
const movementMark = {
  fr: " (heure : presse ; trajet : démonstration)",
  ar: " (التوقيت: الصحافة؛ التنقل: لغرض العرض)",
  he: " (השעה: מהעיתונות; הנסיעה: להדגמה)",
  en: " (time: press; movement: demonstration)",
};

/** A line that holds a demonstration figure is no longer the article's alone: its source and its title say so. */
export function withFigures(): readonly unknown[] {
  return [
    {
      kind: "set",
      engagement: "brigade",
      set: { minutes: lengthMinutes, source: "demonstration", titles: titlesOf("brigade", lengthMark) },
    },
    {
      kind: "set",
      engagement: "talks",
      set: {
        source: "demonstration",
        titles: titlesOf("talks", movementMark),
        movement: { from: "Salé", to: "Rabat", minutes: movementMinutes, convoy: "Démonstration" },
      },
    },
  ];
}

export const shorter = [{ kind: "set", engagement: "brigade", set: { minutes: shorterMinutes } }] as const;
