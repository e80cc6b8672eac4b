// Visitors from a spreadsheet and back. Which columns a file has is told by its first line, in any of the four
// languages. What may stand in the register (function, nationality, clearance) is told apart from personal data (name,
// birth, passport), of which the register only ever holds the digest of a document.

import { latinDigits } from "../parts/form/value.ts";
import { type CsvProblem, type CsvRecord, plainField, readCsv } from "./csv.ts";
import {
  type Column,
  columnOf,
  columns,
  openColumns,
  type PersonalColumn,
  personalColumns,
} from "./visitor-columns.ts";

export type PersonalDetails = Readonly<Partial<Record<PersonalColumn, string>>>;

/** A visitor as read; `details` is undefined while only the personal data are known. */
export interface ReadVisitor {
  readonly number: number;
  readonly function: string;
  readonly nationality: string;
  readonly clearance: { readonly level: string; readonly validUntil: string } | undefined;
  readonly details: string | undefined;
  readonly personal: PersonalDetails;
}

export type VisitorProblem =
  | CsvProblem
  | "empty"
  | "noColumn"
  | "unknownColumn"
  | "twiceColumn"
  | "tooMany"
  | "missing"
  | "number"
  | "taken"
  | "long"
  | "country"
  | "date"
  | "level"
  | "digest"
  | "noDetails";

/** What is wrong, and where: the line of the file and the column's name as the file has it. */
export interface VisitorFlaw {
  readonly problem: VisitorProblem;
  readonly line: number;
  readonly column: string;
  readonly got: string;
}

export interface VisitorsRead {
  readonly visitors: readonly ReadVisitor[];
  readonly flaws: readonly VisitorFlaw[];
}

/** A list of an act has at most so many. */
export const visitorsMax = 200;

export interface VisitorsFrom {
  readonly bytes: Uint8Array;
  /** Codes of the accord's levels, and their names in any language, to the code. */
  readonly levels: Readonly<Record<string, string>>;
  /** Numbers that other visitors of the request have. */
  readonly taken: ReadonlySet<number>;
}

/** Every flaw of the file at once; the visitors may be taken over when there is none. */
export function visitorsFrom(from: VisitorsFrom): VisitorsRead {
  const read = readCsv(from.bytes);
  if (read.kind === "flawed") return flawedWith({ problem: read.problem, line: read.line, column: "", got: "" });
  const [head, ...records] = read.records;
  if (!head || records.length === 0) return flawedWith({ problem: "empty", line: 1, column: "", got: "" });
  if (records.length > visitorsMax)
    return flawedWith({ problem: "tooMany", line: 1, column: "", got: String(records.length) });
  const named = head.fields.map((name) => ({ name, column: columnOf(name) }));
  const headFlaws = flawsOfHead(named, head.line);
  if (headFlaws.length > 0) return { visitors: [], flaws: headFlaws };
  const taken = new Set(from.taken);
  const found = records.map((record) => readVisitor(record, { named, taken, levels: from.levels }));
  return { visitors: found.map((one) => one.visitor), flaws: found.flatMap((one) => one.flaws) };
}

function flawedWith(flaw: VisitorFlaw): VisitorsRead {
  return { visitors: [], flaws: [flaw] };
}

interface NamedColumn {
  readonly name: string;
  readonly column: Column | undefined;
}

function flawsOfHead(named: readonly NamedColumn[], line: number): VisitorFlaw[] {
  const flaws: VisitorFlaw[] = [];
  for (const [i, { name, column }] of named.entries()) {
    if (column === undefined) flaws.push({ problem: "unknownColumn", line, column: name, got: name });
    else if (named.findIndex((one) => one.column === column) !== i)
      flaws.push({ problem: "twiceColumn", line, column: name, got: name });
  }
  const has = (column: Column): boolean => named.some((one) => one.column === column);
  for (const column of ["function", "nationality"] as const)
    if (!has(column)) flaws.push({ problem: "noColumn", line, column, got: "" });
  if (!has("details") && !has("familyName")) flaws.push({ problem: "noDetails", line, column: "details", got: "" });
  return flaws;
}

interface Reading {
  readonly named: readonly NamedColumn[];
  /** Numbers given so far; a record without one gets the next. */
  readonly taken: Set<number>;
  readonly levels: Readonly<Record<string, string>>;
}

function readVisitor(
  record: CsvRecord,
  { named, taken, levels }: Reading,
): { visitor: ReadVisitor; flaws: VisitorFlaw[] } {
  const flaws: VisitorFlaw[] = [];
  const at = (column: Column): { name: string; text: string } => {
    const i = named.findIndex((one) => one.column === column);
    return { name: named[i]?.name ?? column, text: plainField(record.fields[i] ?? "").trim() };
  };
  const flaw = (column: Column, problem: VisitorProblem): void => {
    const { name, text } = at(column);
    flaws.push({ problem, line: record.line, column: name, got: text.slice(0, 60) });
  };
  for (const column of columns) if (at(column).text.length > 120) flaw(column, "long");
  if (record.fields.length > named.length)
    flaws.push({ problem: "unknownColumn", line: record.line, column: "", got: "" });
  const function_ = at("function").text;
  if (function_ === "") flaw("function", "missing");
  const nationality = at("nationality").text.toUpperCase();
  if (!/^[A-Z]{2,3}$/.test(nationality)) flaw("nationality", nationality === "" ? "missing" : "country");
  const details = at("details").text;
  if (details !== "" && !/^sha256:[0-9a-f]{64}$/.test(details)) flaw("details", "digest");
  const personal = personalOf((column) => at(column).text);
  const born = personal.birthDate;
  if (born !== undefined && isoDate(born) === undefined) flaw("birthDate", "date");
  if (details === "" && Object.keys(personal).length === 0) flaw("details", "noDetails");
  const visitor: ReadVisitor = {
    number: numberOf(at("number").text, { taken, flaw: (problem) => flaw("number", problem) }),
    function: function_,
    nationality,
    clearance: clearanceOf({ level: at("clearance").text, until: at("clearedUntil").text }, { levels, flaw }),
    details: details === "" ? undefined : details,
    personal: born === undefined ? personal : { ...personal, birthDate: isoDate(born) ?? born },
  };
  return { visitor, flaws };
}

function personalOf(text: (column: PersonalColumn) => string): PersonalDetails {
  const pairs = personalColumns.map((column) => [column, text(column)] as const).filter(([, value]) => value !== "");
  return Object.fromEntries(pairs);
}

function numberOf(
  text: string,
  { taken, flaw }: { taken: Set<number>; flaw: (problem: VisitorProblem) => void },
): number {
  if (text === "") {
    let next = 1;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  }
  const value = Number(latinDigits(text));
  if (!Number.isInteger(value) || value < 1 || value > 9999) flaw("number");
  else if (taken.has(value)) flaw("taken");
  taken.add(value);
  return value;
}

function clearanceOf(
  given: { level: string; until: string },
  { levels, flaw }: { levels: Reading["levels"]; flaw: (column: Column, problem: VisitorProblem) => void },
): ReadVisitor["clearance"] {
  if (given.level === "" && given.until === "") return undefined;
  const level = Object.hasOwn(levels, given.level.toLowerCase()) ? levels[given.level.toLowerCase()] : undefined;
  const validUntil = isoDate(given.until);
  if (level === undefined) flaw("clearance", given.level === "" ? "missing" : "level");
  if (validUntil === undefined) flaw("clearedUntil", given.until === "" ? "missing" : "date");
  return level === undefined || validUntil === undefined ? undefined : { level, validUntil };
}

/** ISO, or day, month and year with points. With strokes it could be either order, and is not guessed. */
function isoDate(text: string): string | undefined {
  const latin = latinDigits(text);
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(latin) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : latin;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/**
 * The rows of a file with these visitors: a head, then one each. Personal data are written only where they are given.
 */
export function visitorRecords(visitors: readonly ReadVisitor[]): string[][] {
  const personal = visitors.some((one) => Object.keys(one.personal).length > 0);
  const shown = personal ? columns : openColumns;
  const rows = visitors.map((one) => shown.map((column) => fieldOf(one, column)));
  return [[...shown], ...rows];
}

function fieldOf(visitor: ReadVisitor, column: Column): string {
  switch (column) {
    case "number":
      return String(visitor.number);
    case "function":
      return visitor.function;
    case "nationality":
      return visitor.nationality;
    case "clearance":
      return visitor.clearance?.level ?? "";
    case "clearedUntil":
      return visitor.clearance?.validUntil ?? "";
    case "details":
      return visitor.details ?? "";
    default:
      return visitor.personal[column] ?? "";
  }
}
