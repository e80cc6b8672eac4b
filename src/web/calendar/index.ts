// The feature `calendar`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const calendar: Feature = {
  name: "calendar",
  pages: [{ path: "calendar", load: () => import("./calendar-page.tsx") }],
};
