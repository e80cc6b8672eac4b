// Two real nodes with the story of Rabat told up to an act, as processes of their own: what a page is opened on.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Party = "MA" | "IL";

export interface Stage {
  readonly accord: string;
  readonly urls: Readonly<Record<Party, string>>;
  /** Each side's home folder, with its tokens. */
  readonly homes: Readonly<Record<Party, string>>;
  /** Stands a node still: to the other its line is cut. */
  pause(party: Party): Promise<void>;
  resume(party: Party): Promise<void>;
  /** Ends a node as a power cut would; it comes back from its folder by itself. */
  kill(party: Party): Promise<void>;
  /** Sets both story clocks. */
  clock(instant: string): Promise<void>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL("../../examples/rabat-2021/stage.ts", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

export interface StageOptions {
  /** The key of the act before which the telling stops (examples/rabat-2021/story.ts); absent, all is told. */
  readonly before?: string;
  /** Every free text of the story is hostile (examples/rabat-2021/marked.ts). */
  readonly marked?: boolean;
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const args = [program, ...(options.marked === true ? ["--marked"] : [])];
  const kept = process.env.ENTENTE_KEPT_STAGES;
  if (kept !== undefined) args.push("--kept", kept);
  if (options.before !== undefined) args.push(options.before);
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString("utf8")));
  const answers = new Answers(child, errors);
  const told = parseTold(await answers.next());
  const command = async (line: string): Promise<void> => {
    child.stdin.write(`${line}\n`);
    const answer = await answers.next();
    if (typeof answer === "object" && answer !== null && "failed" in answer) throw new Error(String(answer.failed));
  };
  return {
    ...told,
    pause: (party) => command(`pause ${party}`),
    resume: (party) => command(`resume ${party}`),
    kill: (party) => command(`kill ${party}`),
    clock: (instant) => command(`clock ${instant}`),
    close: () => answers.end(),
  };
}

/** The lines of JSON that the stage's process writes, one for each question. */
class Answers {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #errors: readonly string[];
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<void>;

  constructor(child: ChildProcessWithoutNullStreams, errors: readonly string[]) {
    this.#child = child;
    this.#errors = errors;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.#ended = new Promise((resolve) => child.once("exit", () => resolve()));
  }

  async next(): Promise<unknown> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`The stage ended:\n${this.#errors.join("")}`);
    return JSON.parse(line.value);
  }

  async end(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
  }
}

type Told = Pick<Stage, "accord" | "urls" | "homes">;

function parseTold(value: unknown): Told {
  if (typeof value === "object" && value !== null && "accord" in value && "urls" in value) return value as Told;
  throw new Error(`The stage told ${JSON.stringify(value)}.`);
}
