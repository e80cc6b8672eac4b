// The feature `proof`, as the frame knows it: checking a proof file that came from anywhere. The same check is made by
// a page of its own without a node, standalone.tsx.

import type { Feature } from "../feature.ts";

export const proof: Feature = {
  name: "proof",
  pages: [{ path: "proof", load: () => import("./proof-page.tsx") }],
};
