// The official channels between the services: what goes by them, thread by thread, and what is sealed in it.

import type { Feature } from "../feature.ts";

export const channels: Feature = {
  name: "channels",
  pages: [
    { path: "channels", load: () => import("./channels-page.tsx") },
    { path: "channels/open", load: () => import("./opening-page.tsx") },
    { path: "channels/new/$procedure", load: () => import("./new-page.tsx") },
    { path: "channels/$dossier", load: () => import("./canal-page.tsx") },
  ],
};
