// The feature `visits`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const visits: Feature = {
  name: "visits",
  pages: [
    { path: "visits", load: () => import("./visits-page.tsx") },
    { path: "visits/new", load: () => import("./request-page.tsx") },
    { path: "visits/emergency", load: () => import("./emergency-page.tsx") },
    { path: "visits/$dossier", load: () => import("./visit-page.tsx") },
    { path: "visits/$dossier/request", load: () => import("./rewrite-page.tsx") },
  ],
};
