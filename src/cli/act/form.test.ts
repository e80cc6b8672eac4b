// Filling a form: values typed as text, questions at the terminal, and new ids.

import fc from "fast-check";
import { expect, test } from "vitest";
import { isActId } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { allProcedures, formSchema } from "../../procedures/index.ts";
import { testTerminal } from "../testing.ts";
import { askForm } from "./ask.ts";
import { bodyOf, withSet } from "./body.ts";
import { type FormSchema, fitted } from "./schema.ts";
import { newActId } from "./uuid.ts";

function form(procedure: string, step: string): FormSchema {
  const declared = allProcedures.find((one) => one.name === procedure)?.steps[step];
  if (!declared) throw new Error(`no ${procedure} ${step}`);
  return formSchema(declared);
}

async function asked(schema: FormSchema, answers: readonly string[]) {
  const terminal = testTerminal({ answers });
  const answer = await askForm((question) => terminal.ask(question), { schema, known: {} });
  return { answer, questions: terminal.errors };
}

test("a new id is a UUIDv7 that begins with its time, and two of one millisecond differ", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (ms) => {
      const [one, other] = [newActId(ms), newActId(ms)];
      expect(isActId(one)).toBe(true);
      expect(Number.parseInt(one.replaceAll("-", "").slice(0, 12), 16)).toBe(ms);
      expect(one).not.toBe(other);
    }),
  );
});

test("text becomes a number or a truth value where the form has one, and stays text where it has text", () => {
  const schema = form("accord", "tableVersion");
  const given = {
    basis: "whole",
    version: "2",
    language: "fr",
    title: "12",
    articles: [{ number: "6", title: "7", paragraphs: ["8"] }],
  };
  expect(fitted(given, schema)).toEqual({ ...given, version: 2 });
  expect(fitted({ a: "true", b: "x" }, { properties: { a: { type: "boolean" }, b: { type: "integer" } } })).toEqual({
    a: true,
    b: "x",
  });
  expect(fitted("[1,2]", { type: "array" })).toEqual([1, 2]);
});

test("of several forms without a constant the one that has the field says what its value is", () => {
  const schema = {
    anyOf: ["days", "hours"].map((name) => ({ type: "object", properties: { [name]: { type: "integer" } } })),
  };
  expect(fitted({ days: "3" }, schema)).toEqual({ days: 3 });
  expect(fitted({ hours: "24" }, schema)).toEqual({ hours: 24 });
  expect(fitted({ weeks: "2" }, schema)).toEqual({ weeks: "2" });
});

test("values are set by their paths, lists by number, in any depth", () => {
  let body: unknown = {};
  for (const set of ["place.fr=Rabat", "sites.0.code=site-1", "sites.1.code=site-2", "place.en=Rabat, again = yes"])
    body = withSet(body, set);
  expect(body).toEqual({
    place: { fr: "Rabat", en: "Rabat, again = yes" },
    sites: [{ code: "site-1" }, { code: "site-2" }],
  });
});

test.each(["nothing", "=value", "a..b=c", "__proto__.x=1", "list.3=x", "text.inner=x"])("%s cannot be set", (set) => {
  expect(withSet({ list: ["one"], text: "t" }, set)).toMatchObject({ code: "cli.badSet" });
});

test("a body comes from a file, with values set on top; a file is not asked about", async () => {
  const terminal = testTerminal({ input: '{"point":"a-1","text":"One."}' });
  const schema = form("accord", "raisePoint");
  const body = await bodyOf({ terminal, step: "raisePoint", schema, file: "-", sets: ["text=Two."] });
  expect(body).toEqual({ point: "a-1", text: "Two." });
});

test("a body that is missing is refused with the fields it needs; one that is no object is refused too", async () => {
  const schema = form("accord", "raisePoint");
  const without = await bodyOf({ terminal: testTerminal(), step: "raisePoint", schema, file: undefined, sets: [] });
  expect(without).toMatchObject({ code: "cli.bodyMissing", details: { fields: ["point", "text"] } });
  const list = testTerminal({ input: "[1]" });
  expect(await bodyOf({ terminal: list, step: "raisePoint", schema, file: "-", sets: [] })).toMatchObject({
    code: "cli.badJson",
  });
});

test("at a terminal each required field is asked for, again when the answer is of another kind", async () => {
  const { answer, questions } = await asked(form("accord", "raisePoint"), ["Not a code!", "point-1", "", "A word."]);
  expect(answer).toEqual({ point: "point-1", text: "A word." });
  expect(questions).toHaveLength(4);
});

test("what was set is not asked for", async () => {
  const terminal = testTerminal({ answers: ["A word."] });
  const schema = form("accord", "raisePoint");
  const body = await bodyOf({ terminal, step: "raisePoint", schema, file: undefined, sets: ["point=point-1"] });
  expect(body).toEqual({ point: "point-1", text: "A word." });
});

test("one of several forms is chosen by what tells it apart; texts by language end with an empty name", async () => {
  const { answer } = await asked(form("accord", "propose"), [
    "treaty",
    "framework",
    ...["fr", "Accord", "en", "Accord", ""],
    "M-1",
    "unclassified",
  ]);
  expect(answer).toMatchObject({
    kind: "framework",
    titles: { fr: "Accord", en: "Accord" },
    mandate: { reference: "M-1" },
    marking: "unclassified",
  });
});

test("a list is asked for item by item, a pair by its places", async () => {
  const schema: FormSchema = {
    type: "object",
    required: ["sites", "order", "count"],
    properties: {
      sites: {
        type: "array",
        minItems: 1,
        items: { type: "object", required: ["code"], properties: { code: { type: "string" } } },
      },
      order: { type: "array", prefixItems: [{ type: "string" }, { enum: ["MA", "IL"] }] },
      count: { type: "integer" },
    },
  };
  const { answer } = await asked(schema, ["site-1", "yes", "site-2", "no", "MA", "FR", "IL", "many", "2"]);
  expect(answer).toEqual({ sites: [{ code: "site-1" }, { code: "site-2" }], order: ["MA", "IL"], count: 2 });
});

test("questions that nobody answers any more are refused", async () => {
  const { answer } = await asked(form("accord", "raisePoint"), ["point-1"]);
  expect(answer).toMatchObject({ code: "cli.noAnswer", details: { question: "text" } });
});

test("the form of every step can be asked for to its end or to the end of the answers", async () => {
  for (const procedure of allProcedures)
    for (const name of Object.keys(procedure.steps)) {
      const { answer } = await asked(form(procedure.name, name), []);
      expect(isRefusal(answer) ? answer.code : typeof answer).toMatch(/^(?:cli\.noAnswer|object)$/);
    }
});
