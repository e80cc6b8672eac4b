import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { isAtEnd } from "../declaration.ts";
import { channelTerms, serviceWith, surveyOffice, walker } from "../testing/channel-terms.ts";
import { ChannelWalk, hours } from "../testing/channel-walk.ts";
import { israel, morocco } from "../testing/walk.ts";
import type { RequestData } from "./data.ts";
import { examples } from "./examples.ts";
import { requestProcedure } from "./request.ts";

type RequestWalk = ChannelWalk<RequestData>;

const released = (change: JsonObject = {}): RequestWalk => {
  const walk = new ChannelWalk(requestProcedure, { examples });
  expect(walk.make(morocco, "release", { change })).toBe("effective");
  return walk;
};
const accepted = (change: JsonObject = {}): RequestWalk =>
  released(change).go("MA transmit", "IL acknowledge", "IL accept");
const answered = (): RequestWalk => accepted().go("IL finalReply");
const day = 24;

test("a request is released, sent, acknowledged, accepted, answered, received, assessed, evaluated and closed", () => {
  const walk = accepted().go("IL staff", "IL interimReply", "IL finalReply", "MA receive");
  expect(walk.make(morocco, "assess", { body: { satisfaction: "satisfied" } })).toBe("effective");
  expect(walk.state).toBe("satisfied");
  walk.go("MA giveFeedback", "MA close");
  expect(walk.state).toBe("closed");
  expect(isAtEnd(requestProcedure, walk.state)).toBe(true);
  expect(walk.data.answers.map((one) => [one.kind, one.late])).toEqual([
    ["interim", false],
    ["final", false],
  ]);
});

test("an acknowledgement is due in 24 hours, a decision in five working days of the receiving side", () => {
  const walk = released().go("MA transmit");
  const due = (name: string) => walk.walk.viewAt(hours(1)).deadlines.find((one) => one.name === name);
  expect(due("acknowledgement")).toMatchObject({ at: Date.parse("2022-03-02T09:02:00Z"), owners: [israel] });
  walk.go("IL acknowledge");
  // Tuesday 1 March: five working days of Israel's calendar end with Tuesday 8 March, at midnight in Jerusalem.
  expect(due("decision")).toMatchObject({ at: Date.parse("2022-03-08T22:00:00Z"), owners: [israel] });
});

test("the promised date and the latest time of value are both shown, whichever is earlier", () => {
  const walk = accepted({ ltiov: hours(10 * day) });
  const names = walk.walk.viewAt(hours(1)).deadlines.map((one) => one.name);
  expect(names).toEqual(["latestUse", "promised"]);
  expect(walk.make(israel, "changePromise", { change: { promised: hours(5 * day) } })).toBe("effective");
  expect(walk.walk.viewAt(hours(1)).deadlines.map((one) => one.name)).toEqual(["promised", "latestUse"]);
});

test("a request whose latest time of value has passed has expired, and may still be answered late", () => {
  const walk = accepted({ ltiov: hours(2 * day) });
  expect(walk.walk.stateAt(hours(2 * day - 1))).toBe("accepted");
  expect(walk.walk.stateAt(hours(2 * day))).toBe("expired");
  expect(walk.make(israel, "finalReply", { at: hours(3 * day) })).toBe("effective");
  expect(walk.state).toBe("answered");
  expect(walk.data.answers).toMatchObject([{ kind: "final", late: true }]);
});

test("a time of value or a promise that has passed is refused", () => {
  const walk = new ChannelWalk(requestProcedure, { examples });
  expect(walk.make(morocco, "release", { change: { ltiov: hours(-1) } })).toBe("procedures.requestPast");
  const sent = released().go("MA transmit", "IL acknowledge");
  expect(sent.make(israel, "accept", { change: { promised: hours(-1) } })).toBe("procedures.requestPast");
  sent.go("IL accept");
  expect(sent.make(israel, "changePromise", { change: { promised: hours(-1) } })).toBe("procedures.requestPast");
});

test("a request asks for no more than its channel carries, and is answered at no higher level than it can take", () => {
  const walk = new ChannelWalk(requestProcedure, { examples });
  expect(walk.make(morocco, "release", { change: { highestLevel: "secret" } })).toBe("procedures.aboveChannelCap");
  const asked = accepted();
  const high = asked.example("finalReply", { side: israel, at: hours(1) });
  const answer = {
    ...(high.answer as JsonObject),
    label: { policy: "test", classification: "restricted", releasableTo: ["IL", "MA"] },
  };
  expect(asked.make(israel, "finalReply", { change: { answer } })).toBe("procedures.requestAboveAccepted");
  expect(asked.make(israel, "finalReply")).toBe("effective");
});

test("a request is returned with what is to be clarified, and goes on from where it was", () => {
  const walk = released().go("MA transmit", "IL acknowledge", "IL askClarification");
  expect(walk.walk.viewAt(hours(1))).toMatchObject({ turn: [morocco] });
  walk.go("MA clarify");
  expect(walk.state).toBe("acknowledged");
  walk.go("IL accept", "IL askClarification", "MA clarify");
  expect(walk.state).toBe("accepted");
});

test("a rejection gives reasons of the list, a redirection a service that exists", () => {
  const walk = released().go("MA transmit");
  expect(walk.make(israel, "reject", { change: { reasons: [{ code: "mood" }] } })).toBe("procedures.badBody");
  expect(walk.make(israel, "redirect", { change: { to: surveyOffice() } })).toBe("procedures.requestRedirection");
  expect(walk.make(israel, "redirect", { change: { to: walker } })).toBe("procedures.requestRedirection");
  const services = new Map([
    [walker, serviceWith()],
    [surveyOffice(), serviceWith()],
  ]);
  const terms = channelTerms({ services });
  expect(walk.make(israel, "redirect", { terms, change: { to: surveyOffice() } })).toBe("effective");
  expect(walk.state).toBe("redirected");
});

test("no holdings are an answer, received without a document", () => {
  const walk = accepted().go("IL noHoldings");
  expect(walk.state).toBe("noHoldings");
  const wrong = { body: { answer: walk.digests[0] ?? "" } };
  expect(walk.make(morocco, "receive", wrong)).toBe("procedures.requestOtherAnswer");
  walk.go("MA receive");
  expect(walk.state).toBe("received");
});

test("who is not satisfied says why, and may reopen the request once with a new latest time", () => {
  const walk = answered().go("MA receive");
  const unreasoned = { body: { satisfaction: "notSatisfied" } };
  expect(walk.make(morocco, "assess", unreasoned)).toBe("procedures.requestUnreasoned");
  walk.go("MA assess");
  expect(walk.make(morocco, "reopen", { change: { ltiov: hours(-1) } })).toBe("procedures.requestPast");
  walk.go("MA reopen");
  expect(walk.state).toBe("staffing");
  walk.go("IL finalReply", "MA receive");
  expect(walk.make(morocco, "assess", { body: { satisfaction: "notSatisfied", reason: "Still" } })).toBe("effective");
  expect(walk.make(morocco, "reopen")).toBe("procedures.requestReopened");
});

test("an answer prevails over a cancellation that crosses it, a cancellation over everything before", () => {
  const crossing = (walk: RequestWalk, step: string): string => {
    const [own, other] = [walk.walk.lines[0].length, walk.walk.lines[1].length];
    expect(walk.make(israel, step, { saw: own })).toBe("effective");
    walk.make(morocco, "cancel", { saw: other });
    return walk.state;
  };
  expect(crossing(accepted(), "finalReply")).toBe("answered");
  expect(crossing(accepted(), "noHoldings")).toBe("noHoldings");
  expect(crossing(accepted(), "interimReply")).toBe("cancelled");
  expect(crossing(released().go("MA transmit"), "acknowledge")).toBe("cancelled");
  expect(crossing(released().go("MA transmit"), "reject")).toBe("cancelled");
});

test("each side opens, recalls and lowers what is its own to, whatever has become of the request", () => {
  const walk = answered().go("MA receive", "IL opened", "MA opened");
  expect(walk.make(morocco, "opened", { change: { documents: [walk.digests[0] ?? ""] } })).toBe(
    "procedures.ownDocument",
  );
  const answer = { change: { documents: [walk.digests.at(-1) ?? ""] } };
  expect(walk.make(morocco, "recall", answer)).toBe("procedures.notOriginator");
  expect(walk.make(morocco, "lower", answer)).toBe("procedures.notOriginator");
  expect(walk.make(israel, "recall", answer)).toBe("effective");
  expect(walk.walk.viewAt(hours(1)).deadlines.some((one) => one.name === "destruction")).toBe(true);
  expect(walk.make(morocco, "attestDestruction", answer)).toBe("effective");
  expect(walk.state).toBe("received");
});

test("only the requesting side cancels, and not once it has its answer", () => {
  expect(accepted().make(israel, "cancel")).toBe("procedures.wrongSide");
  expect(answered().make(morocco, "cancel")).toBe("procedures.wrongState");
});
