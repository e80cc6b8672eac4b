// The visit and its programme by clicking, on both sides: the invitation, the request for visit on its own pages with
// each site decided, the programme with its clash refused and resolved, agreed and frozen.

import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../test/browser/pages.ts";
import { Clicking } from "./clicking.ts";
import { ways } from "./clicking-ways.ts";
import { invitation } from "./scenes/invitation.ts";
import { programmeScene } from "./scenes/programme.ts";
import { visitScene } from "./scenes/visit.ts";

let theatre: Theatre;
let clicking: Clicking;
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme" });
  clicking = new Clicking(theatre, ways);
}, 240_000);
afterAll(() => theatre?.close());

test("the visit is asked for, endorsed, decided site by site and notified on the pages of both sides", async () => {
  await clicking.play(invitation);
  expect(await clicking.play(visitScene)).toBe(9);
  expect(await Promise.all([clicking.state("MA", "visit"), clicking.state("IL", "visit")])).toEqual([
    "notified",
    "notified",
  ]);
}, 600_000);

test("the programme's clash is refused on its page, resolved as the visitor asks, agreed and frozen", async () => {
  expect(await clicking.play(programmeScene)).toBe(10);
  expect(await Promise.all([clicking.state("MA", "programme"), clicking.state("IL", "programme")])).toEqual([
    "frozen",
    "frozen",
  ]);
  await clicking.close();
}, 600_000);
