// The feature `committee`, as the frame knows it. Sessions are listed with the other dossiers; here is one session's
// page.

import type { Feature } from "../feature.ts";

export const committee: Feature = {
  name: "committee",
  pages: [{ path: "committee/$dossier", load: () => import("./session-page.tsx") }],
};
