// The form of every step of every procedure: it can be made, what is put into it comes out unchanged, and each thing
// wrong in it is told at its place.

import fc from "fast-check";
import { expect, test } from "vitest";
import { allProcedures, formSchema } from "../../../procedures/index.ts";
import type { JsonValue } from "../../../seal/index.ts";
import { blankOf, entryOf, parseEntry, withChosen, withForm, withMember } from "./entry.ts";
import type { Field, Member } from "./field.ts";
import { fieldOf } from "./schema.ts";
import { bodyOf, isBlank, latinDigits } from "./value.ts";

const forms = allProcedures.flatMap((procedure) =>
  Object.entries(procedure.steps).map(([name, step]) => ({
    name: `${procedure.name}.${name}`,
    schema: formSchema(step),
  })),
);

const sealed = {
  entente: "sealed/1",
  digest: "",
  size: 4100,
  mediaType: "text/plain",
  label: { policy: "entente-test", classification: "restricted", releasableTo: ["IL", "MA"] },
};

/** A value of this field as an officer might give it: no empty optional parts, which a form leaves out. */
function arbitraryOf(field: Field): fc.Arbitrary<JsonValue> {
  switch (field.kind) {
    case "text":
      return textArbitrary(field);
    case "number":
      return fc.integer({ min: field.min ?? 0, max: Math.min(field.max ?? 9999, 99_999) });
    case "option":
      return fc.constantFrom(...field.options);
    case "flag":
    case "answer":
      return fc.boolean();
    case "mark":
      return fc.constant(true);
    case "constant":
      return fc.constant(field.value);
    case "document":
      return fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => ({ ...sealed, digest: `sha256:${hex}` }));
    case "list":
      return fc.array(arbitraryOf(field.item), {
        minLength: Math.max(1, field.min),
        maxLength: Math.min(field.max ?? 9, field.min + 2),
      });
    case "tuple":
      return fc.tuple(...field.items.map(arbitraryOf));
    case "record":
      return fc.dictionary(keyArbitrary(field.key), arbitraryOf(field.value), { minKeys: 1, maxKeys: 3 });
    case "choice":
      return fc.oneof(...field.alternatives.map((alternative) => arbitraryOf(alternative.field)));
    case "group":
      return groupArbitrary(field.members);
  }
}

function groupArbitrary(members: readonly Member[]): fc.Arbitrary<JsonValue> {
  const parts = members.map((member) => {
    const value = arbitraryOf(member.field);
    return member.required ? value : fc.option(value, { nil: undefined });
  });
  return fc.tuple(...parts).map((values) => {
    const entries = members.flatMap((member, i): [string, JsonValue][] => {
      const value = values[i];
      const silent = value === undefined || (!member.required && isBlank(member.field, entryOf(member.field, value)));
      return silent ? [] : [[member.name, value]];
    });
    return Object.fromEntries(entries);
  });
}

const samples: Readonly<Record<string, readonly string[]>> = {
  date: ["2021-11-24", "2024-02-29"],
  instant: ["2021-11-24T09:00:00Z"],
  zone: ["Africa/Casablanca", "Asia/Jerusalem"],
  dossier: ["017d5133-7c00-7000-8000-000000000001"],
  party: ["MA", "IL"],
  language: ["fr", "ar", "he", "en"],
  article: ["2", "12a"],
  function: ["treaty-officer"],
  service: ["adn"],
  email: ["desk@example.org"],
};

function textArbitrary(field: Extract<Field, { kind: "text" }>): fc.Arbitrary<string> {
  const given = samples[field.format];
  if (given) return fc.constantFrom(...given);
  if (field.pattern) {
    const most = field.max ?? 200;
    return fc
      .stringMatching(new RegExp(field.pattern.source))
      .filter((text) => text.length <= most && text.trim() === text && text !== "");
  }
  const length = { minLength: Math.max(1, field.min), maxLength: Math.min(field.max ?? 40, 40) };
  return fc
    .string(length)
    .map((text) => (text.trim().length >= length.minLength ? text.trim() : "a".repeat(length.minLength)));
}

function keyArbitrary(field: Extract<Field, { kind: "text" | "option" }>): fc.Arbitrary<string> {
  const key = field.kind === "option" ? fc.constantFrom(...field.options) : textArbitrary(field);
  return key.filter((text) => text !== "__proto__");
}

test.each(forms)("$name: what is put into the form comes out unchanged, kept in between or not", ({ schema }) => {
  const field = fieldOf(schema);
  const law = fc.property(arbitraryOf(field), (value) => {
    const entry = entryOf(field, value);
    const kept = parseEntry(JSON.parse(JSON.stringify(entry)));
    expect(kept).toEqual(entry);
    expect(bodyOf(field, kept)).toEqual({ value, flaws: [] });
  });
  fc.assert(law, { numRuns: 15 });
});

test.each(forms)(
  "$name: an empty form says nothing that was not asked, and only what is missing is wrong",
  ({ schema }) => {
    const field = fieldOf(schema);
    const problems = new Set(bodyOf(field, blankOf(field)).flaws.map((flaw) => flaw.problem));
    for (const problem of problems) expect(["required", "choose", "few"]).toContain(problem);
  },
);

test("a construct that no form knows is a fault, not a missing field", () => {
  expect(() => fieldOf({ type: "object", properties: { a: { type: "null" } } })).toThrow("A form cannot be made of");
  expect(() => fieldOf(true)).toThrow("A form cannot be made of");
  expect(() => fieldOf({ type: "array" })).toThrow("A form cannot be made of");
});

const visit = fieldOf({
  type: "object",
  required: ["number", "subject", "sites", "decision", "open"],
  properties: {
    number: { type: "integer", minimum: 1, maximum: 9 },
    subject: {
      type: "object",
      propertyNames: { type: "string", format: "language" },
      additionalProperties: { type: "string", minLength: 1, maxLength: 5 },
    },
    sites: { type: "array", minItems: 1, maxItems: 2, items: { type: "string", pattern: "^[a-z]+$" } },
    decision: {
      oneOf: [
        { type: "object", required: ["kind"], properties: { kind: { const: "yes" } } },
        {
          type: "object",
          required: ["kind", "reason"],
          properties: { kind: { const: "no" }, reason: { type: "string", minLength: 1 } },
        },
      ],
    },
    open: { type: "boolean" },
    note: { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 2 } } },
  },
});

test("each thing wrong is told at its path, with the limit it breaks", () => {
  const entry = {
    number: "12",
    subject: [
      { key: "fr", value: "trop long" },
      { key: "fr", value: "deux" },
      { key: "en", value: "" },
    ],
    sites: ["a", "B", "c"],
    decision: { chosen: "no", forms: {} },
    open: false,
    note: { text: "x" },
  };
  expect(bodyOf(visit, entry).flaws).toEqual([
    { path: "number", problem: "high", limit: 9 },
    { path: "subject.fr", problem: "long", limit: 5 },
    { path: "subject.fr", problem: "twice" },
    { path: "sites.1", problem: "form" },
    { path: "decision.reason", problem: "required" },
    { path: "note.text", problem: "short", limit: 2 },
  ]);
  const more = { ...entry, sites: ["a", "b", "c"], number: "two" };
  const flaws = bodyOf(visit, more).flaws;
  expect(flaws).toContainEqual({ path: "number", problem: "number" });
  expect(flaws).toContainEqual({ path: "sites", problem: "many", limit: 2 });
});

test("what was typed under an alternative stays while another is chosen, and is not sent", () => {
  const typed = withForm(blankOf(visit), { name: "no", entry: { reason: "Works" } });
  const back = withChosen(withChosen(typed, "yes"), "no");
  expect(back).toMatchObject({ chosen: "no", forms: { no: { reason: "Works" } } });
  const whole = { number: "1", subject: [{ key: "fr", value: "Site" }], sites: ["a"], open: true };
  const entry = withMember(whole, { name: "decision", entry: withChosen(typed, "yes") });
  expect(bodyOf(visit, entry)).toEqual({
    value: { number: 1, subject: { fr: "Site" }, sites: ["a"], decision: { kind: "yes" }, open: true },
    flaws: [],
  });
});

test("a document still being sealed is told, and one not begun is missing only where it is needed", () => {
  const request = allProcedures.find((one) => one.name === "request");
  const step = request?.steps.release;
  if (step === undefined) throw new Error("no step");
  const field = fieldOf(formSchema(step));
  const begun = withMember(blankOf(field), { name: "question", entry: { upload: "u", name: "q.txt" } });
  expect(bodyOf(field, begun).flaws).toContainEqual({ path: "question", problem: "unsealed" });
  expect(bodyOf(field, blankOf(field)).flaws).toContainEqual({ path: "question", problem: "required" });
  expect(bodyOf(field, blankOf(field)).flaws.filter((flaw) => flaw.path.startsWith("attachments"))).toEqual([]);
});

test("numbers typed in Arabic digits are read", () => {
  expect(latinDigits("١٢ ۳")).toBe("12 3");
});

test("an instant is typed on a wall clock and told in UTC, also where the zone's offset moves", () => {
  const field = fieldOf({ type: "string", format: "instant" });
  const told = (text: string) => bodyOf(field, text);
  expect(told("2021-11-24T10:00[Africa/Casablanca]").value).toBe("2021-11-24T09:00:00Z");
  // In Ramadan Morocco's clocks are an hour back.
  expect(told("2021-04-20T10:00[Africa/Casablanca]").value).toBe("2021-04-20T10:00:00Z");
  expect(told("2021-11-24T09:00:00Z").value).toBe("2021-11-24T09:00:00Z");
  for (const bad of [
    "2021-11-24T[Africa/Casablanca]",
    "T10:00[UTC]",
    "2021-02-31T10:00[UTC]",
    "2021-11-24T10:00[No/Where]",
  ])
    expect(told(bad).flaws).toEqual([{ path: "", problem: "form" }]);
});

test("a kept draft that is no entry is left aside", () => {
  expect(parseEntry({ a: [1] })).toBeUndefined();
  expect(parseEntry([undefined])).toBeUndefined();
  expect(parseEntry(null)).toBeUndefined();
});
