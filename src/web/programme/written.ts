// Any value of a line as one line of text, for comparison and for details.

import { useSay } from "../language/index.ts";
import { useIn, useLevelName } from "../parts/index.ts";

/** A field's value as one line of text, whatever its form. */
export function useWritten(): (value: unknown) => string {
  const say = useSay();
  const read = useIn();
  const level = useLevelName();
  const text = (value: unknown): string => {
    if (value === undefined || value === null) return say("programme.compare.none");
    if (typeof value === "boolean") return say(value ? "programme.yes" : "programme.no");
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return level(value);
    if (Array.isArray(value)) return value.map(text).join(say("programme.comma"));
    if (typeof value !== "object") return "";
    const entries = Object.entries(value);
    const isTexts = entries.every(([key, one]) => /^[a-z]{2,3}$/.test(key) && key !== "to" && typeof one === "string");
    if (isTexts && entries.length > 0) return read(Object.fromEntries(entries.map(([key, one]) => [key, String(one)])));
    // The zone of a time is said once, at the head of the day.
    const shown = entries.filter(([key]) => key !== "zone").map(([, one]) => text(one));
    return shown.join(" ");
  };
  return text;
}
