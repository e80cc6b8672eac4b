// The feature `statistics`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const statistics: Feature = {
  name: "statistics",
  pages: [{ path: "statistics", load: () => import("./statistics-page.tsx") }],
};
