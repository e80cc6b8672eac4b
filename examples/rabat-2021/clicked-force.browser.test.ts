// The signature of 24 November and what follows it by clicking, on both sides: the ceremony, the day's gate, the
// closings, the notes and their receipts, the entry into force, and the services designated under the accord.

import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../test/browser/pages.ts";
import { Clicking } from "./clicking.ts";
import { ways } from "./clicking-ways.ts";
import { day } from "./scenes/day.ts";
import { force } from "./scenes/force.ts";
import { signature } from "./scenes/signature.ts";
import { story } from "./story.ts";

let theatre: Theatre;
let clicking: Clicking;
beforeAll(async () => {
  theatre = await openTheatre({ before: "accord.powers.MA" });
  clicking = new Clicking(theatre, ways);
}, 240_000);
afterAll(() => theatre?.close());

test("the accord is signed on two originals, and the day is closed, on the pages of both sides", async () => {
  await clicking.play(signature);
  await clicking.play(day);
  expect(await Promise.all([clicking.state("MA", "accord"), clicking.state("IL", "visit")])).toEqual([
    "awaitingProcedures",
    "closed",
  ]);
}, 600_000);

test("both notes are sent and received, the accord enters into force, and a service is designated", async () => {
  await clicking.play(force);
  expect(await Promise.all([clicking.state("MA", "accord"), clicking.state("IL", "accord")])).toEqual([
    "inForce",
    "inForce",
  ]);
  const designations = story.at(-1)?.steps ?? [];
  expect(
    await clicking.play({ steps: [designations.at(0), designations.at(-1)].filter((one) => one !== undefined) }),
  ).toBe(2);
  await clicking.close();
}, 600_000);
