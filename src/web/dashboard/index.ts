// The feature `dashboard`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const dashboard: Feature = {
  name: "dashboard",
  pages: [{ path: "", load: () => import("./dashboard-page.tsx") }],
};
