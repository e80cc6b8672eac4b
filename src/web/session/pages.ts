// The feature's pages: an officer's passkeys.

import type { Feature } from "../feature.ts";

export const session: Feature = {
  name: "session",
  pages: [{ path: "session", load: () => import("./passkeys-page.tsx") }],
};
