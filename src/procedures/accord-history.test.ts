import { expect, test } from "vitest";
import { accordProcedure } from "./accord/index.ts";
import { accordUpTo, must } from "./accord/testing/story.ts";
import { AccordHistory } from "./accord-history.ts";
import { fold } from "./engine/fold.ts";
import type { Line, PlacedAct } from "./engine/order.ts";
import { israel, termsWith, testDigest, type Walk } from "./testing/walk.ts";

const base = { ...termsWith(), accord: undefined };

/** The acts of a walk in the order in which they were made. */
function made(walk: Pick<Walk<unknown>, "lines">): [PlacedAct, Line][] {
  const all = ([0, 1] as const).flatMap((line) => walk.lines[line].map((act): [PlacedAct, Line] => [act, line]));
  return all.sort(([a], [b]) => (a.act.id < b.act.id ? -1 : 1));
}

function historyOf(acts: readonly [PlacedAct, Line][]): AccordHistory {
  const history = new AccordHistory({ base, digest: testDigest });
  for (const [act, line] of acts) history.note(act, line);
  return history;
}

const point = (index: number, sight: number) => ({ line: 0 as const, index, sight, at: Date.UTC(2031, 0, 1) });

test("before any act the founding's terms hold, and with the accord in force its annex", () => {
  expect(historyOf([]).presentTerms(0)).toBe(base);
  const walk = accordUpTo("inForce");
  const terms = historyOf(made(walk)).presentTerms(Date.UTC(2022, 0, 1));
  expect(terms.accord).toMatchObject({ dossier: walk.dossier.id, annex: { entente: "annex/1" } });
});

test("at every point of both registers, what is worked out step by step is what a fold gives", () => {
  const walk = accordUpTo("inForce");
  const history = historyOf(made(walk));
  for (let own = 0; own <= walk.lines[0].length; own++)
    for (let other = 0; other <= walk.lines[1].length; other++) {
      const lines = [walk.lines[0].slice(0, own), walk.lines[1].slice(0, other)] as const;
      const { dossier } = fold(accordProcedure, { lines, digest: testDigest });
      const terms = history.termsAt(point(own, other));
      expect(terms.accord !== undefined, `${own} ${other}`).toBe(dossier?.data.agreed !== undefined);
      expect(terms.accord?.inForceFrom).toBe(dossier?.data.inForceFrom);
    }
});

test("the other side is judged by its own register before its act, and by what it had seen of the first", () => {
  const walk = accordUpTo("inForce");
  const history = historyOf(made(walk));
  const at = Date.UTC(2031, 0, 1);
  const whole = { line: 1 as const, index: walk.lines[1].length, sight: walk.lines[0].length, at };
  expect(history.termsAt(whole).accord?.inForceFrom).toBeDefined();
  expect(history.termsAt({ ...whole, sight: 1 }).accord).toBeUndefined();
  expect(history.termsAt({ ...whole, index: 0 }).accord).toBeUndefined();
});

/** The acts of a walk as those of another instrument, registered behind the acts of a first. */
function behind(first: Pick<Walk<unknown>, "lines">, walk: Pick<Walk<unknown>, "lines">): [PlacedAct, Line][] {
  const text = (value: unknown): string => JSON.stringify(value).replaceAll("01890000", "01890001");
  return made(walk).map(([placed, line]) => {
    const [own, other] = [first.lines[line].length, first.lines[line === 0 ? 1 : 0].length];
    const act: PlacedAct["act"] = JSON.parse(text(placed.act));
    return [{ ...placed, act, index: placed.index + own, sight: placed.sight + other }, line];
  });
}

test("where time alone changes what holds, what was asked before does not keep the answer from changing", () => {
  const first = accordUpTo("inForce");
  must(first, "denounce");
  must(first, "receiveDenunciation", { side: israel });
  const acts = [...made(first), ...behind(first, accordUpTo("signed"))];
  const ends = historyOf(made(first)).presentTerms(0).accord?.endsAt;
  if (ends === undefined) throw new TypeError("denounced");
  // The first is in force until it ends; then the second, which applies provisionally, holds.
  const history = historyOf(acts);
  const held = [ends - 2, ends - 1, ends, ends + 1, ends - 1].map((at) => history.presentTerms(at).accord?.dossier);
  expect(new Set(held).size).toBe(2);
  expect(held).toEqual([held[0], held[0], held[2], held[2], held[0]]);
});
