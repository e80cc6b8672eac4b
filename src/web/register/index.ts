// The feature `register`, as the frame knows it.

import type { Feature } from "../feature.ts";

export const register: Feature = {
  name: "register",
  pages: [{ path: "register", load: () => import("./register-page.tsx") }],
};
