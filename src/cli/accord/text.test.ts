// The text of an accord from Markdown: the example of the format's own document, each refusal with its line, and the
// acts' bodies, in parts where one does not hold a text.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../base/index.ts";
import { accordProcedure } from "../../procedures/index.ts";
import { entente, must, refusedAs } from "../testing.ts";
import { type AccordBodies, accordBodies } from "./bodies.ts";
import { readAccordText } from "./text.ts";

const page = readFileSync(new URL("../../../docs/formats-accord-text.md", import.meta.url), "utf8");
const example = /```markdown\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

const data = `---
entente: accord-text/1
entryIntoForce: { rule: { kind: onSignature }, zone: Africa/Casablanca }
denunciation: { noticeMonths: 6 }
calendars: {}
---
`;

const short = `${data}# Accord {lang=fr}
# Accord {lang=en}
## 1 {#article-1}
### Objet {lang=fr}
Un.
### Purpose {lang=en}
One.
`;

function bodiesOf(text: string): AccordBodies {
  const bodies = accordBodies({ text, file: "text.md" });
  if (isRefusal(bodies)) throw new Error(JSON.stringify(bodies.details));
  return bodies;
}

function versionOf(text: string) {
  const bodies = bodiesOf(text).tableVersion(1);
  if (isRefusal(bodies)) throw new Error(bodies.code);
  return bodies;
}

test("the document's example gives a proposal and one version in two languages, as the procedure reads them", () => {
  const { propose } = bodiesOf(example);
  expect(propose).toMatchObject({
    kind: "framework",
    titles: { fr: "Accord de coopération" },
    marking: "unclassified",
  });
  expect(accordProcedure.steps.propose?.body.safeParse(propose).success).toBe(true);
  const versions = versionOf(example);
  expect(versions.map((body) => body.language)).toEqual(["fr", "en"]);
  for (const body of versions) expect(accordProcedure.steps.tableVersion?.body.safeParse(body).error).toBeUndefined();
  const [french, english] = versions;
  expect(french?.annex).toMatchObject({
    articles: [
      { number: "1", titles: { fr: "Objet", en: "Purpose" }, domains: [] },
      { number: "2", titles: { fr: "Visites", en: "Visits" }, domains: ["visits"], cap: "restricted" },
    ],
    entryIntoForce: { rule: { kind: "firstOfMonthAfterSecondNote", months: 2 }, provisional: ["2"] },
  });
  expect(english?.annex).toBeUndefined();
  expect(english?.articles).toMatchObject([
    { number: "1" },
    {
      number: "2",
      title: "Visits",
      paragraphs: ["The Parties exchange visits.", "1. The request precedes the visit.", "2. The host decides."],
    },
  ]);
  expect(english?.preamble).toEqual(["The Parties,", "desiring to cooperate,"]);
  expect(english?.closing).toHaveLength(1);
});

test("an article's number is text: 6.10 is not 6.1, in the data and in the text", () => {
  const text = short
    .replace("calendars: {}", "calendars: {}\narticles: { 6.10: { domains: [visits] } }")
    .replace("## 1 {#article-1}", "## 6.10 {#article-6.10}");
  expect(versionOf(text)[0]?.annex).toMatchObject({ articles: [{ number: "6.10", domains: ["visits"] }] });
});

test.each([
  ["no data", "# Accord {lang=fr}\n", 1],
  ["a title without its language", short.replace("# Accord {lang=en}", "# Accord"), 8],
  ["a title given twice", short.replace("{lang=en}", "{lang=fr}"), 8],
  ["a part that is none", short.replace("{#article-1}", "{#annex}"), 9],
  ["an article twice", `${short}## 1 {#article-1}\n`, 14],
  ["a wording without its language", short.replace("### Objet {lang=fr}", "### Objet"), 10],
  ["a wording twice", `${short}### Encore {lang=fr}\n`, 14],
  ["an article without a title", short.replace("### Purpose {lang=en}", "### {lang=en}"), 12],
  ["a wording outside of a part", `${data}# Accord {lang=fr}\n### Objet {lang=fr}\n`, 8],
  ["a paragraph without its language", short.replace("### Objet {lang=fr}\n", ""), 10],
  ["a table", `${short}\n| a | b |\n|---|---|\n| c | d |\n`, 15],
  ["HTML", `${short}\n<p>text</p>\n`, 15],
  ["a heading too deep", `${short}#### deep\n`, 14],
  ["a language that is missing", short.replace("### Purpose {lang=en}\nOne.\n", ""), 9],
  ["a language without a title", short.replace("# Accord {lang=en}\n", ""), 8],
  ["a paragraph more in one language", `${short}\nTwo.\n`, 9],
  ["no article", `${data}# Accord {lang=fr}\n`, 1],
])("refused with its line: %s", (_, text, line) => {
  expect(readAccordText({ text, file: "text.md" })).toMatchObject({ code: "cli.accordText", details: { line } });
});

test("comments and rules are passed over; line breaks inside a paragraph are spaces", () => {
  const text = short.replace("Un.", "<!-- wording of the example -->\n\nUn\ndeux.\n\n---\n");
  const read = readAccordText({ text, file: "text.md" });
  if (isRefusal(read)) throw new Error(JSON.stringify(read.details));
  expect(read.parts[0]?.wordings.get("fr")?.paragraphs).toEqual(["Un deux."]);
});

test.each([
  ["YAML that is none", short.replace("calendars: {}", "calendars: {"), "(whole)"],
  ["another kind of file", short.replace("accord-text/1", "accord-text/9"), "entente"],
  [
    "an entry for an article the text has not",
    short.replace("calendars: {}", "calendars: {}\narticles: { 9: {} }"),
    "articles.9",
  ],
  [
    "an unknown domain",
    short.replace("calendars: {}", "calendars: {}\narticles: { 1: { domains: [war] } }"),
    "articles.0.domains.0",
  ],
  ["an unknown entry", short.replace("calendars: {}", "calendars: {}\nfrobs: 1"), "(whole)"],
  ["languages that the text has not", short.replace("calendars: {}", "calendars: {}\nlanguages: [fr]"), "languages"],
  [
    "a proposal without a mandate",
    short.replace("calendars: {}", "calendars: {}\nproposal: { marking: open }"),
    "proposal.mandate",
  ],
])("refused by its entry: %s", (_, text, path) => {
  const refused = accordBodies({ text, file: "text.md" });
  expect(refused).toMatchObject({ code: "cli.accordHeader", details: { path } });
});

function longText(paragraphs: readonly number[]): string {
  const articles = paragraphs.map((count, i) => {
    const text = Array.from({ length: count }, (_, n) => `${n} ${"mot ".repeat(1_000)}`).join("\n\n");
    return `## ${i + 1} {#article-${i + 1}}\n### Titre {lang=fr}\n\n${text}\n`;
  });
  return `${data}# Accord {lang=fr}\n${articles.join("\n")}\n## fin {#closing}\n### {lang=fr}\nFait.\n`;
}

test("a text too long for one act comes in parts, none of which loses an article, and each fits in an act", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 12 }), (counts) => {
      const bodies = versionOf(longText(counts));
      const numbers = bodies
        .flatMap((body) => (Array.isArray(body.articles) ? body.articles : []))
        .map((one) => one.number);
      expect(numbers).toEqual(counts.map((_, i) => String(i + 1)));
      expect(bodies.map((body) => body.part)).toEqual(bodies.map((_, i) => ({ number: i + 1, of: bodies.length })));
      for (const body of bodies) expect(JSON.stringify(body).length).toBeLessThan(46_000);
      expect(bodies.at(-1)?.closing).toEqual(["Fait."]);
      expect(bodies[0]?.title).toBe("Accord");
    }),
    { numRuns: 20 },
  );
});

test("an article that no act can carry is refused", () => {
  expect(bodiesOf(longText([13])).tableVersion(1)).toMatchObject({
    code: "cli.textTooLong",
    details: { language: "fr" },
  });
});

test("accord draft prints the bodies, or writes them to a new file", async () => {
  const { mkdtempSync, rmSync, writeFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  const folder = mkdtempSync(join((await import("node:os")).tmpdir(), "entente-text-"));
  writeFileSync(join(folder, "text.md"), example);
  const printed = await must(["accord", "draft", "text.md", "--number", "3"], { folder });
  expect(printed.tableVersion).toMatchObject([{ version: 3 }, { version: 3 }]);
  const plain = await entente(["accord", "draft", "text.md", "--number", "3"], { folder });
  expect(JSON.parse(plain.out.join("\n"))).toEqual(printed);
  await must(["accord", "draft", "text.md", "--out", "bodies.json"], { folder });
  expect(JSON.parse(readFileSync(join(folder, "bodies.json"), "utf8"))).toMatchObject({
    propose: { kind: "framework" },
  });
  expect(await refusedAs(["accord", "draft", "text.md", "--out", "bodies.json"], { folder })).toBe(
    "cli.unwritableFile",
  );
  expect(await refusedAs(["accord", "draft", "nothing.md"], { folder })).toBe("cli.unreadableFile");
  rmSync(folder, { recursive: true });
});
