// The feature `communiques`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const communiques: Feature = {
  name: "communiques",
  pages: [
    { path: "communiques", load: () => import("./communiques-page.tsx") },
    { path: "communiques/$dossier", load: () => import("./communique-page.tsx") },
  ],
};
