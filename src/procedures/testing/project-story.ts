// A project on its usual way with the example bodies, for tests that begin somewhere along it. Morocco proposes.

import { type ProjectData, projectExamples, projectProcedure } from "../project/index.ts";
import { ExampleWalk } from "./example-walk.ts";

export type ProjectWalk = ExampleWalk<ProjectData>;
type Moves = readonly `${"MA" | "IL"} ${string}`[];

const byBoth = (...steps: readonly string[]): Moves => steps.flatMap((step) => [`MA ${step}`, `IL ${step}`] as const);

/** The steps of the way, up to and with each place along it. */
const way = {
  idea: ["MA propose"],
  intent: byBoth("signIntent"),
  tabled: ["MA tableArrangement"],
  reviewed: byBoth("reviewLaw", "reviewSecurity", "reviewExport"),
  signed: byBoth("signArrangement"),
  running: byBoth("appoint", "kickOff"),
  accepted: ["MA deliver", "IL acceptDeliverable"],
  transition: byBoth("passGate"),
  closing: byBoth("completeTransition"),
} as const satisfies Readonly<Record<string, Moves>>;

export type Place = keyof typeof way;

export function projectAt(place: Place): ProjectWalk {
  const walk = new ExampleWalk<ProjectData>(projectProcedure, {
    examples: projectExamples,
  });
  for (const [name, moves] of Object.entries(way)) {
    walk.go(...moves);
    if (name === place) break;
  }
  return walk;
}
