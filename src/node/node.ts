// One running side: its home, its store, its accords with their links, and the HTTP rim. Composition only.

import { accordIdOf, type Founding, isPartyCode, otherParty, registerName } from "../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import { parseOrigin } from "../register/index.ts";
import { canonical, type JsonValue } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";
import { type AccordRow, openSqliteStore, type Store } from "../store/index.ts";
import { type Clock, storyClock, systemClock } from "./clock.ts";
import { type Home, readHeads, writeHeads } from "./home.ts";
import { peerCarrier } from "./peer.ts";
import { Link } from "./side/link.ts";
import { Side } from "./side/side.ts";
import { createVerifier, type Verifier } from "./verifier.ts";

export interface RunningAccord {
  readonly side: Side;
  readonly link: Link;
  /** Closes what the link keeps open. */
  closeCarrier(): void;
}

/** What the handlers and commands work with. */
export interface Node {
  readonly home: Home;
  readonly clock: Clock;
  readonly store: Store;
  readonly accords: ReadonlyMap<string, RunningAccord>;
  close(): Promise<void>;
}

/** How often dossiers that time alone moves are looked for, and the register's size is remembered beside the database. */
const sweepMs = 1_000;

export function clockOf(home: Home): Clock {
  const story = home.config.demonstration?.storyClock;
  return story === undefined ? systemClock : storyClock(Date.parse(story));
}

export async function openStore(home: Home): Promise<Store | Refusal> {
  return openSqliteStore(home.database, { create: true });
}

/** Opens every accord of the home and starts its link. Nothing is signed before the store has been read. */
export async function startNode(home: Home): Promise<Node | Refusal> {
  const store = await openStore(home);
  if (isRefusal(store)) return store;
  const clock = clockOf(home);
  const verifier = createVerifier();
  const accords = new Map<string, RunningAccord>();
  const heads = readHeads(home.folder);
  for (const row of await store.accords())
    accords.set(row.accord, await startAccord({ home, store, clock, verifier, row, heads }));
  const sweep = setInterval(() => void sweepOnce({ home, accords }).catch(fatal), sweepMs);
  sweep.unref();
  return {
    home,
    clock,
    store,
    accords,
    async close() {
      clearInterval(sweep);
      for (const { side, link, closeCarrier } of accords.values()) {
        await link.close();
        closeCarrier();
        await side.receipts.flush();
      }
      rememberHeads({ home, accords });
      await verifier.close();
      await store.close();
    },
  };
}

async function startAccord(input: {
  home: Home;
  store: Store;
  clock: Clock;
  verifier: Verifier;
  row: AccordRow;
  heads: Readonly<Record<string, number>>;
}): Promise<RunningAccord> {
  const { home, store, clock, verifier, row } = input;
  const side = await Side.open({ row, store, keys: home.keys, clock, verifier });
  const head = await store.head(row.ownOrigin);
  // This machine remembers a longer register than the database holds: the database was put back from a copy.
  if ((head?.size ?? 0) < (input.heads[row.accord] ?? 0) && !side.link.recovering)
    await side.changeLink({ recovering: true });
  const carrier = peerCarrier({ side, home });
  const link = new Link(side, carrier);
  void link.run().catch(fatal);
  await side.contests.lookAgain();
  return { side, link, closeCarrier: () => carrier.close() };
}

async function sweepOnce(input: { home: Home; accords: ReadonlyMap<string, RunningAccord> }): Promise<void> {
  for (const { side } of input.accords.values()) await side.lapse();
  rememberHeads(input);
}

const remembered = new WeakMap<object, string>();

function rememberHeads(input: { home: Home; accords: ReadonlyMap<string, RunningAccord> }): void {
  const heads: Record<string, number> = {};
  for (const [accord, { side }] of input.accords) heads[accord] = Math.max(side.ownSize, side.held(side.row.own));
  const text = JSON.stringify(heads);
  if (remembered.get(input.home) === text) return;
  remembered.set(input.home, text);
  writeHeads(input.home.folder, heads);
}

/** A fault in what runs by itself ends the process: a node that has stopped mirroring must not look alive. */
function fatal(cause: unknown): void {
  process.stderr.write(`entente: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  process.exit(70);
}

/** Adds an accord to a side's store by its founding. "exists" when it is there already. */
export async function joinAccord(input: {
  home: Home;
  store: Store;
  founding: Founding;
}): Promise<{ readonly row: AccordRow; readonly done: "added" | "exists" } | Refusal> {
  const { home, store, founding } = input;
  const own = home.config.card.party;
  if (!isPartyCode(own)) throw new Fault("node.badParty", `${own} is no party's code.`);
  const card = founding.cards.find((one) => one.party === own);
  if (!card || canonical(card as unknown as JsonValue) !== canonical(home.config.card as unknown as JsonValue))
    return refuse("node.notOwnCard");
  const other = otherParty(founding, own);
  const accord = accordIdOf(nativeSuite, founding);
  const ownOrigin = parseOrigin(registerName(accord, own));
  const otherOrigin = parseOrigin(registerName(accord, other));
  if (isRefusal(ownOrigin)) return ownOrigin;
  if (isRefusal(otherOrigin)) return otherOrigin;
  const row: AccordRow = {
    accord,
    own,
    other,
    ownOrigin,
    otherOrigin,
    founding: utf8(canonical(founding as unknown as JsonValue)),
  };
  return { row, done: await store.addAccord(row) };
}
