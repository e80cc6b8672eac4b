import { describe, expect, test } from "vitest";
import { refuse, utf8 } from "../base/index.ts";
import { type Answer, encodeAnswer } from "./answer.ts";
import { sizeOf } from "./size.ts";
import { answering, northSide, origin, Road, started } from "./testing/road.ts";
import { leavesOf, TestNode } from "./testing.ts";

describe("an answer", () => {
  const cases: [string, Answer, string][] = [
    ["that asks for more than was sent", { kind: "behind", size: sizeOf(2) }, "exchange.impossibleAnswer"],
    ["that refuses", refuse("exchange.recovering"), "exchange.recovering"],
    ["that the link is stopped there", { kind: "stopped", code: "exchange.fork" }, "exchange.stoppedThere"],
    ["that holds no note", { kind: "held", note: utf8("held, believe me") }, "seal.badNote"],
  ];
  test.each(cases)("%s is told, and the parcel is sent again", async (_, answer, code) => {
    const road = new Road();
    road.carriers.push(answering(answer));
    await started(road, 1);
    expect(road.errors).toEqual([undefined, code]);
    expect(await road.author.heldSize()).toBe(1);
  });

  test("with a receipt that the other side has not cosigned is not believed", async () => {
    const road = new Road();
    road.carriers.push(async () => {
      const head = await road.author.reader.head(origin);
      return encodeAnswer({ kind: "held", note: head?.checkpoint ?? utf8("") });
    });
    road.patience = 1;
    await started(road, 1);
    expect(await road.author.heldSize()).toBe(1);
    expect(road.parcels).toHaveLength(2);
  });

  test("of long ago, played again, is met slowly and moves nothing back", async () => {
    const road = await started(new Road(), 2);
    const old = road.author.held.get(origin)?.note ?? utf8("");
    await road.author.append(leavesOf(2, "more"));
    road.carriers.push(answering({ kind: "held", note: old }), answering({ kind: "held", note: old }));
    const settled = road.settled();
    road.pusher.poke();
    await settled;
    expect(road.errors.slice(-2)).toEqual(["exchange.oldAnswer", "exchange.oldAnswer"]);
    expect(road.pauses.length).toBeGreaterThan(1);
    expect(await road.author.heldSize()).toBe(4);
  });

  test("that shows a gap again and again is met slowly", async () => {
    const road = await started(new Road(), 6);
    await road.author.append(leavesOf(2, "more"));
    road.patience = 0;
    road.carriers.push(answering({ kind: "behind", size: sizeOf(4) }), answering({ kind: "behind", size: sizeOf(3) }));
    const settled = road.settled();
    road.pusher.poke();
    await settled;
    expect(road.pusher.state().lastError).toMatchObject({ code: "exchange.stillBehind", details: { size: 3 } });
  });

  test("with a receipt for more leaves than there are begins a recovery, and nothing more is sent", async () => {
    const road = await started(new Road(), 5);
    const restored = new TestNode(northSide);
    await restored.append(leavesOf(2));
    const second = new Road({
      reader: restored.reader,
      heldSize: () => restored.heldSize(),
      condition: () => restored.condition(),
      tailMissing: () => restored.tailMissing(),
    });
    second.mirror.reader = road.mirror.reader;
    await started(second, 0);
    expect(restored.state.recovering).toBe(true);
    expect(second.pusher.state().phase).toBe("paused");
  });

  test("with a receipt for another history of ours stops the link with evidence against ourselves", async () => {
    const road = await started(new Road(), 2);
    const note = (await road.mirror.reader.head(origin))?.checkpoint ?? utf8("");
    const second = new Road();
    await second.author.append(leavesOf(3, "other"));
    second.carriers.push(answering({ kind: "held", note }));
    await started(second, 0);
    expect(second.author.state.stopped).toBe("exchange.ownFork");
    expect(second.pusher.state().phase).toBe("paused");
  });
});
