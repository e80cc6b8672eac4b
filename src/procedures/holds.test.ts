// Holds as both nodes judge by them: on acts that are signed for real, whatever order the registers arrive in.

import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleInstant } from "../../test/acts.ts";
import type { JsonObject } from "../acts/index.ts";
import { dispatchProcedure } from "./dispatch/index.ts";
import type { PlacedAct } from "./engine/order.ts";
import type { Ground } from "./ground.ts";
import { il, ma, newGround, type RegisteredLeaf, Registers, type Side, takeInto } from "./testing/registers.ts";

const document = `sha256:${"a".repeat(64)}`;
const another = `sha256:${"b".repeat(64)}`;
const code = (placed: PlacedAct): string => placed.inadmissible?.code ?? "admitted";

interface Taken {
  readonly dossier?: string;
  readonly body?: JsonObject;
  readonly at?: number;
}

function take(registers: Registers, side: Side, step: string, { dossier, body, at }: Taken = {}): PlacedAct {
  const usual: Readonly<Record<string, JsonObject>> = {
    hold: { documents: [document], reason: "An inquiry." },
    erase: { documents: [document], rule: { name: "by-hand" } },
    lift: { reason: "Ended." },
    extend: { reason: "Goes on." },
  };
  const given = { procedure: "retention/1", step, body: { ...usual[step], ...body } };
  return registers.register(side, {
    ...given,
    ...(dossier === undefined ? {} : { dossier }),
    ...(at === undefined ? {} : { at }),
  });
}

test("what a side holds it erases by no act of its own until the hold is lifted; the other side may erase", () => {
  const registers = new Registers();
  expect(code(take(registers, ma, "erase"))).toBe("admitted");
  const hold = take(registers, ma, "hold").act.id;
  const refused = take(registers, ma, "erase");
  expect(refused.inadmissible).toMatchObject({
    code: "procedures.documentHeld",
    details: { digest: document, hold, reason: "An inquiry." },
  });
  expect(code(take(registers, il, "erase"))).toBe("admitted");
  expect(code(take(registers, ma, "erase", { body: { documents: [another] } }))).toBe("admitted");
  expect(code(take(registers, ma, "erase", { body: { documents: [another, document] } }))).toBe(
    "procedures.documentHeld",
  );
  take(registers, ma, "lift", { dossier: hold });
  expect(code(take(registers, ma, "erase"))).toBe("admitted");
});

test("an attestation of destruction is an erasure like another, so a holder cannot make it", () => {
  const registers = new Registers();
  take(registers, il, "hold");
  const ground = registers.ground;
  const point = { index: Number.POSITIVE_INFINITY, at: 0 };
  const [first] = ground.parties;
  const holder = ground.parties.find((one) => one === il) ?? first;
  expect(ground.holdsOf(holder).holdOn(document, point)?.reason).toBe("An inquiry.");
  const services = { procedure: "dispatch/1", step: "attestDestruction" };
  const body = { documents: [document], statement: "Burnt.", destroyedAt: sampleInstant(5) };
  // Before articles it is refused for those: the rule itself is asked of the step's declaration.
  expect(code(registers.register(il, { ...services, body }))).not.toBe("admitted");
  expect(dispatchProcedure.steps.attestDestruction?.erases(body)?.digests).toEqual([document]);
});

test("a hold ends at its instant by the clock of the act, and one of two holds is enough", () => {
  const registers = new Registers();
  take(registers, ma, "hold", { body: { until: sampleInstant(100) }, at: 10 });
  expect(code(take(registers, ma, "erase", { at: 99 }))).toBe("procedures.documentHeld");
  expect(code(take(registers, ma, "erase", { at: 100 }))).toBe("admitted");
  const second = take(registers, ma, "hold", { at: 20 }).act.id;
  expect(code(take(registers, ma, "erase", { at: 101 }))).toBe("procedures.documentHeld");
  take(registers, ma, "lift", { dossier: second, at: 102 });
  expect(code(take(registers, ma, "erase", { at: 103 }))).toBe("admitted");
});

test("a hold that is none holds nothing: of another form, or lifted by the other side", () => {
  const registers = new Registers();
  take(registers, ma, "hold", { body: { documents: "all" } });
  take(registers, ma, "hold", { body: { until: sampleInstant(1) }, at: 50 });
  expect(code(take(registers, ma, "erase", { at: 51 }))).toBe("admitted");
  const hold = take(registers, ma, "hold").act.id;
  take(registers, il, "lift", { dossier: hold });
  expect(code(take(registers, ma, "erase"))).toBe("procedures.documentHeld");
});

test("documents whose last hold is over are told, with the holds there were", () => {
  const registers = new Registers();
  const hold = take(registers, ma, "hold").act.id;
  const [first, second] = registers.ground.parties;
  const holds = registers.ground.holdsOf(first === ma ? first : second);
  expect(holds.released(Number.POSITIVE_INFINITY)).toEqual([]);
  take(registers, ma, "lift", { dossier: hold });
  expect(holds.released(0)).toEqual([{ document, dossiers: [hold] }]);
});

const stepLaw = fc.record({
  side: fc.constantFrom<Side>(ma, il),
  step: fc.constantFrom("hold", "erase", "lift", "extend"),
  which: fc.nat(5),
  document: fc.constantFrom(document, another),
  until: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  at: fc.integer({ min: 1, max: 60 }),
});

test("law: both nodes judge every erasure alike, in whatever order the two registers reach them", () => {
  fc.assert(
    fc.property(fc.array(stepLaw, { maxLength: 14 }), fc.array(fc.boolean(), { maxLength: 30 }), (steps, order) => {
      const registers = new Registers();
      const opened: string[] = [];
      const judged = new Map<string, string>();
      for (const { side, step, which, document: named, until, at } of steps) {
        const opens = step === "hold" || step === "erase";
        const dossier = opens ? undefined : opened[which % Math.max(1, opened.length)];
        if (!opens && dossier === undefined) continue;
        const body = {
          ...(opens ? { documents: [named] } : {}),
          ...(step === "hold" && until !== undefined ? { until: sampleInstant(until) } : {}),
        };
        const placed = take(registers, side, step, { body, at, ...(dossier === undefined ? {} : { dossier }) });
        if (step === "hold") opened.push(placed.act.id);
        judged.set(placed.act.id, code(placed));
      }
      expect(shuffled(registers.leaves, order)).toEqual(judged);
    }),
    { numRuns: 60 },
  );
});

/** What another node says that reads the two registers in another order, each in its own. */
function shuffled(leaves: readonly RegisteredLeaf[], order: readonly boolean[]): ReadonlyMap<string, string> {
  const lines = [ma, il].map((side) => leaves.filter((one) => one.side === side));
  const [first = [], second = []] = lines;
  const ground: Ground = newGround();
  const judged = new Map<string, string>();
  for (let i = 0, j = 0, k = 0; i < first.length || j < second.length; k++) {
    const own = j === second.length || (i < first.length && order[k] === true);
    const leaf = own ? first[i++] : second[j++];
    if (leaf) judged.set(leaf.act.id, code(takeInto(ground, leaf)));
  }
  return judged;
}
