// The feature `plans`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const plans: Feature = {
  name: "plans",
  pages: [
    { path: "plans", load: () => import("./plans-page.tsx") },
    { path: "plans/$dossier", load: () => import("./plan-page.tsx") },
  ],
};
