// What a command is: its name, what it takes, examples, and where its work is. The tables are data and load nothing, so
// that `entente verify` starts without a node in memory; the work is loaded when it is called for.

import { type Refusal, refuse, type z } from "../base/index.ts";
import type { Terminal } from "./terminal.ts";

/** What a command was called with. `options` and `args` are text as typed: each command parses its own. */
export interface Call {
  readonly terminal: Terminal;
  readonly args: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly globals: Globals;
}

export interface Globals {
  /** The folder of the side. */
  readonly home: string;
  readonly json: boolean;
  /** The officer whose token is shown to the node. */
  readonly as: string;
  readonly url: string | undefined;
}

/** What a command found out: `found` when it did its work and what it found is not as it should be. */
export interface Report {
  readonly kind: "done" | "found";
  readonly lines: readonly string[];
  /** The same for a program: one object. */
  readonly json: Readonly<Record<string, unknown>>;
}

export type Outcome = Report | Refusal;

export interface OptionSpec {
  /** As commander writes them: `--name <lang=text>`. */
  readonly flags: string;
  readonly help: string;
  readonly required?: true;
  /** May stand several times. */
  readonly many?: true;
}

export interface CommandSpec {
  /** The words after `entente`: one, or one behind the words of its groups. */
  readonly name: string;
  readonly summary: string;
  /** More, for --help. */
  readonly notes?: string;
  readonly args?: readonly { readonly name: string; readonly help: string }[];
  readonly options?: readonly OptionSpec[];
  /** Lines that can be typed as they stand. */
  readonly examples: readonly string[];
  /** Loads the command's work. */
  load(): Promise<(call: Call) => Promise<Outcome>>;
}

export function done(lines: readonly string[], json: Report["json"]): Report {
  return { kind: "done", lines, json };
}

/**
 * The options and arguments of a call by the command's own schema; the first that is wrong is refused as `cli.usage`.
 */
export function readCall<Schema extends z.ZodType>(schema: Schema, call: Call): z.output<Schema> | Refusal {
  const parsed = schema.safeParse({ ...call.options, ...call.args });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? "");
  const option = Object.hasOwn(call.args, name) ? `<${name}>` : `--${dashed(name)}`;
  return refuse("cli.usage", { option, problem: issue?.message ?? "not of the form" });
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
