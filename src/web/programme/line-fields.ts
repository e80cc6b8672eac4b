// A line's most changed fields as a form holds them: every value a text, as typed. What the form does not show stays as
// it was.

import { isLanguageCode } from "../../acts/index.ts";
import { type Engagement, engagementSchema } from "../../procedures/index.ts";
import { latinDigits } from "../parts/form/value.ts";

export interface LineFields {
  /** The title in the language it is shown in. */
  readonly title: string;
  readonly language: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  readonly confirmed: boolean;
  readonly venue: string;
  readonly city: string;
  readonly host: string;
  /** The movement before: from, to, and how long. */
  readonly from: string;
  readonly to: string;
  readonly road: string;
}

export function fieldsOf(line: Engagement, language = Object.keys(line.titles)[0] ?? "en"): LineFields {
  const shown = line.titles;
  return {
    title: Object.entries(shown).find(([code]) => code === language)?.[1] ?? "",
    language,
    date: line.start.date,
    time: line.start.time ?? "",
    minutes: line.minutes === undefined ? "" : String(line.minutes),
    confirmed: line.confirmed,
    venue: line.venue?.name ?? "",
    city: line.venue?.city ?? "",
    host: line.host ?? "",
    from: line.movement?.from ?? "",
    to: line.movement?.to ?? "",
    road: line.movement?.minutes === undefined ? "" : String(line.movement.minutes),
  };
}

/** The line with the fields in it, or which field cannot stand. */
export function filledWith(line: Engagement, fields: LineFields): { line: Engagement } | { flaw: keyof LineFields } {
  const text = (name: Exclude<keyof LineFields, "confirmed">): string => fields[name].trim();
  const minutes = minutesIn(text("minutes"));
  const road = minutesIn(text("road"));
  if (minutes === "flawed") return { flaw: "minutes" };
  if (road === "flawed") return { flaw: "road" };
  if (text("venue") === "" && text("city") !== "") return { flaw: "venue" };
  if ((text("from") === "") !== (text("to") === "")) return { flaw: text("from") === "" ? "from" : "to" };
  if (road !== undefined && text("from") === "") return { flaw: "from" };
  if (text("title") === "" || !isLanguageCode(fields.language)) return { flaw: "title" };
  const { venue, host: _host, movement, minutes: _minutes, ...rest } = line;
  const { time: _time, ...start } = line.start;
  const { minutes: _road, ...journey } = movement ?? {};
  const filled = {
    ...rest,
    titles: { ...line.titles, [fields.language]: text("title") },
    start: { ...start, date: text("date"), ...(text("time") === "" ? {} : { time: text("time") }) },
    confirmed: fields.confirmed,
    ...(minutes === undefined ? {} : { minutes }),
    ...(text("host") === "" ? {} : { host: text("host") }),
    ...(text("venue") === "" ? {} : { venue: withTexts(venue, { name: text("venue"), city: text("city") }) }),
    ...(text("from") === ""
      ? {}
      : { movement: { ...journey, from: text("from"), to: text("to"), ...durationOf(road) } }),
  };
  const read = engagementSchema.safeParse(filled);
  if (read.success) return { line: read.data };
  return { flaw: fieldAt(read.error.issues[0]?.path ?? []) };
}

function durationOf(minutes: number | undefined): { minutes?: number } {
  return minutes === undefined ? {} : { minutes };
}

function withTexts(
  venue: Engagement["venue"],
  { name, city }: { name: string; city: string },
): NonNullable<Engagement["venue"]> {
  const { city: _city, ...kept } = venue ?? { name };
  return { ...kept, name, ...(city === "" ? {} : { city }) };
}

function minutesIn(text: string): number | undefined | "flawed" {
  if (text === "") return undefined;
  const value = Number(latinDigits(text));
  return Number.isInteger(value) && value >= 1 && value <= 14_400 ? value : "flawed";
}

/** The form's field for where in the line the flaw is. */
function fieldAt(path: readonly PropertyKey[]): keyof LineFields {
  const [first, second] = path;
  if (first === "start") return second === "time" ? "time" : "date";
  if (first === "venue") return second === "city" ? "city" : "venue";
  if (first === "movement") return second === "to" ? "to" : second === "minutes" ? "road" : "from";
  if (first === "minutes" || first === "host") return first;
  return "title";
}
