// The four languages of the application: how each is written, and the locale its dates and numbers follow.

export const languages = ["fr", "ar", "he", "en"] as const;

export type Language = (typeof languages)[number];

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((each) => each === text);
}

interface Manner {
  /** In the language itself. */
  readonly name: string;
  /** What the switch shows where there is room for two letters. */
  readonly short: string;
  readonly direction: "ltr" | "rtl";
  /** BCP 47; Latin digits in all four, Moroccan month names in Arabic. */
  readonly locale: string;
}

export const manners: Readonly<Record<Language, Manner>> = {
  fr: { name: "Français", short: "Fr", direction: "ltr", locale: "fr-FR-u-nu-latn" },
  ar: { name: "العربية", short: "ع", direction: "rtl", locale: "ar-MA-u-nu-latn" },
  he: { name: "עברית", short: "עב", direction: "rtl", locale: "he-IL-u-nu-latn" },
  en: { name: "English", short: "En", direction: "ltr", locale: "en-GB-u-nu-latn" },
};

/** The language's own name; its code where the application does not know it. */
export function languageName(code: string): string {
  return isLanguage(code) ? manners[code].name : code;
}

/** How the language is written; by its first letters where the application does not know it. */
export function directionOf(code: string): "ltr" | "rtl" | "auto" {
  return isLanguage(code) ? manners[code].direction : "auto";
}

/** The first of the preferred languages that the application speaks; English when it speaks none of them. */
export function languageAmong(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split("-")[0];
    if (isLanguage(primary)) return primary;
  }
  return "en";
}
