// The feature `directory`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const directory: Feature = {
  name: "directory",
  pages: [{ path: "directory", load: () => import("./directory-page.tsx") }],
};
