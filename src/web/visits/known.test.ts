import { expect, test } from "vitest";
import { formSchema, visitProcedure } from "../../procedures/index.ts";
import { fieldOf } from "../parts/form/schema.ts";
import { beginWith } from "./begin.ts";
import { knownOf } from "./known.ts";
import { parseVisit } from "./visit-data.ts";

const digest = `sha256:${"3".repeat(64)}`;
const version = {
  number: 1,
  kind: "request",
  digest,
  from: "2021-11-24",
  until: "2021-11-24",
  level: "restricted",
  neededFrom: "2021-11-24",
  sites: [
    { code: "a", name: "A" },
    { code: "b", name: "B" },
  ],
  visitors: [],
};
const by = { service: "s", function: "f", at: 0 };
const data = parseVisit({
  ...JSON.parse(JSON.stringify(visitProcedure.blank())),
  current: version,
  decisions: {
    a: { decision: "approved", site: "a", by },
    b: { decision: "refused", site: "b", reason: "Closed", by },
  },
});

test("certification, endorsement and sending are about the version that stands", () => {
  for (const step of ["certify", "endorse", "transmit"]) expect(knownOf(step, data)).toEqual({ request: digest });
});

test("only the gates of approved sites are told", () => {
  expect(knownOf("notify", data)).toEqual({ gates: [{ site: "a" }] });
});

test("a visit at whose gates nobody was logged was not held", () => {
  expect(knownOf("close", data)).toEqual({ outcome: "notHeld" });
});

test("what is known stands in every form that can hold it, whichever is chosen", () => {
  const step = visitProcedure.steps.decideSite;
  if (!step) throw new Error("No such step.");
  const entry = beginWith(fieldOf(formSchema(step)), { site: "a" });
  expect(entry).toMatchObject({ chosen: "", forms: { approved: { site: "a" }, refused: { site: "a", reason: "" } } });
});

test("data that are no visit's are a fault, not a page", () => {
  expect(() => parseVisit({ host: "MA", titles: {} })).toThrow("no request for visit");
});
