import { expect, test } from "vitest";
import { sampleAct } from "../../test/acts.ts";
import { sampleAccord } from "../../test/founding.ts";
import type { FunctionCode, PartyCode, ServiceCode } from "../acts/index.ts";
import { type Admission, admissionCodes, admit } from "./admission.ts";
import { type Annex, annexSchema } from "./annex.ts";
import type { Procedure } from "./declaration.ts";
import type { Service } from "./services.ts";
import type { AccordInForce, Terms } from "./terms.ts";
import { type ToyData, toy } from "./testing/toy.ts";
import { termsWith } from "./testing/walk.ts";

const codesMet = new Set<string>();
const titles = { en: "Written for tests" };
const articles = annexSchema.shape.articles.parse([
  { number: "1", titles, domains: [] },
  { number: "6", titles, domains: ["visits"], cap: "restricted" },
  { number: "7", titles, domains: ["visits"] },
]);
const service: Service = {
  withdrawn: false,
  domains: ["visits"],
  keys: new Set(["service key"]),
  functions: new Map([["protocol-officer" as FunctionCode, new Set(["officer key"])]]),
  sealing: new Set(),
};
const registry: Service = { ...service, domains: undefined };
const founded: Procedure<ToyData> = { ...toy, rests: "founding" };

function terms(accord: Partial<AccordInForce> = {}): Terms {
  const base = termsWith({ articles });
  const labels = {
    ...base.labels,
    policy: "entente-test",
    levels: levels.map((code) => ({ code, names: { en: code } })),
  };
  return {
    ...base,
    labels,
    cap: "confidential",
    accord: base.accord && { ...base.accord, ...accord },
  };
}
const levels = ["unclassified", "restricted", "confidential", "secret"] as const;

interface Changes extends Partial<Omit<Admission, "act">> {
  readonly act?: Readonly<Record<string, unknown>>;
  readonly service?: Partial<Service>;
}

/** The code by which the act is refused, or "admitted". */
function admitted({ act, service: changed, ...changes }: Changes = {}): string {
  const services = new Map([
    ["protocol" as ServiceCode, { ...service, ...changed }],
    ["registry" as ServiceCode, { ...registry, ...changed }],
  ]);
  const refusal = admit({
    act: sampleAct({ step: "note", body: { n: 1 }, ...act }),
    accord: sampleAccord,
    party: "MA" as PartyCode,
    procedure: toy,
    signedBy: ["service key"],
    services,
    terms: terms(),
    holdOn: () => undefined,
    ...changes,
  });
  if (refusal) codesMet.add(refusal.code);
  return refusal?.code ?? "admitted";
}

const label = (classification: string, changes: object = {}) => ({
  label: { policy: "entente-test", classification, releasableTo: ["IL", "MA"], ...changes },
});

test("an act under an article in force, signed by its service and labelled under the cap, may stand", () => {
  expect(admitted()).toBe("admitted");
});

test("an act of another accord, or of the other side, does not stand in this register", () => {
  expect(admitted({ act: { accord: "0".repeat(32) } })).toBe("procedures.otherAccord");
  expect(admitted({ act: { party: "IL" } })).toBe("procedures.otherParty");
  expect(admitted({ act: { party: "FR" } })).toBe("procedures.otherParty");
});

test("a step that the procedure does not have is refused, whatever JavaScript inherits", () => {
  for (const step of ["nothing", "constructor", "valueOf"])
    expect(admitted({ act: { step } })).toBe("procedures.unknownStep");
});

test("the service must be designated, not withdrawn, for the procedure's domain, and have the function", () => {
  expect(admitted({ act: { service: "mod" } })).toBe("procedures.unknownService");
  expect(admitted({ service: { withdrawn: true } })).toBe("procedures.withdrawnService");
  expect(admitted({ service: { domains: ["training"] } })).toBe("procedures.outsideDomains");
  expect(admitted({ act: { service: "registry" } })).toBe("procedures.outsideDomains");
  expect(admitted({ act: { function: "minister" } })).toBe("procedures.unknownFunction");
});

test("what is the registry's alone is refused to every other service", () => {
  const note = toy.steps.note;
  if (!note) throw new TypeError("the toy has notes");
  const procedure = { ...founded, steps: { ...toy.steps, note: { ...note, registry: true } } };
  expect(admitted({ procedure, act: { articles: [] } })).toBe("procedures.registryOnly");
  expect(admitted({ procedure, act: { articles: [], service: "registry" } })).toBe("admitted");
});

test("what the act's own side holds for a reason is not erased by it", () => {
  const documents = [`sha256:${"a".repeat(64)}`];
  const erases = () => ({ digests: documents, on: "both" as const });
  const note = toy.steps.note;
  if (!note) throw new TypeError("the toy has notes");
  const procedure = { ...toy, steps: { ...toy.steps, note: { ...note, erases } } };
  const hold = { dossier: sampleAct({}).dossier, reason: "An inquiry.", until: undefined };
  expect(admitted({ procedure })).toBe("admitted");
  expect(admitted({ procedure, holdOn: (digest) => (documents.includes(digest) ? hold : undefined) })).toBe(
    "procedures.documentHeld",
  );
  expect(admitted({ holdOn: () => hold })).toBe("admitted");
});

test("a key that counts must have signed, and for a grave step one of the officer's function too", () => {
  expect(admitted({ signedBy: [] })).toBe("procedures.notSigned");
  expect(admitted({ signedBy: ["another key"] })).toBe("procedures.notSigned");
  expect(admitted({ signedBy: ["officer key"] })).toBe("procedures.notSigned");
  const withdraw = { act: { step: "withdraw", body: {} } };
  expect(admitted(withdraw)).toBe("procedures.notSignedByOfficer");
  expect(admitted({ ...withdraw, signedBy: ["officer key", "service key"] })).toBe("admitted");
  const functions = new Map([["protocol-officer" as FunctionCode, new Set<string>()]]);
  expect(admitted({ ...withdraw, service: { functions }, signedBy: ["officer key", "service key"] })).toBe(
    "procedures.notSignedByOfficer",
  );
});

test("the articles named must exist, authorise the domain, and be in force", () => {
  expect(admitted({ act: { articles: ["6", "1"] } })).toBe("admitted");
  expect(admitted({ act: { articles: ["6", "9"] } })).toBe("procedures.articleMissing");
  expect(admitted({ act: { articles: ["1"] } })).toBe("procedures.noArticle");
  expect(admitted({ act: { articles: [] } })).toBe("procedures.noArticle");
  expect(admitted({ terms: { ...terms(), accord: undefined } })).toBe("procedures.noAccord");
});

test("an article is in force from its day to the accord's end, or applies provisionally before", () => {
  const at = Date.UTC(2021, 10, 24, 14, 30);
  const whole = termsWith({ articles });
  const provisional = { ...whole.accord?.annex.entryIntoForce, provisional: ["6"] };
  const annex = { ...terms().accord?.annex, entryIntoForce: provisional } as Annex;
  expect(admitted({ terms: terms({ inForceFrom: at }) })).toBe("admitted");
  expect(admitted({ terms: terms({ inForceFrom: at + 1 }) })).toBe("procedures.notInForce");
  expect(admitted({ terms: terms({ inForceFrom: undefined }) })).toBe("procedures.notInForce");
  expect(admitted({ terms: terms({ endsAt: at }) })).toBe("procedures.notInForce");
  expect(admitted({ terms: terms({ endsAt: at + 1 }) })).toBe("admitted");
  const applied = terms({ inForceFrom: undefined, provisionalFrom: at, annex });
  expect(admitted({ terms: applied })).toBe("admitted");
  expect(admitted({ terms: applied, act: { articles: ["7"] } })).toBe("procedures.notInForce");
  expect(admitted({ terms: applied, act: { articles: ["6", "7"] } })).toBe("procedures.notInForce");
  const later = terms({ inForceFrom: undefined, provisionalFrom: at + 1, annex });
  expect(admitted({ terms: later })).toBe("procedures.notInForce");
});

test("the label passes under the cap of the authorising article, or the founding's where it has none", () => {
  expect(admitted({ act: label("restricted") })).toBe("admitted");
  expect(admitted({ act: label("confidential") })).toBe("acts.labelAboveCap");
  expect(admitted({ act: { ...label("confidential"), articles: ["7"] } })).toBe("admitted");
  expect(admitted({ act: { ...label("secret"), articles: ["7"] } })).toBe("acts.labelAboveCap");
  expect(admitted({ act: label("cosmic") })).toBe("acts.unknownLevel");
  expect(admitted({ act: label("restricted", { policy: "other" }) })).toBe("acts.otherLabelPolicy");
  expect(admitted({ act: label("restricted", { releasableTo: ["MA"] }) })).toBe("acts.notReleasable");
});

test("a step's own cap holds too, and can only lower the article's", () => {
  const note = toy.steps.note;
  if (!note) throw new TypeError("the toy has notes");
  const capped = (cap: string) => ({ ...toy, steps: { ...toy.steps, note: { ...note, cap } } });
  expect(admitted({ procedure: capped("unclassified"), act: label("restricted") })).toBe("acts.labelAboveCap");
  expect(admitted({ procedure: capped("secret"), act: label("confidential") })).toBe("acts.labelAboveCap");
  expect(admitted({ procedure: capped("secret"), act: label("restricted") })).toBe("admitted");
});

test("what rests on the founding needs no article, but may name those of the agreed text", () => {
  const rests = { procedure: founded, service: { domains: [] } };
  expect(admitted({ ...rests, act: { articles: [] }, terms: { ...terms(), accord: undefined } })).toBe("admitted");
  expect(admitted({ ...rests, act: { articles: ["6"] } })).toBe("admitted");
  expect(admitted({ ...rests, act: { articles: ["9"] } })).toBe("procedures.articleMissing");
  expect(admitted({ ...rests, terms: { ...terms(), accord: undefined } })).toBe("procedures.articleMissing");
  expect(admitted({ ...rests, act: { articles: [], ...label("secret") } })).toBe("acts.labelAboveCap");
});

const document = (n: number, changes: object = {}, bytes: object = {}) => ({
  entente: "sealed/1",
  digest: `sha256:${String(n).padStart(64, "0")}`,
  size: 9000,
  mediaType: "application/pdf",
  label: { policy: "entente-test", classification: "restricted", releasableTo: ["IL", "MA"], ...changes },
  ...bytes,
});
const naming = (documents: readonly object[], of: object = label("restricted")) => ({
  act: { ...of, body: { n: 1, documents } },
});

test("an act may name documents that its own label dominates", () => {
  expect(admitted(naming([document(1), document(2, { classification: "unclassified" })]))).toBe("admitted");
  expect(admitted(naming([document(1)], label("unclassified")))).toBe("procedures.documentAboveAct");
  expect(admitted(naming([document(1, { classification: "confidential" })]))).toBe("procedures.documentAboveAct");
  expect(admitted(naming([document(1, { classification: "cosmic" })]))).toBe("acts.unknownLevel");
  expect(admitted(naming([document(1, { caveats: ["orcon"] })]))).toBe("procedures.documentMarking");
  const marked = label("restricted", { caveats: ["eyes-only", "orcon"] });
  expect(admitted(naming([document(1, { caveats: ["orcon"] })], marked))).toBe("admitted");
});

test("an act is released no wider than the documents it names", () => {
  expect(admitted(naming([document(1, { releasableTo: ["MA"] })]))).toBe("procedures.documentNotReleasable");
  const wide = label("restricted", { releasableTo: ["FR", "IL", "MA"] });
  expect(admitted(naming([document(1)], wide))).toBe("procedures.documentNotReleasable");
  expect(admitted(naming([document(1, { releasableTo: ["FR", "IL", "MA"] })], wide))).toBe("admitted");
  expect(admitted(naming([document(1, { releasableTo: ["FR", "IL", "MA"] })]))).toBe("admitted");
});

test("a document of a side's own policy stands where a table in force relates it to the accord's", () => {
  const own = document(1, { policy: "national", classification: "guarded" });
  expect(admitted(naming([own]))).toBe("procedures.noEquivalence");
  const table = {
    dossier: sampleAct().dossier,
    policies: [],
    rows: [{ from: { policy: "national", level: "guarded" }, to: { policy: "entente-test", level: "restricted" } }],
    validFrom: 0,
    validUntil: undefined,
    supersedes: [],
  };
  expect(admitted({ ...naming([own]), terms: { ...terms(), equivalence: [table] } })).toBe("admitted");
  const ended = { ...table, validUntil: Date.UTC(2021, 10, 24) };
  expect(admitted({ ...naming([own]), terms: { ...terms(), equivalence: [ended] } })).toBe("procedures.noEquivalence");
});

test("what says it is a document is one, described in one way, and there are not too many", () => {
  expect(admitted(naming([document(1, {}, { size: 0 })]))).toBe("acts.badDocument");
  expect(admitted(naming([document(1), document(1, {}, { size: 9001 })]))).toBe("acts.documentTwice");
  const many = Array.from({ length: 65 }, (_, n) => document(n));
  expect(admitted(naming(many))).toBe("acts.tooManyDocuments");
});

test("every code met here is one by which an act is void for good, and the others are given elsewhere", () => {
  expect([...codesMet].filter((code) => !admissionCodes.has(code))).toEqual([]);
  const elsewhere = ["procedures.repeatedId", "procedures.unknownProcedure"];
  expect([...admissionCodes].filter((code) => !codesMet.has(code)).sort()).toEqual(elsewhere);
});
