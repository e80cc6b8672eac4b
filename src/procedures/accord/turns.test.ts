// Whose turn it is where each side makes a step once: a side that has made its part is not waited for, and may still
// make it again.

import { expect, test } from "vitest";
import { israel, morocco } from "../testing/walk.ts";
import { type AccordWalk, accordUpTo, both, must, usualTime } from "./testing/story.ts";

/** The steps each side is waited for, at the end of the walk. */
function waited(walk: AccordWalk): { turn: readonly string[]; MA: string[]; IL: string[] } {
  const { turn, actions } = walk.viewAt(usualTime);
  const of = (side: string): string[] =>
    actions.filter((action) => action.expected && action.side === side).map((action) => action.step);
  return { turn, MA: of(morocco).sort(), IL: of(israel).sort() };
}

test("before the signature each side is waited for until it has given its own part of each", () => {
  const walk = accordUpTo("initialled");
  const all = ["arrangeSignature", "confirmOriginal", "issueFullPowers"];
  expect(waited(walk)).toEqual({ turn: [morocco, israel], MA: all, IL: all });
  must(walk, "issueFullPowers");
  must(walk, "confirmOriginal");
  expect(waited(walk)).toEqual({ turn: [morocco, israel], MA: ["arrangeSignature"], IL: all });
  both(walk, "arrangeSignature");
  expect(waited(walk)).toEqual({ turn: [israel], MA: [], IL: ["confirmOriginal", "issueFullPowers"] });
  must(walk, "issueFullPowers", { side: israel });
  must(walk, "confirmOriginal", { side: israel });
  expect(waited(walk)).toEqual({ turn: [morocco, israel], MA: ["sign"], IL: ["sign"] });
});

test("full powers given once may be given anew: nobody is waited for to do it", () => {
  const walk = accordUpTo("initialled");
  must(walk, "issueFullPowers");
  const { actions } = walk.viewAt(usualTime);
  const again = actions.filter(({ step, side }) => step === "issueFullPowers" && side === morocco);
  expect(again).toMatchObject([{ expected: false, grave: true }]);
  must(walk, "issueFullPowers");
});

test("a side that has notified is waited for only to register the other's note, once that has come", () => {
  const walk = accordUpTo("signed");
  expect(waited(walk)).toMatchObject({ MA: ["exchangeFolders", "notifyCompletion"] });
  must(walk, "notifyCompletion");
  expect(waited(walk)).toEqual({ turn: [israel], MA: [], IL: ["notifyCompletion", "receiveNote"] });
  must(walk, "receiveNote", { side: israel });
  expect(waited(walk)).toEqual({ turn: [israel], MA: [], IL: ["notifyCompletion"] });
  must(walk, "notifyCompletion", { side: israel });
  expect(waited(walk)).toEqual({ turn: [morocco], MA: ["receiveNote"], IL: [] });
});

test("where the signature itself brings it into force nobody waits for a note", () => {
  const zone = "Africa/Casablanca";
  const walk = accordUpTo("signed", { annex: { entryIntoForce: { rule: { kind: "onSignature" }, zone } } });
  expect(waited(walk)).toMatchObject({ MA: ["exchangeFolders"], IL: ["exchangeFolders"] });
});
