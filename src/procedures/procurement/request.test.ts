import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { firstByLanguage } from "../languages.ts";
import { ExampleWalk } from "../testing/example-walk.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import type { ProcurementData } from "./data.ts";
import { examples } from "./examples.ts";
import { procurementProcedure } from "./procurement.ts";

type CaseWalk = ExampleWalk<ProcurementData>;
const roles = { buyer: morocco, seller: israel };
const withRoles = Object.fromEntries(
  Object.entries(examples).map(([name, example]) => [
    name,
    (context: Omit<Parameters<typeof example>[0], "roles">) => example({ ...context, roles }),
  ]),
);
const begun = (change: JsonObject = {}): CaseWalk => {
  const walk = new ExampleWalk<ProcurementData>(procurementProcedure, { examples: withRoles });
  expect(walk.make(morocco, "state", { change })).toBe("effective");
  return walk;
};
const acknowledged = (change: JsonObject = {}) => begun(change).go("MA submitRequest", "IL acknowledge");
const offered = () => acknowledged().go("IL offer");

test("a requirement becomes a request, acknowledged under one number for both, offered and accepted", () => {
  const walk = offered();
  expect(walk.data).toMatchObject({ case: "MA-D-001", reference: "IN-7" });
  expect(procurementProcedure.title(walk.data, firstByLanguage)).toContain("MA-D-001");
  walk.go("MA accept");
  expect(walk.state).toBe("accepted");
  expect([procurementProcedure.steps.offer?.grave, procurementProcedure.steps.accept?.grave]).toEqual([true, true]);
});

test("the buyer asks, accepts and cancels; the seller acknowledges, returns, offers and withdraws", () => {
  expect(begun().make(israel, "submitRequest")).toBe("procedures.wrongSide");
  expect(begun().go("MA submitRequest").make(morocco, "acknowledge")).toBe("procedures.wrongSide");
  expect(acknowledged().make(morocco, "offer")).toBe("procedures.wrongSide");
  expect(offered().make(israel, "accept")).toBe("procedures.wrongSide");
  expect(offered().make(israel, "cancel")).toBe("procedures.wrongSide");
  expect(offered().make(morocco, "withdrawOffer")).toBe("procedures.wrongSide");
});

test("a request is returned with reasons of a closed list, which are counted", () => {
  const walk = acknowledged();
  expect(walk.make(israel, "returnRequest", { body: { reasons: [{ code: "taste" }] } })).toBe("procedures.badBody");
  walk.go("IL returnRequest", "MA submitRequest", "IL returnRequest");
  expect(walk.data.returns).toEqual(["description", "description"]);
});

test("goods are named by codes that are right, each line once", () => {
  const line = { id: "tents", names: { en: "Tents" }, quantity: 4, unit: "each" };
  const refused = (lines: JsonObject[]) => {
    const walk = new ExampleWalk<ProcurementData>(procurementProcedure, { examples: withRoles });
    return walk.make(morocco, "state", { change: { lines } });
  };
  expect(refused([line])).toBe("effective");
  expect(refused([{ ...line, cpv: "35740000-4" }])).toBe("procedures.badBody");
  expect(refused([{ ...line, nsn: "8340-31-123" }])).toBe("procedures.badBody");
  expect(refused([line, line])).toBe("procedures.badBody");
  expect(refused([{ ...line, quantity: 1.5 }])).toBe("procedures.badBody");
});

test("an offer expires when it says, or after the accord's usual time, and may be extended", () => {
  const walk = offered();
  expect(walk.walk.stateAt("2030-08-27T09:59:00Z")).toBe("offered");
  expect(walk.walk.stateAt("2030-08-27T10:00:00Z")).toBe("offerExpired");
  expect(walk.make(israel, "extendOffer", { body: { until: "2030-08-01T10:00:00Z" } })).toBe("procedures.caseExpiry");
  const early = { body: { until: "2030-08-01T10:00:00Z", reason: "Budget" } };
  expect(walk.make(morocco, "requestExtension", early)).toBe("procedures.caseExpiry");
  walk.go("MA requestExtension", "IL extendOffer");
  expect(walk.walk.stateAt("2030-08-28T10:00:00Z")).toBe("offered");
  const usual = acknowledged();
  const { expires: _, ...body } =
    withRoles.offer?.({
      data: usual.data,
      side: israel,
      time: 0,
      digest: testDigest,
    }) ?? {};
  expect(usual.make(israel, "offer", { body })).toBe("effective");
  expect(usual.walk.stateAt("2030-08-27T12:00:00Z")).toBe("offered");
  expect(usual.walk.stateAt("2030-08-28T12:00:00Z")).toBe("offerExpired");
  const past = { change: { expires: "2030-06-01T00:00:00Z" } };
  expect(acknowledged().make(israel, "offer", past)).toBe("procedures.caseExpiry");
});

test("the accord's annex sets how long an offer holds", () => {
  const terms = termsWith({ deadlines: { "procurement.offerExpiry": { days: 10 } } });
  const walk = new ExampleWalk<ProcurementData>(procurementProcedure, { examples: withRoles, terms });
  walk.go("MA state", "MA submitRequest", "IL acknowledge");
  const { expires: _, ...body } =
    withRoles.offer?.({
      data: walk.data,
      side: israel,
      time: 0,
      digest: testDigest,
    }) ?? {};
  walk.make(israel, "offer", { body });
  expect(walk.walk.stateAt("2030-06-15T12:00:00Z")).toBe("offerExpired");
});

test("what is accepted is the offer on the table, as its author read it", () => {
  const walk = offered();
  expect(walk.make(morocco, "accept", { change: { offer: testDigest("other") } })).toBe("procedures.caseOtherOffer");
  // A request for something else is a new request, and the offer falls.
  walk.go("MA submitRequest");
  expect([walk.state, walk.data.offer]).toEqual(["requested", undefined]);
});

test("an acceptance that crosses the withdrawal of the offer stands; a cancellation goes before an offer", () => {
  const walk = offered();
  expect(walk.cross({ ma: "accept", il: "withdrawOffer" })).toEqual(["effective", "crossed"]);
  expect(walk.state).toBe("accepted");
  const other = acknowledged();
  expect(other.cross({ ma: "cancel", il: "offer" })).toEqual(["effective", "crossed"]);
  expect(other.state).toBe("cancelled");
});

test("a direct contract needs the marketing licence before the first contact, a quotation and an offer", () => {
  const walk = acknowledged({ kind: "direct" });
  for (const step of ["contactIndustry", "quotePrice", "offer"])
    expect(walk.make(israel, step)).toBe("procedures.caseGate");
  const licence = (change: JsonObject) => walk.make(israel, "recordLicence", { change: { number: "M-1", ...change } });
  expect(licence({ kind: "marketing", validUntil: "2030-06-01" })).toBe("effective");
  expect(walk.make(israel, "contactIndustry")).toBe("procedures.caseGate");
  expect(licence({ kind: "marketing" })).toBe("procedures.caseSameNumber");
  expect(licence({ kind: "marketing", number: "M-2" })).toBe("effective");
  expect(licence({ kind: "import" })).toBe("procedures.caseLicenceSide");
  for (const step of ["contactIndustry", "quotePrice"]) expect(walk.make(israel, step)).toBe("effective");
  const withdrawn = { body: { kind: "marketing", number: "M-2", reason: "Changed" } };
  expect(walk.make(morocco, "withdrawLicence", withdrawn)).toBe("procedures.caseLicenceSide");
  expect(walk.make(israel, "withdrawLicence", withdrawn)).toBe("effective");
  expect(walk.make(israel, "withdrawLicence", withdrawn)).toBe("procedures.caseNoEntry");
  expect(walk.make(israel, "offer")).toBe("procedures.caseGate");
});

test("a company is named with a code of the right form", () => {
  const company = { name: "Example workshop", ncage: "O123A" };
  expect(acknowledged().make(israel, "contactIndustry", { change: { company } })).toBe("procedures.badBody");
});

test("after a rough price the buyer asks for an offer, and what crosses the new request has not answered it", () => {
  const walk = begun();
  expect(walk.make(morocco, "submitRequest", { change: { wants: "price" } })).toBe("effective");
  walk.go("IL acknowledge");
  const turn = () => walk.walk.viewAt("2030-06-03T11:00:00Z").turn;
  expect(turn()).not.toContain(morocco);
  walk.go("IL quotePrice");
  expect(turn()).toContain(morocco);
  walk.cross({ ma: "submitRequest", il: "offer" });
  expect([walk.state, walk.data.offer, walk.data.quote?.amount]).toEqual(["requested", undefined, "50000"]);
});
