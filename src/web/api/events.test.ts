import { expect, test } from "vitest";
import { touches } from "./events.ts";
import { keyOf } from "./queries.ts";

const accord = "00112233445566778899aabbccddeeff";
const news = {
  accord,
  types: new Set(["act"] as const),
  dossiers: new Set(["one"]),
  procedures: new Set(["visit"]),
};
const asked = (name: Parameters<typeof keyOf>[0], params: Record<string, string> = {}) => ({
  queryKey: keyOf(name, { params: { accord, ...params } }),
});

test("an act makes the lists and its own dossier stale, and no other dossier", () => {
  expect(touches(asked("dossiers"), news)).toBe(true);
  expect(touches(asked("overview"), news)).toBe(true);
  expect(touches(asked("dossier", { dossier: "one" }), news)).toBe(true);
  expect(touches(asked("dossier", { dossier: "two" }), news)).toBe(false);
});

test("what a procedure declares is asked once, and the directory again only when a designation is made", () => {
  expect(touches(asked("procedures"), news)).toBe(false);
  expect(touches(asked("directory"), news)).toBe(false);
  expect(touches(asked("directory"), { ...news, procedures: new Set(["designation"]) })).toBe(true);
});

test("an event of one accord leaves the answers of another as they are", () => {
  expect(touches(asked("dossiers"), { ...news, accord: "ffeeddccbbaa99887766554433221100" })).toBe(false);
});

test("the state of the link alone makes only the answers stale that tell it", () => {
  const link = { ...news, types: new Set(["link"] as const), dossiers: new Set<string>() };
  expect(touches(asked("link"), link)).toBe(true);
  expect(touches(asked("dossiers"), link)).toBe(false);
});

test("a clock that is set makes everything stale that was told by it, the node's own clock included", () => {
  const clock = { ...news, types: new Set(["clock"] as const), dossiers: new Set<string>() };
  expect(touches({ queryKey: keyOf("node") }, clock)).toBe(true);
  expect(touches(asked("dossier", { dossier: "two" }), clock)).toBe(true);
  expect(touches({ queryKey: keyOf("session") }, clock)).toBe(false);
});
