// The feature `administration`, as the frame knows it: how a side keeps its own house.

import type { Feature } from "../feature.ts";

export const administration: Feature = {
  name: "administration",
  pages: [{ path: "administration", load: () => import("./administration-page.tsx") }],
};
