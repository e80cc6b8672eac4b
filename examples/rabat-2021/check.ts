// What the demonstration proves at its end: each register equals its mirror to the byte, both hold all of both and the
// same sealed documents or none where they were recalled, each side has its own access log, each public
// feed has what was said on its side, and one act's proof convinces a stranger who has the file, the two public cards
// and no node.

import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { equalBytes, isRefusal, refusalLine, utf8 } from "../../src/base/index.ts";
import { entriesPath, parseCheckpoint } from "../../src/register/index.ts";
import { type Party, parties, partyName } from "./data.ts";
import { checkDocuments, type DocumentFindings } from "./documents-check.ts";
import { checkFeeds, type ToldInPublic } from "./feeds-check.ts";
import type { Playing, Sides } from "./play.ts";
import { sidesOf } from "./play.ts";
import { actIdOf, type RunFolder } from "./run-folder.ts";
import { storyActs } from "./story.ts";

export interface Findings {
  readonly acts: Readonly<Record<Party, number>>;
  readonly identical: true;
  readonly heldByBoth: true;
  readonly documents: DocumentFindings;
  readonly told: ToldInPublic;
  readonly proof: "verified";
}

/** The act whose proof is shown to a stranger. */
const provenAct = "accord.sign.MA";
const bundle = 256;

/** Throws what is not as it must be. */
export async function check(playing: Pick<Playing, "run" | "nodes" | "accord">): Promise<Findings> {
  const sides = sidesOf(playing);
  const acts = { MA: await compare(sides, "MA"), IL: await compare(sides, "IL") };
  for (const party of parties) await holdAll(sides, party);
  const documents = await checkDocuments(sides);
  const told = await checkFeeds(playing.nodes);
  await proveToStranger(playing.run, sides);
  return { acts, identical: true, heldByBoth: true, documents, told, proof: "verified" };
}

/** One side's register at its own node and at the other: the same tree, the same bytes. Gives its size. */
async function compare(sides: Sides, party: Party): Promise<number> {
  const [ma, il] = [await headAt(sides, { at: "MA", party }), await headAt(sides, { at: "IL", party })];
  if (ma.text !== il.text)
    throw new Error(`${partyName[party]}'s register and its mirror have different heads:\n${ma.text}\n${il.text}`);
  for (let start = 0; start < ma.size; start += bundle) {
    const place = { index: start / bundle, width: Math.min(bundle, ma.size - start) };
    const [here, there] = [
      await entriesAt(sides, { at: "MA", party, place }),
      await entriesAt(sides, { at: "IL", party, place }),
    ];
    if (!equalBytes(here, there))
      throw new Error(
        `${partyName[party]}'s register and its mirror differ between leaves ${start} and ${start + bundle}.`,
      );
  }
  return ma.size;
}

async function headAt(sides: Sides, asked: { at: Party; party: Party }): Promise<{ size: number; text: string }> {
  const side = sides[asked.at];
  const note = await side.ask("checkpoint", { params: { accord: side.accord, party: asked.party } });
  const read = parseCheckpoint(utf8(note));
  if (isRefusal(read)) throw new Error(refusalLine(read));
  // The signatures below the empty line are each node's own selection; the tree is what must be the same.
  return { size: read.checkpoint.size, text: note.slice(0, note.indexOf("\n\n")) };
}

async function entriesAt(
  sides: Sides,
  asked: { at: Party; party: Party; place: { index: number; width: number } },
): Promise<Uint8Array> {
  const side = sides[asked.at];
  const tile = entriesPath(asked.place).replace(/^tile\/entries\//, "");
  return side.ask("entries", { params: { accord: side.accord, party: asked.party, tile } });
}

async function holdAll(sides: Sides, at: Party): Promise<void> {
  const side = sides[at];
  const { registers } = await side.ask("accord", { params: { accord: side.accord } });
  for (const [party, register] of Object.entries(registers))
    if (register.heldByBoth !== register.size)
      throw new Error(
        `${partyName[at]}'s node knows ${register.heldByBoth} of ${register.size} acts of ${party} as held by both.`,
      );
}

/** `entente verify` in a process and a folder of its own, with the proof file and the two cards alone. */
async function proveToStranger(run: RunFolder, sides: Sides): Promise<void> {
  const step = storyActs.find((one) => one.key === provenAct);
  if (!step) throw new Error(`The story has no act ${provenAct}.`);
  const side = sides[step.side];
  const proof = await side.ask("actProof", { params: { accord: side.accord, act: actIdOf(run.seed, step) } });
  const folder = mkdtempSync(join(tmpdir(), "entente-stranger-"));
  try {
    writeFileSync(join(folder, "act.proof"), proof);
    const cards = parties.flatMap((party) => {
      copyFileSync(join(run.folder, `${party}.card.json`), join(folder, `${party}.json`));
      return ["--card", `${party}.json`];
    });
    const command = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
    await promisify(execFile)(process.execPath, [command, "verify", "act.proof", ...cards], { cwd: folder, env: {} });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
