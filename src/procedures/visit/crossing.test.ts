import { expect, test } from "vitest";
import { take, visitUpTo } from "../testing/visit-story.ts";
import { codeOf, israel, type Move, morocco } from "../testing/walk.ts";

type Walk = ReturnType<typeof visitUpTo>;

/** Both sides act without having seen the other's act: each order of making them must give the same state. */
function crossed(walk: () => Walk, moves: { host: Partial<Move>; requester: Partial<Move> }) {
  const whole = (move: Partial<Move>, saw: number) => ({
    body: {},
    step: "",
    ...move,
    at: move.at ?? "2031-01-15T10:00:00Z",
    saw,
  });
  const results = [true, false].map((hostFirst) => {
    const one = walk();
    const [hostActs, requesterActs] = [one.lines[0].length, one.lines[1].length];
    const host = () => one.make({ ...whole(moves.host, requesterActs), side: morocco });
    const requester = () => one.make({ ...whole(moves.requester, hostActs), side: israel });
    if (hostFirst) {
      host();
      requester();
    } else {
      requester();
      host();
    }
    const kinds = one.lines.map((line) => one.folded().outcomes.get(line.at(-1)?.act.id ?? one.dossier.id)?.kind);
    return { state: one.stateAt(), kinds };
  });
  expect(results[0]).toEqual(results[1]);
  const [, second] = results;
  if (!second) throw new TypeError("Both orders were tried.");
  return second;
}

const withdraw = { step: "withdrawApproval", body: { reason: "Closed" } };
const cancel = { step: "cancel", body: { reason: "Postponed" } };
const approved = () => visitUpTo("allApproved");

test("a withdrawal prevails over an amendment that crosses it", () => {
  const body = { reason: "Change", effectiveFrom: "2031-03-05", until: "2031-03-06" };
  const result = crossed(approved, { host: withdraw, requester: { step: "draftAmendment", body } });
  expect(result).toEqual({ state: "withdrawn", kinds: ["effective", "crossed"] });
});

test("a withdrawal prevails over a cancellation that crosses it", () => {
  const result = crossed(approved, { host: withdraw, requester: cancel });
  expect(result).toEqual({ state: "withdrawn", kinds: ["effective", "crossed"] });
});

test("a cancellation prevails over a decision that crosses it", () => {
  const body = { decision: "approved", site: "site-1" };
  const result = crossed(() => visitUpTo("staff"), { host: { step: "decideSite", body }, requester: cancel });
  expect(result).toEqual({ state: "cancelled", kinds: ["crossed", "effective"] });
});

test("a passage that happened counts before a cancellation that crosses it", () => {
  const body = { site: "site-1", visitor: 1, direction: "in", at: "2031-03-03T08:00:00Z" };
  const at = "2031-03-03T09:00:00Z";
  const result = crossed(approved, { host: { step: "logGate", body, at }, requester: { ...cancel, at } });
  expect(result).toEqual({ state: "cancelled", kinds: ["effective", "effective"] });
});

test("dropping an amendment prevails over the host's answer to it", () => {
  const received = () => {
    const walk = approved();
    for (const step of ["draftAmendment", "certify", "endorse", "transmit"])
      expect(codeOf(take(walk, step))).toBe("effective");
    return walk;
  };
  const result = crossed(received, {
    host: { step: "receive", body: { reference: "H-1" } },
    requester: { step: "dropAmendment", body: { reason: "Not needed" } },
  });
  expect(result).toEqual({ state: "notified", kinds: ["crossed", "effective"] });
});
