import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isActId } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { formatCursor, parseCursor } from "./cursor.ts";
import { indexOfKey, leafKey, registerOfKey, tileKey } from "./keys.ts";
import { actId, bytes, idBytes, integer, text } from "./row.ts";

test("an id is the same after its sixteen bytes", () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), (id) => {
      if (!isActId(id)) throw new TypeError(id);
      expect(idBytes(id).length).toBe(16);
      expect(idBytes(id).toHex()).toBe(id.replaceAll("-", ""));
      expect(actId({ id: idBytes(id) }, "id")).toBe(id);
    }),
  );
});

test("a column of another type than the schema's is a fault", () => {
  const row = { n: 1, t: "t", b: new Uint8Array(16), nothing: null };
  for (const read of [
    () => text(row, "n"),
    () => integer(row, "t"),
    () => bytes(row, "nothing"),
    () => actId(row, "b"),
  ]) {
    expect(read).toThrow(expect.objectContaining({ code: "store.damaged" }));
  }
});

test("a leaf's key gives its register and index again, and no two places share one", () => {
  const register = fc.integer({ min: 1, max: 8191 });
  const index = fc.integer({ min: 0, max: 2 ** 40 - 1 });
  fc.assert(
    fc.property(register, index, (no, at) => {
      const key = leafKey(no, at);
      expect(Number.isSafeInteger(key)).toBe(true);
      expect([registerOfKey(key), indexOfKey(key)]).toEqual([no, at]);
    }),
  );
});

test("tiles of different places have different keys, and impossible places have none", () => {
  const keys = [0, 1, 7].flatMap((level) =>
    [0, 1, 2 ** 32 - 1].flatMap((index) => [1, 2].map((no) => tileKey(no, { level, index }))),
  );
  expect(new Set(keys).size).toBe(18);
  expect(keys.every((key) => Number.isSafeInteger(key))).toBe(true);
  for (const [level, index] of [
    [-1, 0],
    [8, 0],
    [0, -1],
    [0, 2 ** 32],
  ] as const) {
    expect(tileKey(1, { level, index })).toBeUndefined();
  }
});

test("a cursor is the same after its text, and a cursor changed by one character is refused or another place", () => {
  const position = fc.record({
    open: fc.constantFrom(0, 1),
    urgency: fc.maxSafeInteger().map((n) => n || 0),
    openedAt: fc.maxSafeInteger().map((n) => n || 0),
    id: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  });
  fc.assert(
    fc.property(position, fc.nat(), (at, n) => {
      const cursor = formatCursor(at);
      expect(parseCursor(cursor)).toEqual(at);
      const place = n % cursor.length;
      const changed = parseCursor(`${cursor.slice(0, place)}~${cursor.slice(place + 1)}`);
      expect(isRefusal(changed) && changed.code).toBe("store.badCursor");
    }),
  );
});
