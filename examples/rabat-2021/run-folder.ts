// The folder of one telling: two homes, founded together, and the seed from which every act's id comes, so that a story
// that was broken off goes on where it stopped. It is made beside its place and renamed: there is a whole one or none.

import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  cardFingerprint,
  type Founding,
  foundingDigest,
  isActId,
  isInstantText,
  parseFounding,
} from "../../src/acts/index.ts";
import { hex, isRefusal, type Refusal, refusalLine, utf8, z } from "../../src/base/index.ts";
import {
  addOfficer,
  createHome,
  type Home,
  joinAccord,
  makeOfficerKey,
  type NewOfficer,
  openHome,
  openStore,
} from "../../src/node/index.ts";
import { digest } from "../../src/seal/index.ts";
import { nativeSuite, randomBytes } from "../../src/seal/native.ts";
import { namesOf, type Party, parties, services, weekendOf, zoneOf } from "./data.ts";
import { foundingNames, labels, notice } from "./founding-data.ts";
import { officerId, posts } from "./posts.ts";
import type { Post } from "./step.ts";
import { storyStart } from "./story.ts";
import { draftTexts, type Texts, textsSchema } from "./texts.ts";

const runSchema = z.looseObject({ seed: z.string().regex(/^[0-9a-f]{32}$/) });
/** A folder's officers and keys are made once, for the services that the story had then. */
const madeFor = z.literal(digest(nativeSuite, utf8(JSON.stringify(services))));

export interface RunFolder {
  readonly folder: string;
  readonly seed: string;
  readonly homes: Readonly<Record<Party, Home>>;
  readonly founding: Founding;
  readonly texts: Texts;
}

/** Throws with the refusal's words: what the demonstration sets up by itself is never refused. */
function whole<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(refusalLine(value));
  return value;
}

export interface NewRun {
  readonly folder: string;
  readonly ports: Readonly<Record<Party, number>>;
  /** 32 hexadecimal digits; a new one when absent. Two runs of one seed have the same acts' ids. */
  readonly seed?: string;
}

export async function makeRun(input: NewRun): Promise<RunFolder> {
  const making = `${input.folder}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  // Read once and kept: a telling that goes on says what it began to say, even if the wording was edited since.
  const texts = draftTexts();
  const homes = { MA: makeHome(making, { party: "MA", ...input }), IL: makeHome(making, { party: "IL", ...input }) };
  const founding = whole(
    parseFounding({
      entente: "founding/1",
      names: foundingNames,
      cards: [homes.MA.config.card, homes.IL.config.card],
      labels,
      cap: "restricted",
    }),
  );
  for (const party of parties) {
    writeFileSync(join(making, `${party}.card.json`), `${JSON.stringify(homes[party].config.card, null, 2)}\n`);
    const store = whole(await openStore(homes[party]));
    whole(await joinAccord({ home: homes[party], store, founding }));
    await store.close();
  }
  writeFileSync(join(making, "founding.json"), `${JSON.stringify(founding, null, 2)}\n`);
  writeFileSync(join(making, "texts.json"), `${JSON.stringify(await texts)}\n`);
  const seed = input.seed ?? hex(randomBytes(16));
  const run = { entente: "demonstration/2", seed, services: madeFor.value };
  writeFileSync(join(making, "run.json"), `${JSON.stringify(run)}\n`, { flush: true });
  mkdirSync(dirname(input.folder), { recursive: true });
  renameSync(making, input.folder);
  return openRun(input.folder);
}

export function openRun(folder: string): RunFolder {
  const run = runSchema.parse(JSON.parse(readFileSync(join(folder, "run.json"), "utf8")));
  if (!madeFor.safeParse(run.services).success)
    throw new Error(`${folder} was made for another version of the story. Begin again with: npm run demo -- --fresh`);
  const founding = whole(parseFounding(JSON.parse(readFileSync(join(folder, "founding.json"), "utf8"))));
  const homes = { MA: whole(openHome(join(folder, "MA"))), IL: whole(openHome(join(folder, "IL"))) };
  const texts = textsSchema.parse(JSON.parse(readFileSync(join(folder, "texts.json"), "utf8")));
  return { folder, seed: run.seed, homes, founding, texts };
}

export const runExists = (folder: string): boolean => existsSync(join(folder, "run.json"));

function makeHome(folder: string, input: NewRun & { readonly party: Party }): Home {
  const { party } = input;
  const port = input.ports[party];
  const home = whole(
    createHome({
      folder: join(folder, party),
      party,
      names: namesOf(party),
      address: `http://127.0.0.1:${port}`,
      zone: zoneOf[party],
      weekend: weekendOf[party],
      listen: { host: "127.0.0.1", port },
      demonstration: { storyClock: storyStart, notice },
    }),
  );
  mkdirSync(join(home.folder, "officer-keys"), { mode: 0o700 });
  addOfficer(home, officerOf(posts.registrar[party]));
  for (const { service, functions, sealing } of services[party] ?? []) {
    home.keys.makeServiceKey(service);
    if (sealing) home.sealing.make(service, "hybrid");
    for (const one of functions) {
      const post = { service, function: one.function };
      addOfficer(home, officerOf(post));
      makeOfficerKey(officerKeyFile(home, post), officerId(post));
    }
  }
  return home;
}

/** The officer of a post, cleared for what the story asks. */
function officerOf({ service, function: function_ }: Post): NewOfficer {
  return {
    id: officerId({ service, function: function_ }),
    service,
    functions: [function_],
    clearance: { level: 2, until: "2031-01-01T00:00:00Z" },
  };
}

export function officerKeyFile(home: Pick<Home, "folder">, post: Post): string {
  return join(home.folder, "officer-keys", `${officerId(post)}.json`);
}

/** The id of a step's act: a UUIDv7 with the story's time, whose other bits come from the seed and the step's key. */
export function actIdOf(seed: string, step: { readonly key: string; readonly at: string }): string {
  const time = Date.parse(step.at).toString(16).padStart(12, "0");
  const rest = hex(nativeSuite.sha256(utf8(`${seed} ${step.key}`)));
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
  if (!isActId(id)) throw new TypeError(`Not a UUIDv7: ${id}`);
  return id;
}

const clockFile = (folder: string): string => join(folder, "story-clock.txt");

/**
 * Where the story's clocks stand, for nodes that are started again. Written before any act is made at that instant; a
 * line is added and none replaced, which costs no wait for the disk.
 */
export function noteStoryClock(run: Pick<RunFolder, "folder">, instant: string): void {
  appendFileSync(clockFile(run.folder), `${instant}\n`);
}

/** The instant noted last; a line that was cut off does not count. */
export function storyClockOf(run: Pick<RunFolder, "folder">): string {
  const file = clockFile(run.folder);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  return lines.findLast((line) => isInstantText(line)) ?? storyStart;
}

const configSchema = z.looseObject({ demonstration: z.looseObject({ storyClock: z.string() }) });

/** Sets where a home's clock starts when `entente serve` is told to serve it. */
export function keepStoryClock(home: Pick<Home, "folder">, instant: string): void {
  const file = join(home.folder, "config.json");
  const config = configSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  if (config.demonstration.storyClock === instant) return;
  const next = { ...config, demonstration: { ...config.demonstration, storyClock: instant } };
  writeFileSync(`${file}.new`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What both sides compare by voice before anything is signed. */
export function fingerprintLines(run: RunFolder): string[] {
  const cards = parties.map((party) => `${party}  ${cardFingerprint(nativeSuite, run.homes[party].config.card)}`);
  return [...cards, `founding  ${foundingDigest(nativeSuite, run.founding)}`];
}
