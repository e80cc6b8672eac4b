import { expect, test } from "vitest";
import { make, programmeBodyFor, programmeUpTo } from "../testing/programme-story.ts";
import { codeOf, israel, morocco, termsWith } from "../testing/walk.ts";
import { versionDigest } from "./data.ts";

const line = { confirmed: true, source: "demonstration" };
const start = (time: string) => ({ date: "2031-03-03", time, zone: "Africa/Casablanca" });

/** 18:00 in Salé for 30 minutes, 20 minutes to Rabat, 18:45 there. */
const clashing = {
  engagements: [
    { ...line, id: "brigade", titles: { en: "Visit" }, start: start("18:00"), minutes: 30, venue: { name: "Salé" } },
    {
      ...line,
      id: "talks",
      titles: { en: "Talks" },
      start: start("18:45"),
      movement: { from: "Salé", to: "Rabat", minutes: 20 },
    },
  ],
};

test("the programme is agreed when both have signed the same version", () => {
  const walk = programmeUpTo("submitProgramme");
  make(walk, "agreeProgramme", { side: morocco });
  expect(walk.stateAt()).toBe("submitted");
  expect(walk.viewAt("2031-01-11T00:00:00Z").turn).toEqual([israel]);
  expect(codeOf(make(walk, "agreeProgramme", { side: morocco }))).toBe("procedures.alreadyMade");
  make(walk, "agreeProgramme", { side: israel });
  expect(walk.stateAt()).toBe("agreed");
  expect(walk.data.agreed).toEqual({ version: versionDigest(walk.data), acknowledged: [] });
});

test("a programme with a clash is not agreed to, and the refusal has all the figures", () => {
  const walk = programmeUpTo("submitProgramme", { programme: clashing });
  const body = { version: versionDigest(walk.data) ?? "" };
  expect(make(walk, "agreeProgramme", { side: israel, body })).toMatchObject({
    code: "procedures.programmeClash",
    details: { from: "brigade", to: "talks", gap: 45, length: 30, movement: 20, missing: 5 },
  });
});

test("a clash that both acknowledge by name does not stop the programme", () => {
  const walk = programmeUpTo("submitProgramme", { programme: clashing });
  const acknowledged = [{ from: "brigade", to: "talks" }];
  const body = { version: versionDigest(walk.data) ?? "", acknowledged };
  expect(make(walk, "agreeProgramme", { side: israel, body })).toBe("effective");
  // Naming it twice is the same acknowledgement.
  const twice = { ...body, acknowledged: [...acknowledged, ...acknowledged] };
  expect(make(walk, "agreeProgramme", { side: morocco, body: twice })).toBe("effective");
  expect(walk.data.agreed?.acknowledged).toEqual(acknowledged);
});

test("what is no clash cannot be acknowledged", () => {
  const walk = programmeUpTo("submitProgramme");
  const change = { acknowledged: [{ from: "talks", to: "tour" }] };
  const outcome = make(walk, "agreeProgramme", { side: israel, change });
  expect(codeOf(outcome)).toBe("procedures.programmeNoClash");
});

test("a new version while the other side signs takes the programme back, in either order of arrival", () => {
  for (const hostFirst of [true, false]) {
    const walk = programmeUpTo("submitProgramme");
    const [host, visitor] = [walk.lines[0].length, walk.lines[1].length];
    const signed = programmeBodyFor(walk, "agreeProgramme");
    const changed = programmeBodyFor(walk, "changeEngagement");
    const change = () => make(walk, "changeEngagement", { body: changed, saw: visitor });
    const sign = () => make(walk, "agreeProgramme", { side: israel, body: signed, saw: host });
    for (const move of hostFirst ? [change, sign] : [sign, change]) move();
    expect(walk.stateAt()).toBe("preparing");
    const act = walk.lines[1].at(-1)?.act;
    expect(walk.folded().outcomes.get(act?.id ?? walk.dossier.id)?.kind).toBe("crossed");
  }
});

test("a signature on an older version is refused", () => {
  const walk = programmeUpTo("submitProgramme");
  const body = programmeBodyFor(walk, "agreeProgramme");
  make(walk, "changeEngagement");
  make(walk, "submitProgramme");
  expect(codeOf(make(walk, "agreeProgramme", { side: israel, body }))).toBe("procedures.programmeOtherVersion");
});

test("an agreed programme freezes by itself 48 hours before it begins, or when the annex says", () => {
  const begins = (walk: ReturnType<typeof programmeUpTo>) => walk.data.beginsAt ?? 0;
  const at = (ms: number) => new Date(ms).toISOString();
  const usual = programmeUpTo("agreed");
  expect(usual.stateAt(at(begins(usual) - 48 * 3_600_000 - 1000))).toBe("agreed");
  expect(usual.stateAt(at(begins(usual) - 48 * 3_600_000))).toBe("frozen");
  const late = programmeUpTo("agreed", { terms: termsWith({ deadlines: { "programme.freeze": { hours: 12 } } }) });
  expect(late.stateAt(at(begins(late) - 13 * 3_600_000))).toBe("agreed");
  expect(late.stateAt(at(begins(late) - 12 * 3_600_000))).toBe("frozen");
});

test("both can freeze it earlier, and then only both change it", () => {
  const walk = programmeUpTo("frozen");
  expect(walk.stateAt()).toBe("frozen");
  expect(codeOf(make(walk, "changeEngagement"))).toBe("procedures.wrongState");
  const before = versionDigest(walk.data);
  make(walk, "changeFrozen");
  expect(walk.stateAt()).toBe("frozenChange");
  expect(versionDigest(walk.data)).toBe(before);
  const other = { version: before ?? "" };
  expect(codeOf(make(walk, "acceptChange", { body: other }))).toBe("procedures.programmeOtherVersion");
  expect(make(walk, "acceptChange")).toBe("effective");
  expect(walk.stateAt()).toBe("frozen");
  expect(walk.data.agreed?.version).toBe(versionDigest(walk.data));
  expect(versionDigest(walk.data)).not.toBe(before);
});

test("a change to the frozen programme that makes a clash names it, and the visitor can decline it", () => {
  const walk = programmeUpTo("frozen");
  const changes = [{ kind: "set", engagement: "talks", set: { minutes: 110 } }];
  const refused = make(walk, "changeFrozen", { change: { changes } });
  expect(codeOf(refused)).toBe("procedures.programmeClash");
  const acknowledged = [{ from: "talks", to: "tour" }];
  expect(make(walk, "changeFrozen", { change: { changes, acknowledged } })).toBe("effective");
  make(walk, "declineChange");
  expect(walk.stateAt()).toBe("frozen");
  expect(walk.data.engagements[0]?.minutes).toBe(60);
});

test("the procedure says that agreeing is grave and by both", () => {
  const { steps } = programmeUpTo("invite").procedure;
  expect(steps.agreeProgramme).toMatchObject({ by: "both", grave: true });
});
