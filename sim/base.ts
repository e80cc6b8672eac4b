// Where every run begins: an accord in force and a channel between a service of each side, with sealing keys at both
// ends. Made once by the real procedures, in a world in which nothing fails, on the day before; each run starts on a
// copy of both disks. Wording and offices are invented.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { ActId, DossierId } from "../src/acts/index.ts";
import type { Side } from "../src/node/index.ts";
import { bringIntoForce, type InForce, make, synced } from "../src/node/testing.ts";
import { canonicalDigest, type Ed25519Signer } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { installEntropy } from "./entropy.ts";
import { sure } from "./parties.ts";
import { randomOf } from "./random.ts";
import { installTimers } from "./timers.ts";
import { type Pair, type Rim, World } from "./world.ts";

/** One side's end of the channel. */
export interface End {
  readonly service: string;
  /** The designation that publishes its keys. */
  readonly designation: ActId;
  /** The officer who signs grave steps. */
  readonly officer: Ed25519Signer;
}

export interface Base {
  /** The disks' stores. */
  readonly stores: Pair<string>;
  readonly ends: Pair<End>;
  readonly channel: DossierId;
  /** What stands in the registers: a run leaves it alone. */
  readonly dossiers: ReadonlySet<string>;
}

const day = 86_400_000;
const minute = 60_000;

const made = new Map<string, Promise<Base>>();

/** The beginning of every run whose disks are in this folder. */
export function baseIn(folder: string): Promise<Base> {
  const known = made.get(folder) ?? makeBase(folder);
  made.set(folder, known);
  return known;
}

async function makeBase(folder: string): Promise<Base> {
  const rim: Rim = { folder, tell: () => undefined };
  const world = await World.make(0, { rim, skew: -day });
  let known: Omit<Base, "stores">;
  const undo = [installEntropy(randomOf(0)), installTimers(world.clock)];
  try {
    for (const machine of world.machines) world.background(machine.boot());
    await world.run(1_000);
    let channel: DossierId | undefined;
    const sides = world.machines.map((machine) => machine.process?.side);
    const [first, second] = sides;
    if (!first || !second) throw new TypeError("A side did not start.");
    let story: InForce | undefined;
    world.background(
      (async () => {
        story = await bringIntoForce(pairOf(first, second));
        channel = await openChannel(world, story);
      })(),
    );
    for (let waited = 0; channel === undefined && waited < 60 * minute; waited += 1_000) await world.run(1_000);
    if (channel === undefined || story === undefined) throw new TypeError("The accord did not come into force.");
    known = await knownOf(world, { channel, story });
  } finally {
    for (const one of undo.reverse()) one();
    await world.close();
  }
  const [first, second] = world.machines;
  const stores = [join(folder, "base-0.sqlite"), join(folder, "base-1.sqlite")] as const;
  copyFileSync(first.disk.path, stores[0]);
  copyFileSync(second.disk.path, stores[1]);
  return { ...known, stores };
}

const pairOf = (ma: Side, il: Side) => ({ ma: { accord: () => ({ side: ma }) }, il: { accord: () => ({ side: il }) } });

async function openChannel(world: World, story: InForce): Promise<DossierId> {
  const sides = world.machines.map((machine) => sideOf(machine.process?.side));
  const [first, second] = sides;
  if (!first || !second) throw new TypeError("A side did not start.");
  for (const machine of world.machines) {
    const side = sideOf(machine.process?.side);
    const { service } = endOf(side, story);
    const { recipient } = machine.party.sealing.make(service, "x25519");
    const dossier = await designationOf(side, service);
    const registry = { service: "registry", function: "registrar", procedure: "designation/1" };
    await make(side, { ...registry, step: "issueSealingKey", dossier, body: { recipient } });
  }
  await synced(pairOf(first, second));
  const parties = [...first.parties].sort();
  const body = {
    title: "Simulated channel",
    services: Object.fromEntries(sides.map((side) => [side.row.own, endOf(side, story).service])),
    articles: ["1"],
    cap: "restricted",
    releasableTo: parties,
    contacts: Object.fromEntries(
      parties.map((party) => [party, { office: "Room 7", function: "liaison-officer", phone: "+33 1 00 00 00" }]),
    ),
  };
  const maker = (side: Side) => ({
    service: endOf(side, story).service,
    function: "liaison-officer",
    procedure: "channel/1",
    articles: ["1"],
  });
  const channel = await make(first, { ...maker(first), step: "propose", body });
  await synced(pairOf(first, second));
  const proposal = canonicalDigest(nativeSuite, body);
  await make(second, { ...maker(second), step: "confirm", dossier: channel, body: { proposal } });
  await synced(pairOf(first, second));
  return channel;
}

async function knownOf(
  world: World,
  { channel, story }: { channel: DossierId; story: InForce },
): Promise<Omit<Base, "stores">> {
  const ends = [];
  const dossiers = new Set<string>();
  for (const machine of world.machines) {
    const side = sideOf(machine.process?.side);
    const { service, officers } = endOf(side, story);
    const officer = officers["liaison-officer"];
    if (!officer) throw new TypeError("There is no liaison officer.");
    ends.push({ service, designation: await designationOf(side, service), officer });
    const page = sure(await side.store.dossiers(side.row.accord, { limit: 500 }));
    for (const { id } of page.items) dossiers.add(id);
  }
  const [first, second] = ends;
  if (!first || !second) throw new TypeError("A side is missing.");
  return { ends: [first, second], channel, dossiers };
}

function sideOf(side: Side | undefined): Side {
  if (!side) throw new TypeError("A side is down.");
  return side;
}

function endOf(side: Side, story: InForce): InForce["services"][typeof side.row.own] {
  const service = story.services[side.row.own];
  if (!service) throw new TypeError("A side has no service.");
  return service;
}

async function designationOf(side: Side, service: string): Promise<ActId> {
  const stored = await side.store.actsOfProcedures(side.row.accord, ["designation"]);
  const found = stored.find(({ row }) => row.party === side.row.own && row.step === "designate");
  if (!found) throw new TypeError(`${service} is not designated.`);
  return found.row.id;
}
