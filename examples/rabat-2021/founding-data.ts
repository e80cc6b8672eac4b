// What the founding of the story's accord fixes: its name and its levels. The two sides publish no table of equivalent
// levels; these are demonstration data, and so is their policy's name.

export const foundingNames = {
  fr: "Coopération de défense Maroc–Israël, Rabat 2021 (démonstration)",
  ar: "التعاون الدفاعي بين المغرب وإسرائيل، الرباط 2021 (لغرض العرض)",
  he: "שיתוף פעולה ביטחוני מרוקו–ישראל, רבאט 2021 (להדגמה)",
  en: "Morocco–Israel defence cooperation, Rabat 2021 (demonstration)",
};

export const labels = {
  policy: "MA-IL-DEMONSTRATION",
  levels: [
    { code: "unclassified", names: { fr: "Non protégé", ar: "غير محمي", he: "בלתי מסווג", en: "Unclassified" } },
    { code: "restricted", names: { fr: "Diffusion restreinte", ar: "توزيع محدود", he: "מוגבל", en: "Restricted" } },
    { code: "confidential", names: { fr: "Confidentiel", ar: "مكتوم", he: "שמור", en: "Confidential" } },
    { code: "secret", names: { fr: "Secret", ar: "سري", he: "סודי", en: "Secret" } },
  ],
} as const;

/** Shown by both nodes wherever they tell the time. */
export const notice =
  "Demonstration on a story clock. Reported by the press on 24 November 2021: the accord and its fields, its two " +
  "signatories, the day and place, the engagements and their times. Everything else is demonstration data: wording, " +
  "other dates, lengths, services, references, keys.";
