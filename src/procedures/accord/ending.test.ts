import { expect, test } from "vitest";
import { articleApplies } from "../terms.ts";
import { codeOf, israel, morocco } from "../testing/walk.ts";
import { accordInForceOf } from "./force.ts";
import { type AccordWalk, accordUpTo, before, both, make, must } from "./testing/story.ts";

const zone = "Africa/Casablanca";
const inRabat = (text: string): number => Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds;
const iso = (ms: number): string => new Date(ms).toISOString();
const fixed = { duration: { years: 5 } };

/** Whether the first article applies at an instant, as every act is judged. */
function applies(walk: AccordWalk, at: number): boolean {
  const accord = accordInForceOf(walk.data);
  const number = accord?.annex.articles[0]?.number;
  return number !== undefined && articleApplies({ ...before, accord }, number, at);
}

test("a denunciation ends nothing until the other side has registered its receipt, then the notice runs", () => {
  const walk = accordUpTo("inForce");
  must(walk, "denounce", { side: israel, at: "2024-01-10T12:00:00Z" });
  expect(walk.stateAt("2026-11-01T00:00:00Z")).toBe("denounced");
  expect(accordInForceOf(walk.data)?.endsAt).toBeUndefined();
  const at = "2024-01-15T12:00:00Z";
  const receive = (side: typeof morocco, change = {}): string =>
    codeOf(make(walk, "receiveDenunciation", { side, at, change: { received: "2024-01-15", ...change } }));
  expect(receive(israel)).toBe("procedures.ownNote");
  expect(receive(morocco, { note: "NV-0" })).toBe("procedures.otherNote");
  expect(receive(morocco, { received: "2024-01-05" })).toBe("procedures.receivedBeforeSent");
  expect(receive(morocco)).toBe("effective");
  const end = inRabat("2024-07-15T00:00");
  expect(accordInForceOf(walk.data)?.endsAt).toBe(end);
  expect([applies(walk, end - 1), applies(walk, end)]).toEqual([true, false]);
  expect(walk.stateAt(iso(end - 1000))).toBe("underNotice");
  expect(walk.stateAt(iso(end))).toBe("terminated");
});

test("a denunciation dated after the act is refused", () => {
  const walk = accordUpTo("inForce");
  expect(codeOf(make(walk, "denounce", { change: { date: "2022-01-01" } }))).toBe("procedures.notYet");
});

test("only who denounced takes the denunciation back, until it takes effect", () => {
  const walk = accordUpTo("inForce");
  must(walk, "denounce");
  must(walk, "receiveDenunciation", { side: israel });
  expect(codeOf(make(walk, "revokeDenunciation", { side: israel }))).toBe("procedures.notYourDenunciation");
  expect(make(walk, "revokeDenunciation")).toBe("effective");
  expect(walk.stateAt("2023-01-01T00:00:00Z")).toBe("inForce");
  expect(accordInForceOf(walk.data)?.endsAt).toBeUndefined();
});

test("a suspension stops every article, and only both lift it", () => {
  const walk = accordUpTo("inForce");
  must(walk, "suspend", { side: israel, at: "2022-02-01T12:00:00Z" });
  const at = Date.parse("2022-02-01T12:00:00Z");
  expect([applies(walk, at - 1), applies(walk, at)]).toEqual([true, false]);
  must(walk, "resume", { side: israel, at: "2022-03-01T12:00:00Z" });
  expect(walk.stateAt()).toBe("suspended");
  must(walk, "resume", { at: "2022-03-02T12:00:00Z" });
  expect(walk.stateAt()).toBe("inForce");
  expect(applies(walk, at)).toBe(true);
});

test("a suspended accord that is denounced and taken back is suspended still", () => {
  const walk = accordUpTo("inForce");
  must(walk, "suspend");
  must(walk, "denounce");
  must(walk, "revokeDenunciation");
  expect(walk.stateAt()).toBe("suspended");
});

test("a limited time ends of itself, and the last day to renew is a deadline of both", () => {
  const walk = accordUpTo("inForce", { annex: fixed });
  const end = inRabat("2026-11-24T00:00");
  expect(walk.viewAt("2022-01-01T00:00:00Z").deadlines).toEqual([
    { name: "renew", at: end, owners: [morocco, israel] },
  ]);
  expect(accordInForceOf(walk.data)?.endsAt).toBe(end);
  expect(walk.stateAt(iso(end - 1000))).toBe("inForce");
  expect(walk.stateAt(iso(end))).toBe("expired");
});

test("both prolong a limited time; one alone does not", () => {
  const walk = accordUpTo("inForce", { annex: fixed });
  must(walk, "renew", { at: "2026-01-10T12:00:00Z" });
  expect(accordInForceOf(walk.data)?.endsAt).toBe(inRabat("2026-11-24T00:00"));
  must(walk, "renew", { side: israel, at: "2026-01-10T12:00:00Z" });
  expect(accordInForceOf(walk.data)?.endsAt).toBe(inRabat("2031-11-24T00:00"));
});

test("an accord for an unlimited time has nothing to renew and no renewal to object to", () => {
  const fixedTime = accordUpTo("inForce", { annex: fixed });
  expect(codeOf(make(fixedTime, "objectToRenewal"))).toBe("procedures.noTacitRenewal");
  const unlimited = accordUpTo("inForce", { annex: { duration: null } });
  expect(codeOf(make(unlimited, "renew"))).toBe("procedures.unlimited");
  expect(codeOf(make(unlimited, "objectToRenewal"))).toBe("procedures.noTacitRenewal");
});

test("it renews itself unless a side objects before the notice begins", () => {
  const walk = accordUpTo("inForce");
  expect(walk.stateAt("2040-01-01T00:00:00Z")).toBe("inForce");
  expect(make(walk, "objectToRenewal", { at: "2026-05-24T12:00:00Z" })).toMatchObject({
    code: "procedures.objectionLate",
    details: { limit: "2026-05-24", end: "2026-11-24" },
  });
  expect(make(walk, "objectToRenewal", { at: "2026-05-23T12:00:00Z" })).toBe("effective");
  const again = make(walk, "objectToRenewal", { side: israel, at: "2026-05-23T13:00:00Z" });
  expect(codeOf(again)).toBe("procedures.alreadyRecorded");
  expect(walk.stateAt(iso(inRabat("2026-11-24T00:00")))).toBe("expired");
});

test("after an objection both can still renew", () => {
  const walk = accordUpTo("inForce");
  must(walk, "objectToRenewal", { at: "2026-01-10T12:00:00Z" });
  both(walk, "renew", { at: "2026-02-10T12:00:00Z" });
  expect(accordInForceOf(walk.data)?.endsAt).toBeUndefined();
});

test("a denunciation prevails over a renewal that crossed it", () => {
  for (const order of ["denounceFirst", "renewFirst"]) {
    const walk = accordUpTo("inForce", { annex: fixed });
    must(walk, "renew");
    const saw = { morocco: walk.lines[0].length, israel: walk.lines[1].length };
    const denounce = () => make(walk, "denounce", { saw: saw.israel });
    const renew = () => make(walk, "renew", { side: israel, saw: saw.morocco });
    for (const one of order === "denounceFirst" ? [denounce, renew] : [renew, denounce]) one();
    expect(walk.stateAt()).toBe("denounced");
    expect(walk.data.renewedYears).toBe(0);
  }
});

test("both record what superseded it: another instrument, and not in the future", () => {
  const walk = accordUpTo("inForce");
  const dossier = walk.dossier.id;
  expect(codeOf(make(walk, "recordSuccession", { change: { supersededBy: dossier } }))).toBe(
    "procedures.supersedesItself",
  );
  expect(codeOf(make(walk, "recordSuccession", { change: { from: "2022-01-01" } }))).toBe("procedures.notYet");
  both(walk, "recordSuccession");
  expect(walk.stateAt()).toBe("superseded");
  expect(walk.viewAt("2022-01-01T00:00:00Z").final).toBe(true);
});
