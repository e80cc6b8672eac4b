import { expect, test } from "vitest";
import { publicKeyOf } from "../../test/leaves.ts";
import { isRefusal } from "../base/index.ts";
import type { PlacedAct } from "./engine/order.ts";
import {
  il,
  inForce,
  ma,
  negotiate,
  newGround,
  type Registered,
  Registers,
  type Side,
  takeInto,
} from "./testing/registers.ts";

const day = 24 * 60 * 60;
const code = (placed: PlacedAct): string => placed.inadmissible?.code ?? "admitted";
const visit = { procedure: "toy/1", step: "open", body: { text: "x" }, service: "protocol", articles: ["2"] } as const;
const openedBy = (registers: Registers, side: Side, changes: Partial<Registered> = {}): string =>
  code(registers.register(side, { ...visit, ...changes }));

test("before any designation a side's registry acts with the key of its card, and nobody else does", () => {
  const registers = new Registers();
  expect(code(registers.designate(ma, "mod", []))).toBe("admitted");
  const propose = { procedure: "accord/1", step: "propose" };
  expect(code(registers.register(il, { ...propose, service: "mod" }))).toBe("procedures.unknownService");
  expect(code(registers.register(il, { ...propose, signers: ["MA registry"] }))).toBe("procedures.notSigned");
  expect(code(registers.register(il, { ...propose, signers: ["nobody"] }))).toBe("procedures.notSigned");
});

test("a service acts from the leaf after its designation on, whatever the other side has seen of it", () => {
  const registers = new Registers();
  const before = registers.register(ma, { procedure: "accord/1", step: "propose", service: "mod" });
  const designation = registers.designate(ma, "mod", []);
  const after = registers.register(ma, { procedure: "accord/1", step: "propose", service: "mod" });
  expect([before, designation, after].map(code)).toEqual(["procedures.unknownService", "admitted", "admitted"]);
  expect(registers.ground.servicesAt(designation.act.party, 1).has(after.act.service)).toBe(false);
  expect(registers.ground.servicesAt(designation.act.party, 2).has(after.act.service)).toBe(true);
});

test("a rotated key counts no more from its leaf on, and what it signed before stays signed", () => {
  const registers = new Registers();
  const designation = registers.designate(ma, "mod", []);
  const propose = { procedure: "accord/1", step: "propose", service: "mod" };
  const kid = registers.leaves[0]?.act.body.keys;
  const [key] = Array.isArray(kid) ? kid : [];
  expect(key).toBe(publicKeyOf("MA mod"));
  const old = registers.register(ma, propose);
  const body = { old: keyOf(old, registers), new: publicKeyOf("MA mod 2") };
  const rotation = { procedure: "designation/1", step: "rotateKey", dossier: designation.act.id, body };
  expect(code(registers.register(ma, rotation))).toBe("admitted");
  expect(code(registers.register(ma, propose))).toBe("procedures.notSigned");
  expect(code(registers.register(ma, { ...propose, signers: ["MA mod 2"] }))).toBe("admitted");
  const again = takeInto(registers.ground, leafOf(registers, old));
  expect(code(again)).toBe("admitted");
});

test("a designation is the registry's alone, and one that its procedure refuses changes nothing", () => {
  const registers = new Registers();
  const designation = registers.designate(ma, "mod", []);
  const withdrawal = { procedure: "designation/1", step: "withdraw", dossier: designation.act.id };
  const body = { reason: "Dissolved." };
  expect(code(registers.register(ma, { ...withdrawal, body, service: "mod" }))).toBe("procedures.registryOnly");
  registers.register(ma, { ...withdrawal, body: { reason: 1 } });
  registers.register(il, { ...withdrawal, body });
  const propose = { procedure: "accord/1", step: "propose", service: "mod" };
  expect(code(registers.register(ma, propose))).toBe("admitted");
  registers.register(ma, { ...withdrawal, body });
  expect(code(registers.register(ma, propose))).toBe("procedures.withdrawnService");
});

test("an act of a procedure or a version that this node does not have is refused with those it has", () => {
  const registers = new Registers();
  for (const procedure of ["nothing/1", "accord/2"]) {
    const placed = registers.register(ma, { procedure, step: "propose" });
    expect(placed.inadmissible).toMatchObject({ code: "procedures.unknownProcedure", details: { got: procedure } });
  }
});

test("nothing is done under articles before they are agreed, signed and in force", () => {
  const registers = new Registers();
  for (const side of [ma, il]) registers.designate(side, "mod", []);
  for (const side of [ma, il]) registers.designate(side, "protocol", ["visits"]);
  expect(openedBy(registers, ma)).toBe("procedures.noAccord");
  negotiate(registers, "freezeText");
  expect(openedBy(registers, ma)).toBe("procedures.notInForce");
});

test("an article that applies provisionally from the signature authorises acts from then on", () => {
  const { registers } = inForce("sign");
  expect(openedBy(registers, ma)).toBe("admitted");
  expect(openedBy(registers, il, { articles: ["1", "2"] })).toBe("procedures.notInForce");
});

test("with the accord in force, acts rest on its articles and on no others", () => {
  const { registers } = inForce();
  expect(openedBy(registers, ma)).toBe("admitted");
  expect(openedBy(registers, il, { articles: ["1", "2"] })).toBe("admitted");
  expect(openedBy(registers, ma, { articles: ["1"] })).toBe("procedures.noArticle");
  expect(openedBy(registers, ma, { articles: ["2", "9"] })).toBe("procedures.articleMissing");
  expect(openedBy(registers, ma, { service: "mod" })).toBe("procedures.outsideDomains");
});

test("an act is judged by what its author had seen, though more has come in the meantime", () => {
  const { registers } = inForce();
  const seeing = leafOf(registers, registers.register(il, visit));
  const judged = (seen: number): string => {
    const ground = newGround();
    for (const leaf of registers.leaves.slice(0, -1)) takeInto(ground, leaf);
    return code(takeInto(ground, { ...seeing, sight: seen }));
  };
  expect(judged(seeing.sight)).toBe("admitted");
  // Without the other side's receipt of the note, without its signature, and without its proposal.
  expect(judged(seeing.sight - 2)).toBe("admitted");
  expect(judged(6)).toBe("procedures.notInForce");
  expect(judged(1)).toBe("procedures.noAccord");
});

test("two nodes that learn of the same leaves in another order judge each of them the same", () => {
  const { registers } = inForce();
  openedBy(registers, ma);
  openedBy(registers, il, { seen: 4 });
  openedBy(registers, ma, { articles: ["1"] });
  const judged = (order: readonly Side[]): Map<string, string> => {
    const ground = newGround();
    const verdicts = new Map<string, string>();
    const queues = { MA: ofSide(registers, ma), IL: ofSide(registers, il) };
    const taken = { MA: 0, IL: 0 };
    for (const side of order) {
      // A leaf can be judged once all is there that its author says it had seen.
      const leaf = queues[side][taken[side]];
      if (!leaf || leaf.sight > taken[side === ma ? il : ma]) continue;
      taken[side] += 1;
      verdicts.set(leaf.act.id, code(takeInto(ground, leaf)));
    }
    return verdicts;
  };
  const length = registers.leaves.length;
  const own = judged(registers.leaves.map(({ side }) => side));
  const eager = (first: Side, second: Side): Side[] =>
    Array.from({ length: length * length }, (_, i) => (i % (length + 1) < length ? first : second));
  expect(own.size).toBe(length);
  expect([...own.values()].filter((one) => one !== "admitted").length).toBe(1);
  for (const order of [eager(ma, il), eager(il, ma)]) expect(new Map(judged(order))).toEqual(own);
});

test("what held at any point is the same whenever it is asked, and in whatever order", () => {
  const { registers } = inForce();
  const points = registers.leaves.map(({ act, index, sight }) => ({ act, index, sight }));
  const shown =
    (ground = registers.ground) =>
    (point: (typeof points)[number]) =>
      JSON.stringify(ground.termsAt(point));
  const asked = points.map(shown());
  expect(points.toReversed().map(shown()).toReversed()).toEqual(asked);
  const fresh = newGround();
  for (const leaf of registers.leaves) takeInto(fresh, leaf);
  expect([...points, ...points].map(shown(fresh))).toEqual([...asked, ...asked]);
  expect(new Set(asked).size).toBeGreaterThan(3);
});

test("the accord's annex gives the calendars, and before it each card its own", () => {
  const { registers } = inForce();
  const before = newGround().presentTerms(0);
  expect(before.accord).toBeUndefined();
  expect(before.calendars).toMatchObject({
    MA: { zone: "Africa/Casablanca", weekend: [6, 7] },
    IL: { zone: "Asia/Jerusalem", weekend: [5, 6] },
  });
  const now = registers.ground.presentTerms(Date.UTC(2022, 0, 1));
  expect(now.accord?.annex.calendars).toMatchObject({ IL: { weekend: [5, 6] } });
  expect(now.accord?.inForceFrom).toBeLessThan(Date.UTC(2022, 0, 1));
});

test("a contest makes no act void: whose clock is right is not for one side to say", () => {
  const { registers } = inForce();
  const placed = registers.register(ma, { ...visit, at: 3 * day });
  const body = {
    party: ma,
    index: registers.size(ma) - 1,
    leaf: `sha256:${"0".repeat(64)}`,
    code: "procedures.datedAhead",
    details: {},
  };
  expect(code(registers.register(il, { procedure: "contest/1", step: "contest", body }))).toBe("admitted");
  const { act, index, sight } = placed;
  expect(code(registers.ground.placeAgain({ act, index, sight, inadmissible: undefined }))).toBe("admitted");
});

test("what was void when it was registered stays so when it is placed again", () => {
  const { registers } = inForce();
  const placed = registers.register(ma, { ...visit, articles: ["1"] });
  expect(isRefusal(placed.inadmissible)).toBe(true);
  expect(code(registers.ground.placeAgain(placed))).toBe("procedures.noArticle");
});

function ofSide(registers: Registers, side: Side) {
  return registers.leaves.filter((leaf) => leaf.side === side);
}

function leafOf(registers: Registers, placed: PlacedAct) {
  const leaf = registers.leaves.find(({ act }) => act.id === placed.act.id);
  if (!leaf) throw new TypeError("not registered");
  return leaf;
}

function keyOf(placed: PlacedAct, registers: Registers): string {
  return leafOf(registers, placed).signedBy[0] ?? "";
}
