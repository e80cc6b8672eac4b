// What a command sees of the world it was started in: the folder, the environment, the person at the keyboard, and
// where to write. The process's own is made here; tests give another.

import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { type Questions, questionsOn } from "./questions.ts";

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person is there to be asked. */
  readonly interactive: boolean;
  /** A file's name as given, from the folder the command was started in. */
  path(name: string): string;
  /** Answers go here: a line, without its end. */
  out(line: string): void;
  /** The same, to the byte: for what is checked to the byte later. */
  write(text: string): void;
  /** Everything that is not the answer: progress, logs, refusals. */
  err(line: string): void;
  /** The answer to a question, or undefined when there is no more input. */
  ask(question: string): Promise<string | undefined>;
  /** The whole of the standard input. */
  input(): Promise<string>;
  /** Resolves when the command is asked to end, with why. Until it is asked for, a signal ends the process at once. */
  stopped(): Promise<string>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  let questions: Questions | undefined;
  return {
    env: process.env,
    interactive: process.stdin.isTTY === true,
    path: (name) => resolve(process.cwd(), name),
    out: (line) => void process.stdout.write(`${line}\n`),
    write: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`${line}\n`),
    ask(question) {
      questions ??= questionsOn({ input: process.stdin, output: process.stderr });
      return questions.ask(question);
    },
    input: () => text(process.stdin),
    stopped: () =>
      new Promise((ending) => {
        // Not once: the launcher passes on a Ctrl-C that the terminal has given to both.
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ending(signal));
      }),
    now: () => Date.now(),
  };
}
