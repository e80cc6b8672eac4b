// What a terminal is shown: a report's lines or its one JSON object, and a refusal as its code, what failed, what was
// expected and what to do.

import { type Refusal, wordsOf } from "../base/index.ts";
import type { Outcome } from "./command.ts";
import type { Terminal } from "./terminal.ts";

/** How the command ended, for the program that started it. */
export const exits = { done: 0, refused: 1, usage: 2, fault: 70 } as const;

export type Exit = (typeof exits)[keyof typeof exits];

export function exitOf(outcome: Outcome): Exit {
  if (outcome.kind === "done") return exits.done;
  return outcome.kind === "refused" && outcome.code === "cli.usage" ? exits.usage : exits.refused;
}

export function print(terminal: Terminal, shown: { readonly outcome: Outcome; readonly json: boolean }): void {
  const { outcome, json } = shown;
  if (outcome.kind !== "refused") {
    if (json) terminal.out(JSON.stringify(outcome.json));
    else for (const line of outcome.lines) terminal.out(line);
  } else if (json) terminal.out(JSON.stringify({ refused: refusedJson(outcome) }));
  else for (const line of refusedLines(outcome)) terminal.err(line);
}

function refusedJson(refusal: Refusal): Record<string, unknown> {
  return { code: refusal.code, ...wordsOf(refusal), details: refusal.details };
}

export function refusedLines(refusal: Refusal): readonly string[] {
  const { failed, expected, todo } = wordsOf(refusal);
  return [`Refused (${refusal.code}): ${failed}`, `  Expected: ${expected}`, `  To do: ${todo}`];
}
