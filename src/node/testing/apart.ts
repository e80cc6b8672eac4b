// Sides served by processes of their own, for tests that kill them or watch their memory.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Apart {
  readonly url: string;
  /** What it wrote to its error output. */
  readonly errors: () => string;
  /** What it wrote to both outputs. */
  readonly output: () => string;
  /** Bytes: resident now, and the most there ever was. */
  memory(): { readonly now: number; readonly most: number };
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL("./serve-process.ts", import.meta.url));

export interface ApartOptions {
  /** The most bytes a file may have, as a disk that is full would have it; a multiple of 512. */
  readonly fileBytesMax?: number;
  /** Where it may put what is temporary. */
  readonly temporary?: string;
}

/** Serves a home in a process of its own; ready when this resolves. */
export async function serveApart(home: string, options: ApartOptions = {}): Promise<Apart> {
  const words = [process.execPath, script, home];
  const { fileBytesMax, temporary } = options;
  const env = temporary === undefined ? process.env : { ...process.env, TMPDIR: temporary };
  const limited = ["sh", "-c", 'ulimit -f "$0" && exec "$@"', String((fileBytesMax ?? 0) / 512)];
  const [program = "", ...rest] = fileBytesMax === undefined ? words : [...limited, ...words];
  const child: ChildProcess = spawn(program, rest, { stdio: ["ignore", "pipe", "pipe"], env });
  let errors = "";
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString("utf8");
    output += chunk.toString("utf8");
  });
  const said = child.stdout && (await Promise.race([once(child.stdout, "data"), once(child, "exit")]));
  const url = String(said?.[0]).trim();
  if (!url.startsWith("http")) throw new Error(`A side did not start: ${errors}`);
  return {
    url,
    errors: () => errors,
    output: () => output,
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) * 1024;
      return { now: of("VmRSS"), most: of("VmHWM") };
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
