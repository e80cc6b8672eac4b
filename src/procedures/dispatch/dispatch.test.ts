import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { channelTerms, openChannel } from "../testing/channel-terms.ts";
import { ChannelWalk, hours } from "../testing/channel-walk.ts";
import { israel, morocco } from "../testing/walk.ts";
import type { DispatchData } from "./data.ts";
import { dispatchProcedure } from "./dispatch.ts";
import { examples } from "./examples.ts";

type DispatchWalk = ChannelWalk<DispatchData>;

const sent = (change: JsonObject = {}): DispatchWalk => {
  const walk = new ChannelWalk(dispatchProcedure, { examples });
  expect(walk.make(morocco, "send", { change })).toBe("effective");
  return walk;
};
const naming = (...documents: readonly string[]): { change: JsonObject } => ({ change: { documents } });
const first = (walk: DispatchWalk): string => walk.digests[0] ?? "";
const unknown = `sha256:${"0".repeat(64)}`;

test("a report is sent, acknowledged, opened, evaluated and closed, and each says no more than it is", () => {
  const walk = sent();
  expect(walk.state).toBe("sent");
  expect(walk.walk.viewAt(hours(1))).toMatchObject({
    turn: [israel],
    deadlines: [{ name: "receipt", at: Date.parse("2022-03-02T09:01:00Z"), owners: [israel] }],
  });
  walk.go("IL receipt");
  expect(walk.state).toBe("receipted");
  expect(walk.make(israel, "opened", naming(first(walk)))).toBe("effective");
  expect(walk.state).toBe("opened");
  expect(walk.data.documents.map((one) => one.openedAt !== undefined)).toEqual([true, false]);
  walk.go("IL giveFeedback", "IL close");
  expect(walk.state).toBe("closed");
  expect(walk.walk.viewAt(hours(2)).turn).toEqual([]);
});

test("a document opened before its receipt waits for the receipt, once", () => {
  const walk = sent().go("IL opened");
  expect(walk.state).toBe("opened");
  expect(walk.walk.viewAt(hours(1)).turn).toEqual([israel]);
  walk.go("IL receipt");
  expect(walk.state).toBe("opened");
  expect(walk.make(israel, "receipt")).toBe("procedures.alreadyRecorded");
});

test("nothing is sent without a channel that stands open, and a receipt needs none that does", () => {
  const walk = new ChannelWalk(dispatchProcedure, { examples, terms: channelTerms({ channel: undefined }) });
  expect(walk.make(morocco, "send")).toBe("procedures.noChannel");
  const suspended = channelTerms({ channel: openChannel({ state: "suspended" }) });
  const open = sent();
  expect(open.make(israel, "receipt", { terms: suspended })).toBe("effective");
  expect(open.make(morocco, "correct", { terms: suspended })).toBe("procedures.channelNotOpen");
  expect(open.make(morocco, "recall", { terms: suspended })).toBe("effective");
});

test("only the addressee opens what was sent, once, and only what this dossier sent", () => {
  const walk = sent();
  expect(walk.make(morocco, "opened")).toBe("procedures.wrongSide");
  expect(walk.make(israel, "opened", naming(unknown))).toBe("procedures.documentUnknown");
  walk.go("IL opened");
  expect(walk.make(israel, "opened", naming(first(walk)))).toBe("procedures.documentOpened");
});

test("a correction puts a document in another's place and is acknowledged anew", () => {
  const walk = sent().go("IL receipt", "MA correct");
  expect(walk.state).toBe("corrected");
  expect(walk.data.documents[0]?.supersededBy).toBe(walk.walk.lines[0][1]?.act.id);
  expect(walk.make(morocco, "correct", { change: { replaces: [first(walk)] } })).toBe("procedures.documentSuperseded");
  walk.go("IL receipt");
  expect(walk.state).toBe("receipted");
});

test("only the originator lowers a label, to a lower one, with a reason", () => {
  const walk = sent();
  const label = (change: JsonObject): { change: JsonObject } => ({
    change: {
      documents: [first(walk)],
      label: { policy: "test", classification: "open", releasableTo: ["IL", "MA"], ...change },
    },
  });
  expect(walk.make(israel, "lower", label({}))).toBe("procedures.wrongSide");
  expect(walk.make(morocco, "lower", label({ classification: "restricted" }))).toBe("procedures.notLower");
  expect(walk.make(morocco, "lower", label({ caveats: ["orcon"] }))).toBe("procedures.notLower");
  expect(walk.make(morocco, "lower", label({ policy: "another" }))).toBe("procedures.notLower");
  expect(walk.make(morocco, "lower", label({ releasableTo: ["FR", "IL", "MA"] }))).toBe("procedures.notLower");
  expect(walk.make(morocco, "lower", { change: { reason: "" } })).toBe("procedures.badBody");
  expect(walk.make(morocco, "lower", label({}))).toBe("effective");
  expect(walk.data.documents[0]?.label).toEqual({ policy: "test", classification: "open", releasableTo: ["IL", "MA"] });
  const act = walk.walk.lines[0].at(-1)?.act;
  expect(act && dispatchProcedure.steps.lower?.lowers(act.body)).toMatchObject({ digests: [first(walk)] });
  expect(dispatchProcedure.steps.lower?.lowers({})).toBeUndefined();
});

test("a recall obliges the addressee, who destroys every copy and attests it; both nodes erase the bytes", () => {
  const walk = sent().go("IL opened");
  const both = naming(...walk.digests);
  expect(walk.make(israel, "attestDestruction", both)).toBe("procedures.wrongState");
  expect(walk.make(morocco, "recall", both)).toBe("effective");
  expect(walk.walk.viewAt(hours(1))).toMatchObject({
    turn: [israel],
    deadlines: [{ name: "destruction", owners: [israel] }],
  });
  expect(walk.make(morocco, "recall", both)).toBe("procedures.documentRecalled");
  expect(walk.make(israel, "attestDestruction", both)).toBe("effective");
  expect(walk.state).toBe("destroyed");
  const act = walk.walk.lines[1].at(-1)?.act;
  const step = dispatchProcedure.steps.attestDestruction;
  expect(act && step?.erases(act.body)).toEqual({ digests: walk.digests, on: "both" });
  expect(step?.erases({ documents: [1] })).toBeUndefined();
  expect(step?.grave).toBe(true);
});

test("where a part is recalled and destroyed, the rest goes on", () => {
  const walk = sent().go("IL receipt");
  expect(walk.make(morocco, "recall", naming(walk.digests[1] ?? ""))).toBe("effective");
  expect(walk.make(israel, "attestDestruction", naming(first(walk)))).toBe("procedures.documentNotRecalled");
  expect(walk.make(israel, "attestDestruction", naming(walk.digests[1] ?? ""))).toBe("effective");
  expect(walk.state).toBe("receipted");
  expect(walk.make(israel, "opened", naming(walk.digests[1] ?? ""))).toBe("procedures.documentDestroyed");
});

test("a refusal of destruction is given with its reason, once, and may end in destruction all the same", () => {
  const walk = sent().go("MA recall");
  expect(walk.make(israel, "refuseDestruction", { change: { reasons: [] } })).toBe("procedures.badBody");
  walk.go("IL refuseDestruction");
  expect(walk.state).toBe("destructionRefused");
  expect(walk.make(israel, "refuseDestruction", naming(first(walk)))).toBe("procedures.wrongState");
  expect(walk.make(morocco, "recall", naming(walk.digests[1] ?? ""))).toBe("effective");
  expect(walk.make(israel, "refuseDestruction", naming(first(walk)))).toBe("procedures.destructionRefused");
  expect(walk.make(israel, "attestDestruction", naming(...walk.digests))).toBe("effective");
  expect(walk.state).toBe("destroyed");
});

test("what was closed can still be recalled", () => {
  const walk = sent().go("IL receipt", "IL close", "MA recall");
  expect(walk.state).toBe("recalled");
});

test("a recall prevails over a receipt and an opinion that cross it; an opening that crosses it still counts", () => {
  const crossing = (step: string): { kind: string | undefined; walk: DispatchWalk } => {
    const walk = sent().go("IL opened");
    const change = step === "opened" ? naming(walk.digests[1] ?? "") : {};
    expect(walk.make(israel, step, { ...change, saw: 1 })).toBe("effective");
    expect(walk.make(morocco, "recall", { saw: 1 })).toBe("effective");
    const id = walk.walk.lines[1].at(-1)?.act.id;
    return { kind: id && walk.walk.folded().outcomes.get(id)?.kind, walk };
  };
  expect(crossing("giveFeedback")).toMatchObject({ kind: "crossed" });
  expect(crossing("receipt")).toMatchObject({ kind: "crossed" });
  const opened = crossing("opened");
  expect(opened.kind).toBe("effective");
  expect(opened.walk.state).toBe("recalled");
  expect(opened.walk.data.documents.every((one) => one.openedAt !== undefined)).toBe(true);
});
