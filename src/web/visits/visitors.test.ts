import { expect, test } from "vitest";
import { writeCsv } from "./csv.ts";
import { visitorRecords, visitorsFrom } from "./visitors.ts";

const digest = `sha256:${"a".repeat(64)}`;
const levels = { restricted: "restricted", "diffusion restreinte": "restricted", secret: "secret" };
const from = (text: string, taken: readonly number[] = []) =>
  visitorsFrom({ bytes: new TextEncoder().encode(text), levels, taken: new Set(taken) });

test("a list in French with personal data is read, and the personal data stay apart", () => {
  const text = [
    "N°;Nom;Prénoms;Fonction;Nationalité;Habilitation;Date de naissance;Passeport",
    '3;Lévy;"Dan; Ari";Conseiller militaire;il;;01.02.1970;12345678',
  ].join("\r\n");
  const { visitors, flaws } = from(text);
  expect(flaws).toEqual([]);
  expect(visitors).toEqual([
    {
      number: 3,
      function: "Conseiller militaire",
      nationality: "IL",
      clearance: undefined,
      details: undefined,
      personal: { familyName: "Lévy", givenNames: "Dan; Ari", birthDate: "1970-02-01", passport: "12345678" },
    },
  ]);
});

test.each([
  ["الرقم,الوظيفة,الجنسية,الاسم العائلي\n١,مترجم,MA,العلوي", "العلوي"],
  ["מספר,תפקיד,אזרחות,שם משפחה\n1,מתורגמן,IL,כהן", "כהן"],
  ["number,function,nationality,family name\n1,Interpreter,MA,O'Neill", "O'Neill"],
])("a list whose head is in the file's language is read: %j", (text, name) => {
  expect(from(text)).toMatchObject({ flaws: [], visitors: [{ number: 1, personal: { familyName: name } }] });
});

test("every flaw is told at once, by line and by the column's name in the file", () => {
  const text = [
    "No,Function,Nationality,Clearance,Cleared until,Details",
    `1,Engineer,Israel,restricted,31/12/2031,${digest}`,
    `1,,IL,cosmic,2031-02-30,sha256:12`,
    `0,"${"x".repeat(121)}",,,2031-01-01,`,
  ].join("\n");
  expect(from(text).flaws.map((one) => [one.line, one.column, one.problem])).toEqual([
    [2, "Nationality", "country"],
    [2, "Cleared until", "date"],
    [3, "Function", "missing"],
    [3, "Details", "digest"],
    [3, "No", "taken"],
    [3, "Clearance", "level"],
    [3, "Cleared until", "date"],
    [4, "Function", "long"],
    [4, "Nationality", "missing"],
    [4, "Details", "noDetails"],
    [4, "No", "number"],
    [4, "Clearance", "missing"],
  ]);
});

test("a day written with strokes is not guessed", () => {
  const text = `function,nationality,details,clearance,cleared until\nEngineer,IL,${digest},secret,03/04/2031`;
  expect(from(text).flaws).toMatchObject([{ problem: "date", got: "03/04/2031" }]);
});

test("columns that are not known, twice there, or missing stop the file before its lines", () => {
  expect(from("function,nationality,colour,Function\na,IL,red,b").flaws.map((one) => one.problem)).toEqual([
    "unknownColumn",
    "twiceColumn",
    "noDetails",
  ]);
  expect(from("function\na").flaws.map((one) => [one.problem, one.column])).toEqual([
    ["noColumn", "nationality"],
    ["noDetails", "details"],
  ]);
});

test("a file with nothing in it, and one with more visitors than an act may have, are refused", () => {
  expect(from("").flaws).toMatchObject([{ problem: "empty" }]);
  expect(from("function,nationality,details").flaws).toMatchObject([{ problem: "empty" }]);
  const many = Array.from({ length: 201 }, () => `Engineer,IL,${digest}`).join("\n");
  expect(from(`function,nationality,details\n${many}`).flaws).toMatchObject([{ problem: "tooMany", got: "201" }]);
});

test("visitors without a number get the next that nobody has", () => {
  const { visitors } = from(`function,nationality,details\na,IL,${digest}\nb,IL,${digest}`, [1, 3]);
  expect(visitors.map((one) => one.number)).toEqual([2, 4]);
});

test("what is written for a spreadsheet is read back, formulas included", () => {
  const { visitors } = from('number,function,nationality,familyName,passport\n7,=HYPERLINK(1),IL,"+الاسم",\'-12');
  const text = writeCsv(visitorRecords(visitors));
  expect(text).toContain("'=HYPERLINK(1)");
  expect(from(text)).toEqual({ visitors, flaws: [] });
});
