// The feature `dossier`, as the frame knows it: every dossier has a page, derived from its procedure's declaration.

import type { Feature } from "../feature.ts";

export const dossier: Feature = {
  name: "dossier",
  pages: [
    { path: "dossiers", load: () => import("./list-page.tsx") },
    { path: "dossiers/$dossier", load: () => import("./dossier-page.tsx") },
    { path: "open", load: () => import("./openings-page.tsx") },
    { path: "open/$procedure", load: () => import("./opening-page.tsx") },
  ],
};
