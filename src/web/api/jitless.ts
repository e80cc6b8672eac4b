// The schemas read by interpretation here: compiling them would need `eval`, which the content policy refuses. Must run
// before any schema is made, and so stands first in main.tsx.

import { z } from "../../base/index.ts";

z.config({ jitless: true });
