import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64url } from "../../base/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type Challenges, createChallenges } from "./challenges.ts";

const minute = 60_000;

function fresh(secret = 7): { challenges: Challenges; clock: { now: number } } {
  const clock = { now: 1000 };
  const monotonicMs = () => clock.now;
  return {
    clock,
    challenges: createChallenges({ suite: nativeSuite, monotonicMs, secret: new Uint8Array(32).fill(secret) }),
  };
}

const stale = { code: "api.staleChallenge" };
const replayed = { code: "api.replayed" };

test("a challenge is 32 bytes, and two are never the same", () => {
  const { challenges } = fresh();
  const given = new Set(Array.from({ length: 100 }, () => challenges.give()));
  expect(given.size).toBe(100);
  for (const challenge of given) expect(fromBase64url(challenge)).toHaveLength(32);
});

test("each counter is good once, in any order inside the window", () => {
  const { challenges } = fresh();
  const challenge = challenges.give();
  const use = (counter: number) => challenges.use({ peer: "a", nonce: `${challenge}.${counter}` });
  for (const counter of [1, 3, 2, 1026]) expect(use(counter), String(counter)).toBeUndefined();
  for (const counter of [1, 2, 3, 1026]) expect(use(counter), String(counter)).toMatchObject(replayed);
  expect(use(4)).toBeUndefined();
  expect(use(4000)).toBeUndefined();
  expect(use(5)).toMatchObject(replayed);
  expect(use(4000 - 1024)).toMatchObject(replayed);
  expect(use(4000 - 1023)).toBeUndefined();
});

test("no sequence of counters lets one through twice", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 300 }), (counters) => {
      const { challenges } = fresh();
      const challenge = challenges.give();
      const passed = counters.filter((c) => challenges.use({ peer: "a", nonce: `${challenge}.${c}` }) === undefined);
      expect(new Set(passed).size).toBe(passed.length);
      const [first] = counters;
      if (first !== undefined) expect(passed).toContain(first);
    }),
  );
});

test("a challenge lives ten minutes after its last use", () => {
  const { challenges, clock } = fresh();
  const challenge = challenges.give();
  clock.now += 10 * minute;
  expect(challenges.use({ peer: "a", nonce: `${challenge}.1` })).toBeUndefined();
  clock.now += 10 * minute;
  expect(challenges.use({ peer: "a", nonce: `${challenge}.2` })).toBeUndefined();
  clock.now += 10 * minute + 1;
  expect(challenges.use({ peer: "a", nonce: `${challenge}.3` })).toMatchObject(stale);
  expect(challenges.use({ peer: "a", nonce: `${challenge}.1` })).toMatchObject(stale);
  const unused = challenges.give();
  clock.now += 10 * minute + 1;
  expect(challenges.use({ peer: "a", nonce: `${unused}.1` })).toMatchObject(stale);
});

test("what was never given, was given by another process, or is no nonce is stale", () => {
  const { challenges } = fresh();
  const other = fresh(8).challenges.give();
  const challenge = challenges.give();
  const altered = `${challenge.startsWith("A") ? "B" : "A"}${challenge.slice(1)}`;
  const nonces = ["", ".1", `${"A".repeat(43)}.1`, `${other}.1`, `${altered}.1`, challenge];
  for (const nonce of [...nonces, `${challenge}.0`, `${challenge}.01`, `${challenge}.-1`, `${challenge}.1.1`]) {
    expect(challenges.use({ peer: "a", nonce }), nonce).toMatchObject(stale);
  }
  expect(challenges.use({ peer: "a", nonce: `${challenge}.1` })).toBeUndefined();
});

test("a challenge put out by too many others is not taken for a new one", () => {
  const { challenges } = fresh();
  const first = challenges.give();
  expect(challenges.use({ peer: "a", nonce: `${first}.1` })).toBeUndefined();
  for (let i = 0; i < 64; i++) expect(challenges.use({ peer: "a", nonce: `${challenges.give()}.1` })).toBeUndefined();
  expect(challenges.use({ peer: "a", nonce: `${first}.1` })).toMatchObject(stale);
});

test("challenges that nobody uses drive out no challenge in use", () => {
  const { challenges } = fresh();
  const mine = challenges.give();
  expect(challenges.use({ peer: "a", nonce: `${mine}.1` })).toBeUndefined();
  for (let i = 0; i < 10_000; i++) challenges.give();
  expect(challenges.use({ peer: "a", nonce: `${mine}.2` })).toBeUndefined();
});
