// The feature `procurement`, as the frame knows it. Cases are listed with the other dossiers; here is one case's page.

import type { Feature } from "../feature.ts";

export const procurement: Feature = {
  name: "procurement",
  pages: [{ path: "procurement/$dossier", load: () => import("./case-page.tsx") }],
};
