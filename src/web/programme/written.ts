// Any value of a line as one line of text, for comparison and for details.

import { useName, useSay } from "../language/index.ts";
import { useIn, useLevelName } from "../parts/index.ts";

/** A field's value as one line of text, whatever its form. */
export function useWritten(): (value: unknown) => string {
  const say = useSay();
  const read = useIn();
  const level = useLevelName();
  const name = useName();
  /** What one chooses among is a code and has a name; so has a level; all else is said as it was written. */
  const optionOrText = (value: string): string => {
    const named = level(value);
    return named === value && /^[a-z][A-Za-z-]{2,29}$/.test(value) ? name(`option.programme.${value}`) : named;
  };
  const text = (value: unknown): string => {
    if (value === undefined || value === null) return say("programme.compare.none");
    if (typeof value === "boolean") return say(value ? "programme.yes" : "programme.no");
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return optionOrText(value);
    if (Array.isArray(value)) return value.map(text).join(say("programme.comma"));
    if (typeof value !== "object") return "";
    const entries = Object.entries(value);
    const isTexts = entries.every(([key, one]) => /^[a-z]{2,3}$/.test(key) && key !== "to" && typeof one === "string");
    if (isTexts && entries.length > 0) return read(Object.fromEntries(entries.map(([key, one]) => [key, String(one)])));
    if ("from" in value && "to" in value && "minutes" in value) {
      const { from, to, minutes } = value;
      return [`${text(from)} – ${text(to)}`, say("programme.minutes", { count: Number(minutes) })].join(
        say("programme.comma"),
      );
    }
    // A venue is often named after its city.
    if ("city" in value) return [...new Set(entries.map(([, one]) => text(one)))].join(say("programme.comma"));
    // The zone of a time is said once, at the head of the day.
    const shown = entries.filter(([key]) => key !== "zone").map(([, one]) => text(one));
    return shown.join(" ");
  };
  return text;
}
