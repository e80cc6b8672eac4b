// Support for the command line's tests: a terminal in memory, the command as a function, and two sides made and served
// by the commands themselves in a temporary folder.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "../base/index.ts";
import { freePort } from "../node/testing.ts";
import { runEntente } from "./run.ts";
import type { Terminal } from "./terminal.ts";

export interface Run {
  readonly exit: number;
  readonly out: readonly string[];
  /** The error output in one text. */
  readonly err: string;
  /** The output as the one JSON object it is. */
  json(): Record<string, unknown>;
}

export interface TestTerminal extends Terminal {
  readonly lines: string[];
  readonly errors: string[];
  /** Asks the command to end, as a signal would. */
  stop(): void;
}

export interface Seat {
  /** The folder in which the command is started. */
  readonly folder?: string;
  /** What a person answers, in order; with it the terminal is interactive. */
  readonly answers?: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function testTerminal(seat: Seat = {}): TestTerminal {
  const lines: string[] = [];
  const errors: string[] = [];
  const answers = [...(seat.answers ?? [])];
  let stop: () => void = () => undefined;
  const stopped = new Promise<string>((ending) => {
    stop = () => ending("SIGTERM");
  });
  return {
    lines,
    errors,
    stop: () => stop(),
    env: seat.env ?? {},
    interactive: seat.answers !== undefined,
    path: (name) => resolve(seat.folder ?? tmpdir(), name),
    out: (line) => void lines.push(line),
    write: (text) => void lines.push(text),
    err: (line) => void errors.push(line),
    ask: async (question) => {
      errors.push(question);
      return answers.shift();
    },
    input: async () => seat.input ?? "",
    stopped: () => stopped,
    now: () => Date.now(),
  };
}

export async function entente(words: readonly string[], seat: Seat = {}): Promise<Run> {
  const terminal = testTerminal(seat);
  const exit = await runEntente(words, terminal);
  const { lines: out, errors } = terminal;
  return { exit, out, err: errors.join("\n"), json: () => object.parse(JSON.parse(out.join("\n"))) };
}

const object = z.record(z.string(), z.unknown());

/** A command that must succeed; fails with what it said. Gives its JSON. */
export async function must(words: readonly string[], seat: Seat = {}): Promise<Record<string, unknown>> {
  const run = await entente([...words, "--json"], seat);
  if (run.exit !== 0) throw new Error(`entente ${words.join(" ")}: ${run.out.join("\n")} ${run.err}`);
  return run.json();
}

/** The code a command was refused with; fails when it was not. */
export async function refusedAs(words: readonly string[], seat: Seat = {}): Promise<string> {
  const run = await entente([...words, "--json"], seat);
  const read = z.object({ refused: z.object({ code: z.string() }) }).safeParse(run.json());
  if (!read.success) throw new Error(`entente ${words.join(" ")} was not refused: ${run.out.join("\n")}`);
  return read.data.refused.code;
}

export interface Served {
  /** Everything the command said so far. */
  readonly terminal: TestTerminal;
  stop(): Promise<number>;
}

export interface TwoSides {
  readonly folder: string;
  readonly accord: string;
  /** The words that name a side's home. */
  readonly ma: readonly string[];
  readonly il: readonly string[];
  file(name: string): string;
  write(name: string, value: unknown): string;
  read(name: string): string;
  serve(side: "ma" | "il"): Promise<Served>;
  close(): Promise<void>;
}

/** MA and IL, each made by `init`, with an accord founded by MA and joined by IL. */
export async function twoSides(): Promise<TwoSides> {
  const folder = mkdtempSync(join(tmpdir(), "entente-cli-"));
  const file = (name: string): string => join(folder, name);
  const served = new Set<Served>();
  const init = async (side: { home: string; party: string; name: string; zone: string; weekend: string }) => {
    const port = await freePort();
    const where = ["--address", `http://127.0.0.1:${port}`, "--listen", `127.0.0.1:${port}`];
    const who = ["--party", side.party, "--name", side.name, "--zone", side.zone, "--weekend", side.weekend];
    await must(["init", "--home", file(side.home), ...who, ...where]);
  };
  await init({ home: "ma", party: "MA", name: "en=Morocco", zone: "Africa/Casablanca", weekend: "6,7" });
  await init({ home: "il", party: "IL", name: "en=Israel", zone: "Asia/Jerusalem", weekend: "5,6" });
  const card = ["--card", file("il/card.json"), "--first", "MA", "--name", "en=Test accord"];
  const joined = await must(["join", "--home", file("ma"), ...card]);
  await must(["join", "--home", file("il"), "--founding", file("ma/founding.json")]);
  return {
    folder,
    accord: String(joined.accord),
    ma: ["--home", file("ma")],
    il: ["--home", file("il")],
    file,
    write(name, value) {
      writeFileSync(file(name), typeof value === "string" ? value : JSON.stringify(value));
      return file(name);
    },
    read: (name) => readFileSync(file(name), "utf8"),
    async serve(side) {
      const one = await serveHome(file(side));
      served.add(one);
      return one;
    },
    async close() {
      for (const one of served) await one.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serveHome(home: string): Promise<Served> {
  const terminal = testTerminal();
  const running = runEntente(["serve", "--home", home], terminal);
  await until(() => terminal.lines.length > 0, `a node in ${home}: ${terminal.errors.join("\n")}`);
  return {
    terminal,
    stop() {
      terminal.stop();
      return running;
    },
  };
}

/** Waits until the condition holds; fails after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Never happened: ${what}`);
    await new Promise((again) => setTimeout(again, 10));
  }
}
