// The accord's text by clicking, on both sides, from the point that Israel raises on it: settled by a second version in
// four languages, frozen and initialled.

import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../test/browser/pages.ts";
import { Clicking } from "./clicking.ts";
import { negotiation } from "./scenes/negotiation.ts";

const first = "accord.point";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: first });
}, 240_000);
afterAll(() => theatre?.close());

test("a point is raised and settled, and the text is frozen and initialled by both sides on their pages", async () => {
  const clicking = new Clicking(theatre);
  const from = negotiation.steps.findIndex((step) => step.kind === "act" && step.key === first);
  expect(await clicking.play({ steps: negotiation.steps.slice(from) })).toBe(10);
  expect(await Promise.all([clicking.state("MA", "accord"), clicking.state("IL", "accord")])).toEqual([
    "initialled",
    "initialled",
  ]);
  await clicking.close();
}, 600_000);
