import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { explanationLine } from "../entry-into-force.ts";
import { codeOf, israel, morocco } from "../testing/walk.ts";
import { accordInForceOf, explainEntryIntoForce } from "./force.ts";
import { type AccordWalk, accordUpTo, both, make, must } from "./testing/story.ts";

const zone = "Africa/Casablanca";
const inRabat = (text: string): number => Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds;
const lineOf = (walk: AccordWalk): string => explanationLine(explainEntryIntoForce(walk.data)?.explanation ?? []);

/** The rule of the demonstration: the first day of the second month after the second note. */
const byMonth = { entryIntoForce: { rule: { kind: "firstOfMonthAfterSecondNote", months: 2 }, zone } };

function notify(walk: AccordWalk, side: typeof morocco, on: { sent: string; received: string }): void {
  const other = side === morocco ? israel : morocco;
  must(walk, "notifyCompletion", { side, at: `${on.sent}T12:00:00Z`, change: { date: on.sent } });
  must(walk, "receiveNote", { side: other, at: `${on.received}T12:00:00Z`, change: { received: on.received } });
}

test("a side's own procedure holds its note back until every item is done", () => {
  const walk = accordUpTo("signed");
  must(walk, "addRequirement", { side: israel });
  expect(codeOf(make(walk, "addRequirement", { side: israel, change: { item: "item-1" } }))).toBe(
    "procedures.itemKnown",
  );
  expect(codeOf(make(walk, "notifyCompletion", { side: israel }))).toBe("procedures.requirementsOpen");
  expect(make(walk, "notifyCompletion")).toBe("effective");
  const complete = (change: JsonObject): string => codeOf(make(walk, "completeRequirement", { side: israel, change }));
  expect(complete({ item: "item-9" })).toBe("procedures.itemUnknown");
  expect(complete({ date: "2021-11-25" })).toBe("procedures.notYet");
  expect(complete({ exception: { ground: "confidentiality", consent: "Both ministers" } })).toBe("effective");
  expect(complete({ item: "item-1" })).toBe("procedures.alreadyRecorded");
  expect(make(walk, "notifyCompletion", { side: israel })).toBe("effective");
});

test("one side's items are not the other's", () => {
  const walk = accordUpTo("signed");
  must(walk, "addRequirement", { side: israel });
  expect(codeOf(make(walk, "completeRequirement", { change: { item: "item-1" } }))).toBe("procedures.itemUnknown");
});

test("a note is notified once, and the other side registers its receipt by number, not before its date", () => {
  const walk = accordUpTo("signed");
  must(walk, "notifyCompletion");
  expect(codeOf(make(walk, "notifyCompletion"))).toBe("procedures.alreadyRecorded");
  expect(codeOf(make(walk, "notifyCompletion", { side: israel, change: { date: "2021-12-01" } }))).toBe(
    "procedures.notYet",
  );
  expect(codeOf(make(walk, "receiveNote"))).toBe("procedures.noNote");
  const receive = (change: JsonObject): string => codeOf(make(walk, "receiveNote", { side: israel, change }));
  expect(receive({ note: "NV-0" })).toBe("procedures.otherNote");
  expect(receive({ received: "2021-11-01" })).toBe("procedures.receivedBeforeSent");
  expect(receive({ received: "2021-11-30" })).toBe("procedures.notYet");
  expect(receive({})).toBe("effective");
  expect(receive({})).toBe("procedures.alreadyRecorded");
});

test("the entry into force is computed from the two receipts and explained on one line", () => {
  const walk = accordUpTo("signed", { annex: byMonth });
  notify(walk, morocco, { sent: "2022-01-10", received: "2022-01-12" });
  expect(lineOf(walk)).toContain("First note received 2022-01-12; the second is awaited");
  expect(walk.stateAt("2030-01-01T00:00:00Z")).toBe("awaitingProcedures");
  notify(walk, israel, { sent: "2022-03-01", received: "2022-03-15" });
  expect(walk.data.inForceFrom).toBe(inRabat("2022-05-01T00:00"));
  expect(lineOf(walk)).toBe("Second note received 2022-03-15; rule: first day of the second month after → 2022-05-01");
});

test("between the second receipt and the date nobody has the turn, and then time alone brings it into force", () => {
  const walk = accordUpTo("signed", { annex: byMonth });
  notify(walk, morocco, { sent: "2022-01-10", received: "2022-01-12" });
  notify(walk, israel, { sent: "2022-03-01", received: "2022-03-15" });
  const waiting = walk.viewAt("2022-04-20T00:00:00Z");
  expect([waiting.dossier.state, waiting.turn]).toEqual(["proceduresCompleted", []]);
  // Rabat's clock was still that of Ramadan: its first of May began with the one of UTC.
  expect(new Date(inRabat("2022-05-01T00:00")).toISOString()).toBe("2022-05-01T00:00:00.000Z");
  expect(walk.stateAt(new Date(inRabat("2022-05-01T00:00") - 1000).toISOString())).toBe("proceduresCompleted");
  expect(walk.stateAt(new Date(inRabat("2022-05-01T00:00")).toISOString())).toBe("inForce");
});

test("articles named in the annex apply provisionally from the signature, until a side ends it", () => {
  const walk = accordUpTo("signed");
  const accord = accordInForceOf(walk.data);
  expect(accord?.provisionalFrom).toBe(Date.parse("2021-11-24T15:00:00Z"));
  expect(accord?.inForceFrom).toBeUndefined();
  must(walk, "endProvisional", { side: israel });
  expect(accordInForceOf(walk.data)?.provisionalFrom).toBeUndefined();
  expect(codeOf(make(walk, "endProvisional"))).toBe("procedures.notProvisional");
});

test("both can agree on provisional application later, from the signature on and of articles there are", () => {
  const walk = accordUpTo("signed", { annex: byMonth });
  expect(accordInForceOf(walk.data)?.provisionalFrom).toBeUndefined();
  const agree = (change: JsonObject): string => codeOf(make(walk, "agreeProvisional", { change }));
  expect(agree({ articles: ["7"] })).toBe("procedures.unknownArticle");
  expect(agree({ from: "2021-11-23" })).toBe("procedures.beforeSignature");
  both(walk, "agreeProvisional", { change: { articles: ["1"], from: "2021-12-01" } });
  const accord = accordInForceOf(walk.data);
  expect(accord?.provisionalFrom).toBe(inRabat("2021-12-01T00:00"));
  expect(accord?.annex.entryIntoForce.provisional).toEqual(["1"]);
});

test("provisional application agreed for the day of the signature does not begin before it", () => {
  const walk = accordUpTo("signed", { annex: byMonth });
  both(walk, "agreeProvisional", { change: { from: "2021-11-24" } });
  expect(accordInForceOf(walk.data)?.provisionalFrom).toBe(walk.data.signature?.at);
});

test("the instrument is registered after its entry into force only, and once; provisional application as such", () => {
  const walk = accordUpTo("signed");
  must(walk, "notifyCompletion");
  const subject = { change: { subject: "instrument" } };
  expect(codeOf(make(walk, "registerAtUn", subject))).toBe("procedures.registeredTooEarly");
  expect(make(walk, "registerAtUn", { change: { subject: "provisionalApplication" } })).toBe("effective");
  must(walk, "endProvisional");
  const without = accordUpTo("signed", { annex: byMonth });
  must(without, "notifyCompletion");
  const provisional = { change: { subject: "provisionalApplication" } };
  expect(codeOf(make(without, "registerAtUn", provisional))).toBe("procedures.notProvisional");

  const inForce = accordUpTo("inForce");
  expect(codeOf(make(inForce, "registerAtUn", { change: { received: "2022-01-01" } }))).toBe("procedures.notYet");
  expect(make(inForce, "registerAtUn", subject)).toBe("effective");
  expect(codeOf(make(inForce, "registerAtUn", { side: israel, ...subject }))).toBe("procedures.alreadyRecorded");
  expect(codeOf(make(inForce, "declareNotRegistered"))).toBe("procedures.alreadyRecorded");
});

test("both can declare that it is not to be registered, with the reason, once", () => {
  const walk = accordUpTo("inForce");
  both(walk, "declareNotRegistered");
  expect(walk.data.notRegistered?.reason).toBe("classified");
  expect(codeOf(make(walk, "declareNotRegistered"))).toBe("procedures.alreadyRecorded");
});
