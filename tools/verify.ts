// Everything that is promised about this repository, checked in order: `npm run verify`; with --with-demo (`npm test`)
// the demonstration runs too. Each step is a program of its own, so what passes here passes by hand. A step whose
// program is missing fails: nothing is skipped.

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { repositoryRoot } from "./tree.ts";

interface Step {
  readonly name: string;
  /** A program of node_modules/.bin and its arguments. */
  readonly run: readonly [program: string, ...args: string[]];
  /** What of a passing step's output its line repeats: how much was checked. */
  readonly tells?: RegExp;
}

export const steps: readonly Step[] = [
  { name: "format and lint", run: ["biome", "ci", "."], tells: /Checked \d+ files/ },
  { name: "types", run: ["tsc", "-p", "tsconfig.json"] },
  { name: "types of the web", run: ["tsc", "-p", "tsconfig.web.json"] },
  { name: "types of the pure rooms", run: ["tsc", "-p", "tsconfig.pure.json"] },
  { name: "floors", run: ["node", "tools/check-floors.ts"], tells: /\d+ files read/ },
  { name: "tidy", run: ["node", "tools/tidy.ts"], tells: /\d+ files read/ },
  { name: "documents up to date", run: ["node", "tools/write-docs.ts", "--check"], tells: /\d+ documents/ },
  { name: "tests", run: ["vitest", "run", "--reporter=default"], tells: /Tests +.*\(\d+\)/ },
  { name: "simulation", run: ["node", "sim/main.ts", "--seeds", "25"] },
];

export const demoStep: Step = { name: "demonstration", run: ["node", "examples/rabat-2021/demo.ts", "--check"] };

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: string;
}

/** Runs one step to its end. A program that cannot be started is a failed step. */
export function runStep(step: Step): Promise<Outcome> {
  const [program, ...args] = step.run;
  const bin = join(repositoryRoot, "node_modules", ".bin");
  const started = performance.now();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const child = spawn(program, args, {
    cwd: repositoryRoot,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`, NO_COLOR: "1" },
  });
  const chunks: Buffer[] = [];
  const end = (passed: boolean, last = ""): void => {
    const output = stripVTControlCharacters(Buffer.concat(chunks).toString("utf8") + last).trimEnd();
    resolve({ passed, output, seconds: ((performance.now() - started) / 1000).toFixed(1) });
  };
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.on("error", (error) => end(false, `${program} could not be started: ${error.message}`));
  child.on("close", (code) => end(code === 0));
  return promise;
}

/** Runs the steps in order, tells each by a line, and gives the names of those that failed. */
export async function verify(wanted: readonly Step[], say: (line: string) => void): Promise<string[]> {
  const failed: string[] = [];
  for (const step of wanted) {
    const outcome = await runStep(step);
    const told = step.tells?.exec(outcome.output)?.[0].replace(/\s+/g, " ");
    const result = outcome.passed ? (told ?? "") : "FAILED";
    say(`${outcome.seconds.padStart(7)} s  ${step.name.padEnd(24)} ${result}`.trimEnd());
    if (outcome.passed) continue;
    failed.push(step.name);
    say(`\n$ ${step.run.join(" ")}\n${outcome.output}\n`);
  }
  return failed;
}

async function main(): Promise<void> {
  const unknown = process.argv.slice(2).filter((arg) => arg !== "--with-demo");
  if (unknown.length > 0) {
    console.error(`verify knows --with-demo, not ${unknown.join(" ")}.`);
    process.exitCode = 2;
    return;
  }
  const wanted = process.argv.includes("--with-demo") ? [...steps, demoStep] : steps;
  console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`);
  const failed = await verify(wanted, (line) => console.log(line));
  if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}.`);
  console.log(`${wanted.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
