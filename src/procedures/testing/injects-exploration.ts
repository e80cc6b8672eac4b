// How a main events list is explored: everything that can be done in one, and a short list that is played to its end,
// stopped in the middle with injects on their way. One exploration of all would write lists for ever.

import type { JsonObject } from "../../acts/index.ts";
import { type InjectsData, injectsExamples, injectsProcedure } from "../injects/index.ts";
import type { ExampleContext, Examples, Exploring } from "./exploration.ts";
import { termsWith } from "./walk.ts";

type Planned = Omit<Exploring<InjectsData>, "opener">;

const sideways: ReadonlySet<string> = new Set(["drop", "return", "skip", "thaw", "withdraw", "repeat", "hold"]);

const common = (start: string) => ({ procedure: injectsProcedure, terms: termsWith(), start });

export function injectsWritten(start: string): Planned {
  return { ...common(start), examples: injectsExamples };
}

/** One inject of each side, released, answered and closed; the play is stopped at most once. */
export function injectsPlayed(start: string): Planned {
  const once: Readonly<Record<string, (context: ExampleContext<InjectsData>) => boolean>> = {
    write: ({ data, side }) => Object.values(data.injects).some((one) => one.by === side),
    stop: ({ data }) => data.stops.length > 0,
  };
  const examples: Examples<InjectsData> = Object.fromEntries(
    Object.entries(injectsExamples)
      .filter(([name]) => !sideways.has(name))
      .map(([name, example]) => [
        name,
        (context: ExampleContext<InjectsData>): JsonObject => (once[name]?.(context) ? {} : example(context)),
      ]),
  );
  return { ...common(start), examples, crosses: false };
}
