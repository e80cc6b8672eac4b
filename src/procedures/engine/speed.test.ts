// How long a fold takes, in ratios and with generous limits: a machine under load must not fail what is not quadratic.

import { expect, test } from "vitest";
import { sampleAct, sampleId } from "../../../test/acts.ts";
import { toy } from "../testing/toy.ts";
import { termsWith, testDigest } from "../testing/walk.ts";
import { fold } from "./fold.ts";
import type { Line, Lines, PlacedAct } from "./order.ts";

const terms = termsWith();

/** Notes of both sides in one dossier; `pattern` says whose each is and how much of the other line it has seen. */
function dossierOf(notes: number, pattern: (n: number, lengths: readonly [number, number]) => readonly [Line, number]) {
  const lines: [PlacedAct[], PlacedAct[]] = [[], []];
  const put = (line: Line, given: { step: string; body: object; sight: number }): void => {
    const id = sampleId(lines[0].length + lines[1].length + 1);
    const act = sampleAct({ id, party: terms.parties[line], dossier: sampleId(1), step: given.step, body: given.body });
    lines[line].push({ act, index: lines[line].length, sight: given.sight, terms, inadmissible: undefined });
  };
  put(0, { step: "open", body: { text: "x" }, sight: 0 });
  for (let n = 0; n < notes; n++) {
    const [line, sight] = pattern(n, [lines[0].length, lines[1].length]);
    put(line, { step: "note", body: { n: n % 10 }, sight });
  }
  return lines;
}

/** The best of five, in milliseconds: the others measure what else the machine does. */
function folding(lines: Lines): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    const folded = fold(toy, { lines, digest: testDigest });
    best = Math.min(best, performance.now() - start);
    expect(folded.outcomes.size).toBe(lines[0].length + lines[1].length);
  }
  return best;
}

test("a dossier of a thousand acts made in turn folds in less than a tenth of a second", async ({ annotate }) => {
  const inTurn = dossierOf(1000, (n, lengths) => (n % 2 === 0 ? [1, lengths[0]] : [0, lengths[1]]));
  const ms = folding(inTurn);
  await annotate(`1,001 acts in turn: ${ms.toFixed(1)} ms`);
  expect(ms).toBeLessThan(100);
});

test("two runs of two thousand acts that crossed fold in a time that grows with their length, not its square", async ({
  annotate,
}) => {
  const runs = (length: number): Lines => dossierOf(2 * length, (n) => (n < length ? [0, 0] : [1, 1]));
  folding(runs(100));
  const [short, long] = [folding(runs(500)), folding(runs(2000))];
  await annotate(`500 and 500 crossed: ${short.toFixed(1)} ms; 2,000 and 2,000: ${long.toFixed(1)} ms`);
  // Four times the acts: four times the time, where the square would be sixteen.
  expect(long).toBeLessThan(Math.max(10 * short, 100));
});

test("acts that each miss the other side's last ten fold in a time that grows with their length", async ({
  annotate,
}) => {
  const late = (length: number): Lines =>
    dossierOf(length, (n, lengths) =>
      n % 2 === 0 ? [1, Math.max(1, lengths[0] - 10)] : [0, Math.max(0, lengths[1] - 10)],
    );
  folding(late(100));
  const [short, long] = [folding(late(400)), folding(late(1600))];
  await annotate(`400 late acts: ${short.toFixed(1)} ms; 1,600: ${long.toFixed(1)} ms`);
  expect(long).toBeLessThan(Math.max(10 * short, 100));
});
