import fc from "fast-check";
import { expect, test } from "vitest";
import { isPartyCode, isZoneName } from "../acts/index.ts";
import { formatCursor, parseCursor } from "./cursor.ts";
import { parseTileName, tileLevel } from "./tile.ts";
import { isoInstant, localTimesOf } from "./times.ts";

/** As C2SP tlog-tiles writes an index, independently of the parser. */
function written(index: number, width: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
  return width === 256 ? path : `${path}.p/${width}`;
}

test("every tile has one name, and reading it gives the tile", () => {
  expect(parseTileName("x001/x234/067")).toEqual({ index: 1_234_067, width: 256 });
  expect(parseTileName("000.p/8")).toEqual({ index: 0, width: 8 });
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (index, width) => {
      expect(parseTileName(written(index, width))).toEqual({ index, width });
    }),
  );
});

test.each(["", "1", "01", "0000", "x000/001", "x001", "001.p/0", "001.p/256", "001.p/08", "001/", "001.p/", "../001"])(
  "%s is no tile's name",
  (text) => expect(parseTileName(text)).toBeUndefined(),
);

test("a level is a number from 0 to 63 in its shortest form", () => {
  for (const level of [0, 1, 9, 10, 20, 59, 60, 63]) expect(tileLevel.parse(String(level))).toBe(level);
  for (const text of ["64", "100", "00", "01", "-1", "a"]) expect(tileLevel.safeParse(text).success).toBe(false);
});

test("a cursor comes back as it was, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (first, second) => {
      expect(parseCursor(formatCursor({ sizes: [first, second] }))).toEqual({ sizes: [first, second] });
    }),
  );
  for (const text of ["", "1", "1:2:3", "01:2", "1: 2", "-1:2", "9999999999999999:1"]) {
    expect(parseCursor(text), text).toBeUndefined();
  }
});

test("an instant is told on both sides' clocks, by the zone's rules of that day", () => {
  const party = (text: string) => (isPartyCode(text) ? text : expect.fail());
  const zone = (text: string) => (isZoneName(text) ? text : expect.fail());
  const zones = [
    { party: party("MA"), zone: zone("Africa/Casablanca") },
    { party: party("IL"), zone: zone("Asia/Jerusalem") },
  ];
  expect(localTimesOf(Date.parse("2021-11-24T14:30:00Z"), zones)).toEqual({
    MA: "2021-11-24T15:30+01:00[Africa/Casablanca]",
    IL: "2021-11-24T16:30+02:00[Asia/Jerusalem]",
  });
  // In Ramadan Morocco is on UTC.
  expect(localTimesOf(Date.parse("2022-04-12T12:00:00Z"), zones).MA).toBe("2022-04-12T12:00+00:00[Africa/Casablanca]");
  expect(isoInstant(Date.parse("2021-11-24T14:30:00Z"))).toBe("2021-11-24T14:30:00Z");
  expect(isoInstant(Date.parse("2021-11-24T14:30:00.250Z"))).toBe("2021-11-24T14:30:00.250Z");
});
