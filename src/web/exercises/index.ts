// The feature `exercises`, as the frame knows it: the exercises, one exercise, and its main events list.

import type { Feature } from "../feature.ts";

export const exercises: Feature = {
  name: "exercises",
  pages: [
    { path: "exercises", load: () => import("./exercises-page.tsx") },
    { path: "exercises/$dossier", load: () => import("./exercise-page.tsx") },
    { path: "injects/$dossier", load: () => import("./injects-page.tsx") },
  ],
};
