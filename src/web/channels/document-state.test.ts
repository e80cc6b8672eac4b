import { expect, test } from "vitest";
import type { DocumentDetail } from "../../api/index.ts";
import type { DocumentRead } from "./data.ts";
import { fateOf, stepsFor } from "./document-state.ts";

const label = { policy: "MA-IL", classification: "restricted", releasableTo: ["IL", "MA"] };
const sent: DocumentRead = { digest: "d", mediaType: "text/plain", size: 1, label, by: "MA", act: "a" };
const all = ["lower", "recall", "correct", "attestDestruction", "refuseDestruction"];

const held: DocumentDetail = {
  document: { entente: "sealed/1", digest: `sha256:${"0".repeat(64)}`, size: 1, mediaType: "text/plain", label },
  author: "MA",
  act: "a",
  state: "held",
  rung: "opened",
};

test("who sent a document lowers, recalls and corrects it; who received it does none of these", () => {
  expect(stepsFor({ document: sent, own: "MA", steps: all })).toEqual(["lower", "recall", "correct"]);
  expect(stepsFor({ document: sent, own: "IL", steps: all })).toEqual([]);
});

test("what was recalled is answered for by who received it, once refused only by its destruction", () => {
  const recalled = { ...sent, recalledAt: 1 };
  expect(stepsFor({ document: recalled, own: "IL", steps: all })).toEqual(["attestDestruction", "refuseDestruction"]);
  expect(stepsFor({ document: recalled, own: "MA", steps: all })).toEqual(["lower", "correct"]);
  const refused = { ...recalled, refusedAt: 2 };
  expect(stepsFor({ document: refused, own: "IL", steps: all })).toEqual(["attestDestruction"]);
  expect(stepsFor({ document: refused, own: "MA", steps: all })).toContain("recall");
});

test("of what is destroyed nothing more can be done, and no step is offered that the dossier does not allow", () => {
  expect(stepsFor({ document: { ...sent, destroyedAt: 3 }, own: "MA", steps: all })).toEqual([]);
  expect(stepsFor({ document: sent, own: "MA", steps: ["recall"] })).toEqual(["recall"]);
});

test("the last word on a document is shown: erased before destroyed before refused before recalled", () => {
  expect(fateOf({ ...sent, recalledAt: 1 }, held)).toBe("recalled");
  expect(fateOf({ ...sent, recalledAt: 1, refusedAt: 2 }, held)).toBe("refused");
  expect(fateOf({ ...sent, recalledAt: 1, destroyedAt: 3 }, held)).toBe("destroyed");
  expect(fateOf({ ...sent, destroyedAt: 3 }, { ...held, state: "erased" })).toBe("erased");
  expect(fateOf(sent, held)).toBeUndefined();
});
