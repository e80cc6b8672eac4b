// The feature `accord`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const accord: Feature = {
  name: "accord",
  pages: [{ path: "accord", load: () => import("./accord-page.tsx") }],
};
