// The feature `link`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const link: Feature = {
  name: "link",
  pages: [{ path: "link", load: () => import("./link-page.tsx") }],
};
