// What was said in public on the day, as the article reports it: by the Israeli minister of Defence on Twitter, and by
// the Forum Far-Maroc on Facebook. Each side records what was said on its side, so that the register tells it and the
// side's public feed shows it. Reported: who, where, and in substance what. The English is the substance as it is
// reported; its other languages, the headlines and the references are demonstration data.

import { type Party, signatoryOf, statementOf } from "../data.ts";
import { posts } from "../posts.ts";
import type { ActStep, Scene } from "../step.ts";

type Texts = Readonly<Record<"fr" | "en" | "ar" | "he", string>>;

const headlines: Texts = {
  fr: "Déclaration du 24 novembre 2021, telle que rapportée",
  en: "Statement of 24 November 2021, as reported",
  ar: "تصريح 24 نونبر 2021 كما نُقل",
  he: "הצהרה מ־24 בנובמבר 2021, כפי שדווחה",
};

const reported: Readonly<Record<Party, Texts>> = {
  IL: {
    en: statementOf("IL").says,
    fr:
      "L’accord comprend la régulation de la coopération en matière de renseignement, les acquisitions de sécurité " +
      "et de défense, la formation conjointe et la coopération industrielle ; remerciements au Roi et au ministre " +
      "de la Défense ; une étape historique.",
    ar:
      "يشمل الاتفاق تنظيم التعاون الاستخباراتي، والمشتريات الأمنية والدفاعية، والتكوين المشترك، والتعاون الصناعي؛ " +
      "شكر للملك ولوزير الدفاع؛ خطوة تاريخية.",
    he:
      "ההסכם כולל הסדרה של שיתוף הפעולה המודיעיני, רכש ביטחוני, אימונים משותפים ושיתוף פעולה תעשייתי; תודה למלך ולשר " +
      "ההגנה; צעד היסטורי.",
  },
  MA: {
    en: statementOf("MA").says,
    fr:
      "L’accord sera un cadre pour la coopération militaire, sécuritaire et de renseignement ; il crée des canaux " +
      "officiels entre les services et le fondement juridique de la coopération industrielle et technique, de " +
      "l’échange de visites, de la formation et d’exercices conjoints.",
    ar:
      "سيكون الاتفاق إطارا للتعاون العسكري والأمني والاستخباراتي؛ ويحدث قنوات رسمية بين المصالح، " +
      "والأساس القانوني للتعاون الصناعي والتقني وتبادل الزيارات والتكوين والتمارين المشتركة.",
    he:
      "ההסכם יהיה מסגרת לשיתוף פעולה צבאי, ביטחוני ומודיעיני; הוא יוצר ערוצים רשמיים בין השירותים ואת " +
      "הבסיס המשפטי לשיתוף פעולה תעשייתי וטכני, לחילופי ביקורים, להכשרה ולתרגילים משותפים.",
  },
};

const minister = signatoryOf("IL");

/** Who said it: the minister by name, who holds public office; the forum as a source. */
const speaking = {
  IL: { speaker: { function: minister.function, name: minister.name, publicOffice: true } },
  MA: { source: statementOf("MA").by },
} as const;

const record = (side: Party, at: string): ActStep => {
  const { by, medium } = statementOf(side);
  const on = "2021-11-24";
  const versions = Object.entries(reported[side]).map(([language, text]) => ({
    language,
    headline: Object.entries(headlines).find(([one]) => one === language)?.[1],
    place: medium,
    date: on,
    paragraphs: [{ text }],
  }));
  return {
    kind: "act",
    key: `statement.${side}`,
    procedure: "communique/1",
    step: "record",
    side,
    by: posts.spokesperson[side],
    articles: ["11"],
    at,
    say: `records what ${by} said on ${medium} on 24 November 2021, before any communiqué`,
    body: () => ({
      titles: headlines,
      reference: `ST-${side}-2021-1 (demonstration)`,
      medium,
      ...speaking[side],
      on,
      versions,
    }),
  };
};

export const statements: Scene = {
  title: "The two statements of 24 November 2021, recorded and told in each side’s public feed",
  steps: [record("IL", "2022-03-02T11:00:00Z"), record("MA", "2022-03-02T11:30:00Z")],
};
