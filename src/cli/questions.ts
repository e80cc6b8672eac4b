// Questions at a terminal, one line an answer. Lines that come before they are asked for, from a paste or a script,
// wait for their question.

import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

export interface Questions {
  /** The answer, or undefined when the input has ended, by its end or by the person. */
  ask(question: string): Promise<string | undefined>;
}

export function questionsOn(streams: { readonly input: Readable; readonly output: Writable }): Questions {
  const lines = createInterface(streams);
  const waiting: string[] = [];
  let answer: ((line: string | undefined) => void) | undefined;
  let ended = false;
  lines.on("line", (line) => {
    const asked = answer;
    answer = undefined;
    if (asked) asked(line);
    else waiting.push(line);
  });
  lines.on("close", () => {
    ended = true;
    answer?.(undefined);
  });
  return {
    ask(question) {
      const line = waiting.shift();
      if (line !== undefined || ended) return Promise.resolve(line);
      lines.setPrompt(question);
      lines.prompt();
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  };
}
