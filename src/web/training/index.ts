// The feature `training`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const training: Feature = {
  name: "training",
  pages: [
    { path: "training", load: () => import("./training-page.tsx") },
    { path: "training/$dossier", load: () => import("./course-page.tsx") },
  ],
};
