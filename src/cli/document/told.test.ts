// What became of a document, in words: each is said only when it is so.

import { expect, test } from "vitest";
import type { DocumentDetail } from "../../api/index.ts";
import { sizeText } from "./progress.ts";
import { becameOf, keptOf } from "./told.ts";

const digest = `sha256:${"a".repeat(64)}`;
const label = { policy: "P", classification: "restricted", releasableTo: ["IL", "MA"] };
const detail = (change: Partial<DocumentDetail> = {}): DocumentDetail => ({
  document: { entente: "sealed/1", digest, size: 300, mediaType: "text/plain", label },
  author: "MA",
  act: "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01",
  state: "held",
  rung: "registered",
  ...change,
});
const kept = (change: object) => keptOf({ documents: [{ digest, label, ...change }] }).get(digest);

test.each([
  [{ rung: "sealed" }, {}, "sealed, and named by no act yet; its bytes are here"],
  [{}, {}, "registered; its bytes are here"],
  [{ rung: "heldByBoth", state: "expected" }, {}, "held by both; its bytes have not come"],
  [{ rung: "heldByBoth", state: "partial" }, {}, "held by both; its bytes have come in part"],
  [{ rung: "delivered" }, {}, "held by both, its bytes delivered; its bytes are here"],
  [
    { rung: "opened" },
    { label: { ...label, classification: "open" } },
    "opened by the addressee; lowered to P open; its bytes are here",
  ],
  [{ rung: "opened" }, { recalledAt: 1 }, "opened by the addressee; recalled, to be destroyed; its bytes are here"],
  [{}, { recalledAt: 1, refusedAt: 2 }, "registered; recalled, its destruction refused; its bytes are here"],
  [{}, { supersededBy: "x" }, "registered; replaced by the act x; its bytes are here"],
  [
    { rung: "opened", state: "erased", erasedBy: "y" },
    { recalledAt: 1, destroyedAt: 2 },
    "opened by the addressee; recalled, its destruction attested; erased by the act y",
  ],
] as const)("%j with %j is told as %j", (change, data, words) => {
  expect(becameOf(detail(change), kept(data)).join("; ")).toBe(words);
});

test("data that is no documents' tells nothing, and a size is told for people", () => {
  expect(keptOf({ documents: "none" }).size).toBe(0);
  expect([0, 999, 1_000, 123_456, 41_943_040, 10_737_418_240].map(sizeText)).toEqual([
    "0 bytes",
    "999 bytes",
    "1.0 kB",
    "123 kB",
    "41.9 MB",
    "10.7 GB",
  ]);
});
