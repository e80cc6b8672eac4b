// The feature `programme`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const programme: Feature = {
  name: "programme",
  pages: [
    { path: "programmes", load: () => import("./programmes-page.tsx") },
    { path: "programmes/$dossier", load: () => import("./programme-page.tsx") },
  ],
};
