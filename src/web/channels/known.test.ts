import { expect, test } from "vitest";
import { allProcedures, formSchema } from "../../procedures/index.ts";
import { fieldOf } from "../parts/form/index.ts";
import { beginningOf, fixedOf, type KnownOf, settledOf } from "./known.ts";

const digest = `sha256:${"ab".repeat(32)}`;
const terms = {
  title: "Training",
  services: { MA: "channel", IL: "channel" },
  articles: ["4"],
  cap: "restricted",
  releasableTo: ["IL", "MA"],
  contacts: { MA: { office: "Room 7", function: "liaison-officer" } },
};
const known: KnownOf = {
  procedure: "request",
  step: "release",
  data: undefined,
  channel: "c",
  terms,
  about: "d",
  own: "MA",
  language: "fr",
  now: Date.parse("2022-03-14T09:20:30.500Z"),
};

const openings = ["request.release", "dispatch.send", "release.ask", "incident.suspect"] as const;
const others = [
  "incident.notify",
  "incident.close",
  "request.receive",
  "channel.confirm",
  "dispatch.attestDestruction",
];

test.each([...openings, ...others])("what is known of %s are members of its form", (key) => {
  const [procedure = "", step = ""] = key.split(".");
  const declared = allProcedures.find((one) => one.name === procedure)?.steps[step];
  const form = declared && fieldOf(formSchema(declared));
  const members = form?.kind === "group" ? form.members.map(({ name }) => name) : [];
  const data = { proposal: digest, outcome: "compromised", answers: [{ document: digest }] };
  const said = { ...fixedOf({ ...known, procedure, step, data }), ...beginningOf({ ...known, procedure, step, data }) };
  expect(Object.keys(said).length).toBeGreaterThan(0);
  expect(Object.keys(said).filter((name) => !members.includes(name))).toEqual([]);
});

test("the receipt of an answer names the last one, and none where there were no holdings", () => {
  const receive = { ...known, step: "receive" };
  expect(fixedOf({ ...receive, data: { answers: [{ document: "old" }, { document: digest }] } })).toEqual({
    answer: digest,
  });
  expect(fixedOf({ ...receive, data: { answers: [{}] } })).toEqual({});
  expect(settledOf({ ...receive, data: { answers: [{}] } }).has("answer")).toBe(true);
});

test("instants begin to the second, and nothing is made up where nothing is known", () => {
  expect(beginningOf({ ...known, procedure: "dispatch", step: "attestDestruction" })).toEqual({
    destroyedAt: "2022-03-14T09:20:30Z",
  });
  expect(fixedOf({ ...known, channel: undefined, terms: undefined })).toEqual({});
  expect(fixedOf({ ...known, step: "cancel" })).toEqual({});
});
