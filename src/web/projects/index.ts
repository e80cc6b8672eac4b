// The feature `projects`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const projects: Feature = {
  name: "projects",
  pages: [{ path: "projects/$dossier", load: () => import("./project-page.tsx") }],
};
