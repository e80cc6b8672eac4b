// The words around a public text, in the language of the text.

export const pressLanguages = ["fr", "ar", "he", "en"] as const;
export type PressLanguage = (typeof pressLanguages)[number];

interface PressWords {
  readonly locale: string;
  /** Of the feed, where its publisher gives it no title. */
  readonly title: (side: string) => string;
  readonly joint: (sides: string) => string;
  readonly own: (side: string) => string;
  readonly recorded: (said: { readonly by: string; readonly medium: string; readonly day: string }) => string;
  readonly recordedBy: (side: string) => string;
  readonly corrected: (day: string) => string;
  readonly killedTitle: (place: string, day: string) => string;
  readonly killed: string;
  readonly translated: (from: string) => string;
  readonly photograph: (caption: string, credit: string) => string;
  readonly quote: (text: string) => string;
}

export const pressWords: Readonly<Record<PressLanguage, PressWords>> = {
  en: {
    locale: "en-GB",
    title: (side) => `Communiqués: ${side}`,
    joint: (sides) => `Joint communiqué of ${sides}.`,
    own: (side) => `Communiqué of ${side}.`,
    recorded: ({ by, medium, day }) => `Said by ${by} on ${day} (${medium}).`,
    recordedBy: (side) => `Recorded by ${side}.`,
    corrected: (day) => `Corrected on ${day}`,
    killedTitle: (place, day) => `Kill notice: communiqué of ${place}, ${day}`,
    killed: "This communiqué is withdrawn. Do not use it, and take down what was published of it.",
    translated: (from) => `translated; original language: ${from}`,
    photograph: (caption, credit) => `Photograph: ${caption} (${credit})`,
    quote: (text) => `“${text}”`,
  },
  fr: {
    locale: "fr",
    title: (side) => `Communiqués : ${side}`,
    joint: (sides) => `Communiqué conjoint : ${sides}.`,
    own: (side) => `Communiqué : ${side}.`,
    recorded: ({ by, medium, day }) => `Propos de ${by}, le ${day} (${medium}).`,
    recordedBy: (side) => `Consigné par : ${side}.`,
    corrected: (day) => `Corrigé le ${day}`,
    killedTitle: (place, day) => `Annulation : communiqué de ${place}, ${day}`,
    killed: "Ce communiqué est annulé. Ne pas l’utiliser, et retirer ce qui en a été publié.",
    translated: (from) => `traduit ; langue d’origine : ${from}`,
    photograph: (caption, credit) => `Photographie : ${caption} (${credit})`,
    quote: (text) => `« ${text} »`,
  },
  ar: {
    locale: "ar-MA-u-nu-latn",
    title: (side) => `بلاغات: ${side}`,
    joint: (sides) => `بلاغ مشترك: ${sides}.`,
    own: (side) => `بلاغ: ${side}.`,
    recorded: ({ by, medium, day }) => `تصريح ${by} بتاريخ ${day} (${medium}).`,
    recordedBy: (side) => `دوّنه: ${side}.`,
    corrected: (day) => `صُحّح بتاريخ ${day}`,
    killedTitle: (place, day) => `إلغاء: بلاغ ${place}، ${day}`,
    killed: "أُلغي هذا البلاغ. لا تستعملوه واسحبوا ما نُشر منه.",
    translated: (from) => `مترجم؛ اللغة الأصلية: ${from}`,
    photograph: (caption, credit) => `صورة: ${caption} (${credit})`,
    quote: (text) => `«${text}»`,
  },
  he: {
    locale: "he",
    title: (side) => `הודעות לעיתונות: ${side}`,
    joint: (sides) => `הודעה משותפת: ${sides}.`,
    own: (side) => `הודעה: ${side}.`,
    recorded: ({ by, medium, day }) => `דברי ${by}, ${day} (${medium}).`,
    recordedBy: (side) => `נרשם על ידי: ${side}.`,
    corrected: (day) => `תוקן ב־${day}`,
    killedTitle: (place, day) => `ביטול: הודעה מ${place}, ${day}`,
    killed: "הודעה זו בוטלה. אין להשתמש בה, ויש להסיר את מה שפורסם ממנה.",
    translated: (from) => `תרגום; שפת המקור: ${from}`,
    photograph: (caption, credit) => `צילום: ${caption} (${credit})`,
    quote: (text) => `„${text}”`,
  },
};
