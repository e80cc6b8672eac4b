// Steps whose whole body follows from what the page shows: agreeing to the version before one's eyes, taking note of
// the latest move. Everything else has its form on the dossier's own page.

import { clashesOf } from "../../procedures/index.ts";
import { latestVersion, type ProgrammeShown } from "./programme-data.ts";

/** In the order in which they are offered. */
export const quickSteps = ["submitProgramme", "agreeProgramme", "freeze", "acceptChange", "takeNote"] as const;
export type QuickStep = (typeof quickSteps)[number];

/** The body of a step; undefined where there is nothing yet to make it about. */
export function quickBody(step: QuickStep, data: ProgrammeShown): Readonly<Record<string, unknown>> | undefined {
  const version = latestVersion(data)?.digest;
  switch (step) {
    case "submitProgramme":
      return version === undefined ? undefined : {};
    case "agreeProgramme":
    case "freeze": {
      const acknowledged = clashesOf(data.engagements).map(({ from, to }) => ({ from, to }));
      if (version === undefined) return undefined;
      return acknowledged.length > 0 ? { version, acknowledged } : { version };
    }
    case "acceptChange":
      return data.pending && { version: data.pending.digest };
    case "takeNote":
      return data.moves.count > data.moves.noted ? { upTo: data.moves.count } : undefined;
  }
}
