import { expect, test } from "vitest";
import type { Thread } from "../../api/index.ts";
import { inOrder, isOrder, titleParts } from "./thread-rows.ts";

const label = { policy: "MA-IL", classification: "restricted", releasableTo: ["IL", "MA"] };

function thread(title: string, changedAt: string): Thread {
  const row = { title, changedAt, state: "sent", dossier: title, procedure: "dispatch", version: 1, final: false };
  return { row: { ...row, turn: [], openedAt: changedAt, acts: 1 }, channel: "c", opener: "MA", label };
}

const threads = [thread("B", "2022-03-01T00:00:00Z"), thread("a", "2022-03-03T00:00:00Z")];
const collate = (one: string, other: string) => one.localeCompare(other, "en");
const titles = (list: readonly Thread[]) => list.map(({ row }) => row.title);

test("the node's own order stays, and others are by what they say", () => {
  expect(titles(inOrder(threads, { order: "due", collate }))).toEqual(["B", "a"]);
  expect(titles(inOrder(threads, { order: "changed", collate }))).toEqual(["a", "B"]);
  expect(titles(inOrder(threads, { order: "subject", collate }))).toEqual(["a", "B"]);
});

test("an order that is none is not taken from the address", () => {
  expect([isOrder("due"), isOrder("size"), isOrder("")]).toEqual([true, false, false]);
});

test("a title is parted at its first mark only", () => {
  expect(titleParts("DI-7 · Places · May")).toEqual({ reference: "DI-7", subject: "Places · May" });
  expect(titleParts("Places")).toEqual({ reference: "", subject: "Places" });
});
