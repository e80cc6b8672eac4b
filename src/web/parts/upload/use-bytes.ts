// Numbers of bytes as people say them, in the reader's language, by powers of a thousand.

import { useSpeech } from "../../language/index.ts";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function useBytes(): (bytes: number) => string {
  const { language } = useSpeech();
  return (bytes) => {
    const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
    const number = bytes / 1000 ** power;
    const format = new Intl.NumberFormat(language === "en" ? "en-GB" : language, {
      style: "unit",
      unit: units[power] ?? "byte",
      unitDisplay: power === 0 ? "long" : "short",
      numberingSystem: "latn",
      maximumFractionDigits: power === 0 ? 0 : 1,
    });
    return format.format(number);
  };
}
