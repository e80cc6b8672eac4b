// Labels in XML: the public samples both ways, what is kept, and what is refused before and after a parser has seen it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { vectorsFolder } from "../../test/vectors.ts";
import { isRefusal, type Refusal, utf8 } from "../base/index.ts";
import { formatLabelXml, parseLabelXml } from "./labelXml.ts";
import { categoryTypes, type LabelFile, type Marking, markingKinds, meaningOf } from "./marking.ts";

function read(text: string | Uint8Array): LabelFile {
  const file = parseLabelXml(typeof text === "string" ? utf8(text) : text);
  if (isRefusal(file)) throw new Error(JSON.stringify(file));
  return file;
}

function refused(text: string): Refusal {
  const file = parseLabelXml(utf8(text));
  if (!isRefusal(file)) throw new Error("It was read.");
  return file;
}

const namespace = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";

function label(inside: string, root = ""): string {
  return `<originatorConfidentialityLabel xmlns="${namespace}"${root}><ConfidentialityInformation>
    <PolicyIdentifier>EXAMPLE</PolicyIdentifier><Classification>TOP SECRET</Classification>${inside}
    </ConfidentialityInformation></originatorConfidentialityLabel>`;
}

const folder = vectorsFolder();

test.skipIf(folder === undefined)("every public sample is read, and written again with the same meaning", () => {
  const samples = join(folder ?? "", "adatp-4774");
  const names = readdirSync(samples).filter((name) => name.endsWith(".nato"));
  expect(names.length).toBe(6);
  for (const name of names) {
    const file = read(readFileSync(join(samples, name)));
    expect(file.markings, name).toHaveLength(1);
    const again = read(formatLabelXml(file));
    expect(again.markings.map(meaningOf), name).toEqual(file.markings.map(meaningOf));
    expect(file.markings[0]?.policy).toBe("NATO");
  }
  expect(read(readFileSync(join(samples, "nato-4774-17-1.nato"))).markings).toEqual([
    {
      kind: "originator",
      policy: "NATO",
      policyUri: "urn:oid:1.3.26.1.3.1",
      classification: "UNCLASSIFIED",
      categories: [
        { tag: "Context", type: "permissive", values: ["NATO", "Releasable"] },
        { tag: "Releasable To", type: "permissive", values: ["NATO", "ISAF", "KFOR", "RESOLUTE SUPPORT"] },
      ],
    },
  ]);
});

test.skipIf(folder === undefined)("public files of other formats are refused, not half read", () => {
  const samples = join(folder ?? "", "adatp-4774");
  const others = readdirSync(samples).filter((name) => name.endsWith(".xml") || name.endsWith(".ber"));
  expect(others.length).toBeGreaterThan(10);
  for (const name of others) {
    const file = parseLabelXml(readFileSync(join(samples, name)));
    expect(isRefusal(file) && file.code, name).toMatch(/^documents\.(notLabel|notXml|xmlTooLarge|xmlBomb)$/);
  }
});

test("a prefix, white space and comments change nothing", () => {
  const plain = read(
    label('<Category TagName="Releasable To" Type="PERMISSIVE"><GenericValue>MA</GenericValue></Category>'),
  );
  const prefixed = `<?xml version="1.0"?>\n<!-- a label -->\n<s:originatorConfidentialityLabel xmlns:s="${namespace}">
    <s:ConfidentialityInformation><s:PolicyIdentifier> EXAMPLE
    </s:PolicyIdentifier><s:Classification>TOP  SECRET</s:Classification>
    <s:Category Type="PERMISSIVE" TagName="Releasable To"><!-- one --><s:GenericValue>MA</s:GenericValue></s:Category>
    </s:ConfidentialityInformation></s:originatorConfidentialityLabel>`;
  expect(read(prefixed)).toEqual(plain);
});

test("an alternative label stands beside the originator's in a binding, with what they are bound to", () => {
  const file: LabelFile = {
    markings: [
      { kind: "originator", policy: "A", classification: "SECRET", categories: [] },
      {
        kind: "alternative",
        policy: "B",
        classification: "RESTRICTED",
        categories: [],
        created: "2021-11-24T14:30:00Z",
      },
    ],
    binds: ["urn:uuid:017d53a8-0000-7000-8000-000000000001"],
  };
  expect(read(formatLabelXml(file))).toEqual(file);
});

const text = fc
  .string({ unit: fc.constantFrom(..."AZaz09 -_.é<>&\"'"), minLength: 1, maxLength: 12 })
  .map((value) => value.trim().replaceAll(/\s+/g, " "))
  .filter((value) => value !== "");
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const anyMarking: fc.Arbitrary<Marking> = fc
  .record({
    kind: fc.constantFrom(...markingKinds),
    policy: text,
    policyUri: optional(text),
    classification: text,
    privacyMark: optional(text),
    categories: fc.array(
      fc.record({ tag: text, type: fc.constantFrom(...categoryTypes), values: fc.array(text, { maxLength: 3 }) }),
      { maxLength: 3 },
    ),
    originator: optional(fc.record({ type: fc.constant("rfc822Name"), text })),
    created: optional(fc.constant("2026-09-26T12:00:00.5+01:00")),
    review: optional(fc.constant("2031-09-26T00:00:00Z")),
  })
  .map((marking) => JSON.parse(JSON.stringify(marking)));

test("law: what is written is read back as it was", () => {
  fc.assert(
    fc.property(
      fc.array(anyMarking, { minLength: 1, maxLength: 3 }),
      fc.array(text, { maxLength: 2 }),
      (markings, binds) => {
        expect(read(formatLabelXml({ markings, binds }))).toEqual({ markings, binds });
      },
    ),
  );
});

test.each([
  ["a DOCTYPE", `<!DOCTYPE a [<!ENTITY b "c">]>${label("")}`, "a DOCTYPE"],
  ["an entity of its own", label("&lol;"), "the entity &lol"],
  ["a CDATA section", label("<![CDATA[x]]>"), "CDATA"],
  ["a processing instruction", `<?xml-stylesheet href="x"?>${label("")}`, "processing instruction"],
  ["great depth", "<a>".repeat(17) + "</a>".repeat(17), "levels"],
  ["depth behind a sign in an attribute", '<a b="/>">'.repeat(40) + "</a>".repeat(40), "levels"],
  ["very many elements", `<a>${"<b/>".repeat(1_001)}</a>`, "elements"],
])("%s is refused before a label is looked for", (_, xml, problem) => {
  const refusal = refused(xml);
  expect(refusal.code).toBe("documents.xmlBomb");
  expect(refusal.details.problem).toContain(problem);
});

test("more bytes than a label needs are refused before they are parsed", () => {
  expect(refused(label(`<!--${"x".repeat(70_000)}-->`))).toMatchObject({ code: "documents.xmlTooLarge" });
});

test.each([
  ["not well-formed", "<a><b></a>"],
  ["a prefix that is bound to nothing", "<x:a/>"],
  ["an attribute twice", '<a b="1" b="2"/>'],
  ["an attribute without quotes", "<a b=1/>"],
  ["two roots", "<a/><a/>"],
  ["no element", "<!-- nothing -->"],
  ["nothing", ""],
])("%s is no XML", (_, xml) => expect(refused(xml).code).toBe("documents.notXml"));

test("bytes that are not UTF-8 are no XML", () => {
  expect(parseLabelXml(Uint8Array.of(0x3c, 0xff, 0x3e))).toMatchObject({ code: "documents.notXml" });
});

test.each([
  ["another root", "<a/>"],
  ["another namespace", label("").replace(namespace, "urn:other")],
  ["no classification", label("").replace("TOP SECRET", " ")],
  ["two policies", label("<PolicyIdentifier>B</PolicyIdentifier>")],
  ["a category type in small letters", label('<Category TagName="X" Type="permissive"/>')],
  ["a category without a tag", label('<Category Type="PERMISSIVE"/>')],
  ["an empty value", label('<Category TagName="X" Type="PERMISSIVE"><GenericValue/></Category>')],
  ["a date that is none", label("", ' ReviewDateTime="soon"')],
  ["no information", `<originatorConfidentialityLabel xmlns="${namespace}"/>`],
])("%s is no label", (_, xml) => expect(refused(xml).code).toBe("documents.notLabel"));

test.each([
  ["a value of bits", label('<Category TagName="X" Type="PERMISSIVE"><BitStringValue>01</BitStringValue></Category>')],
  ["an element of another namespace", label('<x:Marking xmlns:x="urn:x">y</x:Marking>')],
  ["an attribute of its own", label("", ' secret="yes"')],
  ["a succession", label("").replace("</originator", "<SuccessionHandling/></originator")],
  ["a very long text", label(`<PrivacyMark>${"x".repeat(600)}</PrivacyMark>`)],
  [
    "a binding with a signature",
    `<BindingInformation xmlns="urn:nato:stanag:4778:bindinginformation:1:0"><Signature/><MetadataBindingContainer/>
    </BindingInformation>`,
  ],
])("%s is refused and not dropped", (_, xml) => expect(refused(xml).code).toBe("documents.labelPart"));
