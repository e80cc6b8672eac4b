import { expect, test } from "vitest";
import { type JsonObject, recipientText } from "../../acts/index.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "../testing/walk.ts";
import { blank, type DesignationData, keyIdOf, serviceOf } from "./data.ts";
import { type DesignationStep, designationProcedure } from "./designation.ts";
import { examples } from "./examples.ts";

type DesignationWalk = Walk<DesignationData>;
const at = "2021-10-01T09:00:00Z";
const recipient = (fill: number): string => recipientText(new Uint8Array(32).fill(fill));
/** Bytes in the form of a hybrid key; nothing is sealed to it here. */
const hybrid = "age1pq1".concat("q".repeat(1946));

function make(walk: DesignationWalk, step: DesignationStep, change: JsonObject = {}): string {
  const context = { side: morocco, other: israel, roles: {}, terms: walk.terms, digest: testDigest };
  const body = examples[step]({ ...context, data: walk.folded().dossier?.data ?? blank, time: Date.parse(at) });
  return codeOf(walk.make({ side: morocco, step, body: { ...body, ...change }, at }));
}

function designated(sealing: readonly string[]): DesignationWalk {
  const walk = new Walk(designationProcedure, { ...termsWith(), accord: undefined });
  expect(make(walk, "designate", { sealing })).toBe("effective");
  return walk;
}

const counting = (walk: DesignationWalk): readonly string[] => [
  ...serviceOf(walk.data, (key) => keyIdOf(key, testDigest)).service.sealing,
];

test("the sealing keys of a designation are those the ground gives, and a service may have none", () => {
  expect(counting(designated([recipient(1), recipient(2)]))).toEqual([recipient(1), recipient(2)]);
  const walk = new Walk(designationProcedure, termsWith());
  const { sealing: _sealing, ...body } = examples.designate({
    side: morocco,
    other: israel,
    roles: {},
    terms: walk.terms,
    digest: testDigest,
    data: blank,
    time: Date.parse(at),
  });
  expect(codeOf(walk.make({ side: morocco, step: "designate", body, at }))).toBe("effective");
  expect(counting(walk)).toEqual([]);
});

test("a sealing key is issued, rotated and revoked, each from its act on", () => {
  const walk = designated([recipient(1)]);
  expect(make(walk, "issueSealingKey", { recipient: recipient(2) })).toBe("effective");
  expect(make(walk, "rotateSealingKey", { old: recipient(1), new: recipient(3) })).toBe("effective");
  expect(counting(walk)).toEqual([recipient(2), recipient(3)]);
  expect(walk.data.sealing[0]).toEqual({ recipient: recipient(1), state: "replaced", successor: recipient(3) });
  const compromised = { recipient: recipient(2), reason: "compromised", suspectedSince: "2021-09-28" };
  expect(make(walk, "revokeSealingKey", compromised)).toBe("effective");
  expect(counting(walk)).toEqual([recipient(3)]);
});

test("no sealing key is issued twice, not even after it was revoked", () => {
  const opening = new Walk(designationProcedure, termsWith());
  expect(make(opening, "designate", { sealing: [recipient(1), recipient(1)] })).toBe("procedures.sealingKeyKnown");
  const walk = designated([recipient(1)]);
  expect(make(walk, "revokeSealingKey", { recipient: recipient(1) })).toBe("effective");
  expect(make(walk, "issueSealingKey", { recipient: recipient(1) })).toBe("procedures.sealingKeyKnown");
});

test("only a key that counts is rotated or revoked", () => {
  const walk = designated([recipient(1)]);
  const next = { old: recipient(9), new: recipient(2) };
  expect(make(walk, "rotateSealingKey", next)).toBe("procedures.sealingKeyUnknown");
  expect(make(walk, "rotateSealingKey", { old: recipient(1), new: recipient(1) })).toBe("procedures.sealingKeyKnown");
  expect(make(walk, "rotateSealingKey", { old: recipient(1), new: recipient(2) })).toBe("effective");
  expect(make(walk, "revokeSealingKey", { recipient: recipient(1) })).toBe("procedures.sealingKeyNotValid");
});

test("no more keys of a kind count than every document can be sealed to, and a rotation adds none", () => {
  const four = [1, 2, 3, 4].map(recipient);
  const walk = designated(four);
  expect(make(walk, "issueSealingKey", { recipient: recipient(5) })).toBe("procedures.tooManySealingKeys");
  expect(make(walk, "rotateSealingKey", { old: recipient(4), new: recipient(5) })).toBe("effective");
  expect(make(walk, "revokeSealingKey", { recipient: recipient(5) })).toBe("effective");
  expect(make(walk, "issueSealingKey", { recipient: recipient(6) })).toBe("effective");
});

test.each([hybrid, recipient(1).slice(0, -1), recipient(1).toUpperCase(), "age1", "AGE-SECRET-KEY-1"])(
  "a text that is no age recipient is refused: %s",
  (text) => {
    expect(make(designated([recipient(1)]), "issueSealingKey", { recipient: text })).toBe("procedures.badBody");
  },
);
