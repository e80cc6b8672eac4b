import { expect, test } from "vitest";
import { recipientText, type ServiceCode } from "../acts/index.ts";
import { documentRecipients, lapsedSealingKeys } from "./sealing-keys.ts";
import type { Service, Services } from "./services.ts";

const [ours, theirs] = ["archive" as ServiceCode, "liaison" as ServiceCode];
const [a, b, c] = [1, 2, 3].map((fill) => recipientText(new Uint8Array(32).fill(fill)));
const hybrid = recipientText(new Uint8Array(1216).fill(4));

const service = (...sealing: readonly (string | undefined)[]): Service => ({
  withdrawn: false,
  domains: [],
  keys: new Set(),
  functions: new Map(),
  sealing: new Set(sealing.filter((one) => one !== undefined)),
});

const office = (code: ServiceCode, one: Service): { services: Services; service: ServiceCode } => ({
  services: new Map([[code, one]]),
  service: code,
});

test("a document is sealed to the addressee's keys of one kind and to the own service's, each once", () => {
  const from = office(ours, service(a, hybrid));
  const to = office(theirs, service(b, c, hybrid));
  expect(documentRecipients({ from, to, kind: "x25519" })).toEqual([b, c, a]);
  expect(documentRecipients({ from, to, kind: "hybrid" })).toEqual([hybrid]);
});

test("without a key of that kind on both sides nothing is sealed", () => {
  const full = office(ours, service(a));
  const refused = { code: "procedures.noSealingKey" };
  expect(documentRecipients({ from: full, to: office(theirs, service(hybrid)), kind: "x25519" })).toMatchObject({
    ...refused,
    details: { service: theirs, kind: "x25519" },
  });
  expect(documentRecipients({ from: office(ours, service()), to: full, kind: "x25519" })).toMatchObject(refused);
  const withdrawn = office(theirs, { ...service(b), withdrawn: true });
  expect(documentRecipients({ from: full, to: withdrawn, kind: "x25519" })).toMatchObject(refused);
  const unknown = { services: new Map(), service: theirs };
  expect(documentRecipients({ from: full, to: unknown, kind: "x25519" })).toMatchObject(refused);
});

test("what counted where an act stands and counts no more is told", () => {
  expect(lapsedSealingKeys({ before: service(a, b), today: service(b, c) })).toEqual([a]);
  expect(lapsedSealingKeys({ before: service(a), today: service(a) })).toEqual([]);
  expect(lapsedSealingKeys({ before: service(a), today: undefined })).toEqual([a]);
  expect(lapsedSealingKeys({ before: undefined, today: service(a) })).toEqual([]);
});
