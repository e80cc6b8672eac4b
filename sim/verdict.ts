// What a run must end with: that the two sides have the same registers and read the same in them, or that a stopped
// link has evidence which anyone with the founding's keys can verify.

import { Fault, isRefusal, utf8 } from "../src/base/index.ts";
import { verifyEvidence } from "../src/exchange/index.ts";
import { checkRegister } from "../src/register/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import type { Machine } from "./machine.ts";
import { sure } from "./parties.ts";
import { broken } from "./watch.ts";
import { demand, type World } from "./world.ts";

/** Whether each side has mirrored and acknowledged all of the other's register. */
export async function converged(world: World): Promise<boolean> {
  const [first, second] = world.machines;
  for (const [author, mirror] of [
    [first, second],
    [second, first],
  ] as const) {
    const process = author.process;
    if (process === undefined || author.busy || process.side.link.recovering) return false;
    const size = await author.ownSize();
    if ((await mirror.mirroredSize()) !== size || process.side.held(author.code) !== size) return false;
  }
  return true;
}

/** The two sides agree on every leaf, on what became of every act, and on every dossier; and their trees are sound. */
export async function agree(world: World): Promise<void> {
  const [first, second] = world.machines;
  // Leaves that rested on others still missing are read when somebody next looks.
  for (const { process } of [first, second]) if (process) world.background(process.side.inTurn(async () => undefined));
  await world.run(10_000);
  for (const author of [first, second]) {
    const mirror = author === first ? second : first;
    const [own, mirrored] = [await readings(author, author), await readings(mirror, author)];
    for (const [i, line] of own.entries()) {
      demand(line === mirrored[i], `The sides read leaf ${i} of ${author.code} apart: ${line} | ${mirrored[i]}`);
    }
    demand(own.length === mirrored.length, `The sides have different registers of ${author.code}.`);
  }
  const [here, there] = [await dossiers(first), await dossiers(second)];
  for (const [i, line] of here.entries())
    demand(line === there[i], `The sides differ on a dossier: ${line} | ${there[i]}`);
  demand(here.length === there.length, "The sides have different dossiers.");
  for (const machine of [first, second]) await sound(machine);
}

/** Recomputes both registers on a disk from their leaves. */
export async function sound(machine: Machine): Promise<void> {
  const { own, other } = identities(machine);
  for (const { origin, keys } of [own, other]) {
    const check = checkRegister({ suite: nativeSuite, reader: machine.disk.store, origin, keys });
    for await (const finding of check) {
      if (finding.kind === "damage") throw broken(`${machine.code} has a damaged ${origin}: ${finding.refusal.code}`);
    }
  }
}

/** For what a side has stopped the link, when its evidence proves it; a stop without proof is a broken promise. */
export function provenStop(world: World): string | undefined {
  for (const machine of world.machines) {
    const link = machine.process?.side.link;
    if (link?.stopped === undefined) continue;
    const { own, other } = identities(machine);
    const keysOf = (origin: string) => [own, other].find((each) => each.origin === origin)?.keys;
    const proved = verifyEvidence({ suite: nativeSuite, bytes: utf8(link.evidence ?? ""), keysOf });
    if (isRefusal(proved)) throw broken(`${machine.code} stopped the link without proof: ${proved.code}`);
    const accused = proved.kind === "fork" ? proved.origin : proved.author;
    const guilty = world.watch.doubtful === undefined ? undefined : world.machineOf(world.watch.doubtful);
    demand(accused === guilty?.party.row.ownOrigin, `${machine.code} accused ${accused}, which had done nothing.`);
    return link.stopped.code;
  }
  return undefined;
}

function identities(machine: Machine) {
  if (machine.process === undefined) throw new Fault("sim.down", `${machine.code} is down at the end of the run.`);
  return machine.process.side.sides;
}

/** What a side has made of each leaf of a register, a line each. */
async function readings(reader: Machine, author: Machine): Promise<readonly string[]> {
  const { store } = reader.disk;
  const { accord } = reader.party.row;
  const origin = author.party.row.ownOrigin;
  const leaves = await store.leaves({ origin, start: 0, end: 1e6 });
  const lines = leaves.map((leaf) => nativeSuite.sha256(leaf).toHex().slice(0, 16));
  const rows = await store.actsOfRegister(accord, { party: author.code, start: 0, limit: 10_000 });
  for (const { index, id, procedure, step, dossier, sight, outcome } of rows) {
    lines[index] += ` ${procedure}.${step} ${id} in ${dossier} saw ${sight}: ${JSON.stringify(outcome)}`;
  }
  for (const { party, index, code } of await store.unreadable(accord)) {
    if (party === author.code) lines[index] += ` unreadable: ${code}`;
  }
  return lines;
}

async function dossiers(machine: Machine): Promise<readonly string[]> {
  const { store } = machine.disk;
  const lines: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = sure(await store.dossiers(machine.party.row.accord, { limit: 500, ...(cursor ? { cursor } : {}) }));
    for (const { id, procedure, state, final, acts, title } of page.items) {
      lines.push(`${id} ${procedure} ${state} ${final} ${acts} ${title}`);
    }
    if (page.next === undefined) return lines.toSorted();
    cursor = page.next;
  }
}
