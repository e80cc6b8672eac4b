import { expect, test } from "vitest";
import { make, programmeUpTo } from "../testing/programme-story.ts";
import { codeOf, israel, morocco } from "../testing/walk.ts";

const dates = { from: "2031-03-03", until: "2031-03-04", zone: "Africa/Casablanca" };
const others = { from: "2031-03-10", until: "2031-03-11", zone: "Africa/Casablanca" };

test("an invitation is accepted in principle, and the dates it names wait for the visitor", () => {
  const walk = programmeUpTo("accept");
  expect(walk.stateAt()).toBe("datesWithVisitor");
  expect(walk.viewAt("2031-01-11T00:00:00Z").turn).toEqual([israel]);
  make(walk, "acceptDates");
  expect(walk.stateAt()).toBe("awaitingDelegation");
  expect(walk.data.dates?.endsAt).toBeGreaterThan(walk.data.dates?.opensAt ?? 0);
});

test("who proposes dates leaves the answer to the other side", () => {
  const walk = programmeUpTo("accept");
  make(walk, "proposeDates", { side: israel, body: others });
  expect(walk.stateAt()).toBe("datesWithHost");
  expect(codeOf(make(walk, "acceptDates"))).toBe("procedures.wrongState");
  expect(codeOf(make(walk, "confirmDates", { body: dates }))).toBe("procedures.programmeOtherDates");
  expect(make(walk, "confirmDates", { body: others })).toBe("effective");
  expect(walk.data.dates).toMatchObject(others);
});

test("a last day before the first and a stay of months are refused", () => {
  const walk = programmeUpTo("accept");
  const proposed = (until: string) => codeOf(make(walk, "proposeDates", { body: { ...others, until } }));
  expect(proposed("2031-03-09")).toBe("procedures.programmeDates");
  expect(proposed("2031-06-09")).toBe("procedures.programmeDates");
});

test("an invitation without dates leaves both to propose, and a declined one ends", () => {
  const walk = programmeUpTo("invite");
  make(walk, "decline");
  expect(walk.viewAt("2031-01-11T00:00:00Z").final).toBe(true);
});

test("proposing other dates takes an agreed programme back, and its lines must fit the new ones", () => {
  const walk = programmeUpTo("agreed");
  make(walk, "proposeDates", { side: morocco, body: others });
  expect(walk.data.agreed).toBeUndefined();
  make(walk, "acceptDates");
  expect(walk.stateAt()).toBe("preparing");
  expect(make(walk, "submitProgramme")).toMatchObject({
    code: "procedures.programmeOtherDay",
    details: { engagements: ["talks", "tour"] },
  });
});

test("two proposals that cross leave the visitor's for the host to answer, in either order of arrival", () => {
  for (const hostFirst of [true, false]) {
    const walk = programmeUpTo("accept");
    const seen = { host: walk.lines[1].length, visitor: walk.lines[0].length };
    const host = () => make(walk, "proposeDates", { side: morocco, body: dates, saw: seen.host });
    const visitor = () => make(walk, "proposeDates", { side: israel, body: others, saw: seen.visitor });
    for (const move of hostFirst ? [host, visitor] : [visitor, host]) move();
    expect(walk.stateAt()).toBe("datesWithHost");
    expect(walk.data.proposal).toMatchObject(others);
  }
});

test("a cancellation prevails over what crosses it, whichever side cancels", () => {
  for (const side of [morocco, israel]) {
    const walk = programmeUpTo("submitProgramme");
    const other = side === morocco ? israel : morocco;
    const made = walk.lines[other === morocco ? 0 : 1].length;
    const own = walk.lines[side === morocco ? 0 : 1].length;
    expect(make(walk, "agreeProgramme", { side: other })).toBe("effective");
    make(walk, "cancel", { side, saw: made });
    expect(own).toBeGreaterThan(0);
    expect(walk.stateAt()).toBe("cancelled");
    const act = walk.lines[other === morocco ? 0 : 1].at(-1)?.act;
    expect(walk.folded().outcomes.get(act?.id ?? walk.dossier.id)?.kind).toBe("crossed");
  }
});

test("a programme nobody agreed to lapses with its last day", () => {
  const walk = programmeUpTo("submitProgramme");
  expect(walk.stateAt("2031-03-04T12:00:00Z")).toBe("submitted");
  expect(walk.stateAt("2031-03-05T12:00:00Z")).toBe("expired");
});
