// The letters of the story by clicking, on both sides: proposed, tabled in four languages, frozen, initialled article
// by article, full powers, originals, arranged and signed, which puts them in force.

import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../test/browser/pages.ts";
import { Clicking } from "./clicking.ts";
import { letters } from "./scenes/letters.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "letters" });
}, 240_000);
afterAll(() => theatre?.close());

test("an instrument is negotiated, initialled and signed by both sides on their pages", async () => {
  const clicking = new Clicking(theatre);
  expect(await clicking.play(letters)).toBe(letters.steps.length);
  expect(await Promise.all([clicking.state("MA", "letters"), clicking.state("IL", "letters")])).toEqual([
    "inForce",
    "inForce",
  ]);
  await clicking.close();
}, 600_000);
