// The channels and tables of equivalence as the ground holds them, in real registers: every act is judged by what its
// author had seen of them, whatever has come in the meantime.

import { expect, test } from "vitest";
import { exampleChannel } from "./channel/index.ts";
import { exampleTable } from "./equivalence/index.ts";
import { DossierActs } from "./testing/dossier-acts.ts";
import {
  il,
  inForceWithIntelligence,
  ma,
  type Registered,
  type Registers,
  type Side,
  takeInto,
} from "./testing/registers.ts";
import { testDigest } from "./testing/walk.ts";

const at = Date.UTC(2022, 0, 1);

function proposed(
  registers: Registers,
  given: Partial<Registered> = {},
): { channel: DossierActs; made: string; proposal: string } {
  const channel = new DossierActs(registers, { procedure: "channel" });
  const body = exampleChannel(
    { terms: registers.ground.presentTerms(at) },
    { services: { IL: "channel", MA: "channel" } },
  );
  return { channel, made: channel.make(ma, "propose", { body, ...given }), proposal: testDigest(body) };
}

function opened(registers: Registers): DossierActs {
  const { channel, proposal } = proposed(registers);
  expect(channel.make(il, "confirm", { body: { proposal } })).toBe("effective");
  return channel;
}

const document = (classification: string, policy = "entente-test") => ({
  entente: "sealed/1",
  digest: `sha256:${"1".repeat(64)}`,
  size: 5000,
  mediaType: "text/plain",
  label: { policy, classification, releasableTo: ["IL", "MA"] },
});

/** A dispatch by the channel, with a document of this label. */
function dispatched(
  registers: Registers,
  input: { channel: string; side?: Side; text?: object; given?: Partial<Registered> },
): string {
  const body = {
    channel: input.channel,
    reference: "R-1",
    subject: "Example",
    kind: "report",
    handling: [],
    text: { ...(input.text ?? document("unclassified")) },
  };
  return new DossierActs(registers, { procedure: "dispatch" }).make(input.side ?? ma, "send", { body, ...input.given });
}

test("a channel opens between services that both sides have designated, as far as its author could know", () => {
  const registers = inForceWithIntelligence();
  // The last leaf of Israel's register is its designation of the channel's service.
  expect(proposed(registers, { seen: registers.size(il) - 1 }).made).toBe("procedures.channelNoService");
  expect(proposed(registers).made).toBe("effective");
});

test("what is sent goes by a channel that its author had seen opened, and by none it had not", () => {
  const registers = inForceWithIntelligence();
  const before = registers.size(il);
  const channel = opened(registers).dossier;
  // Morocco had not seen Israel's confirmation.
  expect(dispatched(registers, { channel, given: { seen: before } })).toBe("procedures.noChannel");
  expect(dispatched(registers, { channel })).toBe("effective");
  expect(dispatched(registers, { channel, side: il })).toBe("effective");
});

test("a suspension stops what is sent by those who know of it, and nothing that crosses it", () => {
  const registers = inForceWithIntelligence();
  const channel = opened(registers);
  const seen = registers.size(il);
  expect(channel.make(il, "suspend", { body: { reason: "Moving" } })).toBe("effective");
  expect(dispatched(registers, { channel: channel.dossier, given: { seen } })).toBe("effective");
  expect(dispatched(registers, { channel: channel.dossier })).toBe("procedures.channelNotOpen");
  expect(channel.make(il, "resume", { body: { reason: "Moved" } })).toBe("effective");
  expect(dispatched(registers, { channel: channel.dossier })).toBe("effective");
});

test("an act's label dominates its documents', and a side's own policy needs a table both have adopted", () => {
  const registers = inForceWithIntelligence();
  const channel = opened(registers).dossier;
  expect(dispatched(registers, { channel, text: document("restricted") })).toBe("procedures.documentAboveAct");
  const restricted = { classification: "restricted" };
  expect(dispatched(registers, { channel, text: document("restricted"), given: restricted })).toBe("effective");
  const own = document("ordinary", "example-national");
  expect(dispatched(registers, { channel, text: own })).toBe("procedures.noEquivalence");

  const table = new DossierActs(registers, { procedure: "equivalence" });
  const body = exampleTable({ terms: registers.ground.presentTerms(at) });
  expect(table.make(ma, "table", { body })).toBe("effective");
  const grave = (side: Side): Partial<Registered> => ({
    body: { table: testDigest(body) },
    signers: [`${side} channel`, `${side} channel-officer`],
  });
  expect(table.make(ma, "adopt", grave(ma))).toBe("effective");
  expect(dispatched(registers, { channel, text: own })).toBe("procedures.noEquivalence");
  const seen = registers.size(il);
  expect(table.make(il, "adopt", grave(il))).toBe("effective");
  expect(dispatched(registers, { channel, text: own, given: { seen } })).toBe("procedures.noEquivalence");
  expect(dispatched(registers, { channel, text: own })).toBe("effective");
});

test("taken in again in another order of arrival, every act is admitted as before", () => {
  const registers = inForceWithIntelligence();
  const channel = opened(registers).dossier;
  expect(dispatched(registers, { channel })).toBe("effective");
  const other = inForceWithIntelligence();
  expect(other.leaves.length).toBeLessThan(registers.leaves.length);
  const again = registers.leaves.slice(other.leaves.length).map((leaf) => takeInto(other.ground, leaf).inadmissible);
  expect(again).toEqual([undefined, undefined, undefined]);
  expect([...other.ground.presentTerms(at).channels.keys()]).toEqual([channel]);
});
