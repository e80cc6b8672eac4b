// One running side: its home, its store, its accords with their links, and the HTTP rim. Composition only.

import { accordIdOf, type Founding, isPartyCode, otherParty, registerName } from "../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import { parseOrigin } from "../register/index.ts";
import { canonicalOf } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";
import { type AccordRow, openSqliteStore, type Store } from "../store/index.ts";
import { type Clock, storyClock, systemClock } from "./clock.ts";
import { Documents } from "./documents/documents.ts";
import { type DocumentLimits, usualDocumentLimits } from "./documents/limits.ts";
import { Heads } from "./heads.ts";
import type { Home } from "./home.ts";
import { peerCarrier } from "./peer.ts";
import { Retention } from "./retention/retention.ts";
import { Link } from "./side/link.ts";
import { Side } from "./side/side.ts";
import { startSweep } from "./sweep.ts";
import { createVerifier, type Verifier } from "./verifier.ts";

export interface RunningAccord {
  readonly side: Side;
  readonly link: Link;
  readonly retention: Retention;
  readonly documents: Documents;
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

export function clockOf(home: Home): Clock {
  const story = home.config.demonstration?.storyClock;
  return story === undefined ? systemClock : storyClock(Date.parse(story));
}

export async function openStore(home: Home): Promise<Store | Refusal> {
  return openSqliteStore(home.database, { create: true });
}

/**
 * Opens every accord of the home and starts its link. Nothing is signed before the store has been read. `report` is
 * told of what went wrong in what runs by itself and is tried again.
 */
export async function startNode(
  home: Home,
  { report }: { readonly report: (cause: Fault) => void },
): Promise<Node | Refusal> {
  const store = await openStore(home);
  if (isRefusal(store)) return store;
  const clock = clockOf(home);
  const verifier = createVerifier();
  const heads = new Heads(home.folder);
  const accords = new Map<string, RunningAccord>();
  for (const row of await store.accords())
    accords.set(row.accord, await startAccord({ home, store, clock, verifier, row, heads }));
  const sides = [...accords.values()].map(({ side }) => side);
  const retention = [...accords.values()].map((accord) => accord.retention);
  const documents = [...accords.values()].map((accord) => accord.documents);
  const sweep = startSweep({ sides, retention, documents, heads, report, fatal });
  return {
    home,
    clock,
    store,
    accords,
    async close() {
      await sweep.close();
      for (const { side, link, documents, closeCarrier } of accords.values()) {
        side.events.close();
        closeCarrier();
        await link.close();
        await documents.link.close();
        await side.inTurn(() => side.receipts.flush());
        await heads.remember(side);
      }
      heads.write();
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
  heads: Heads;
}): Promise<RunningAccord> {
  const { home, store, clock, verifier, row, heads } = input;
  const side = await Side.open({ row, store, keys: home.keys, clock, verifier });
  // This machine remembers a longer register than the database holds: the database was put back from a copy.
  if (side.ownSize < heads.sizeOf(row.accord) && !side.link.recovering) await side.changeLink({ recovering: true });
  const carrier = peerCarrier({ side, home });
  const link = new Link(side, carrier);
  void link.run().catch(fatal);
  void side.contests.lookAgain().catch(endedOnly);
  const retention = new Retention(side, home.config.retention ?? []);
  const limits = documentLimits(home);
  const documents = await Documents.open({ side, home: home.folder, keys: home.sealing, limits, carrier });
  void documents.link.run().catch(fatal);
  return { side, link, retention, documents, closeCarrier: () => carrier.close() };
}

/** What the configuration leaves out is as usual. */
function documentLimits({ config }: Home): DocumentLimits {
  const { reserveBytes, peerBytesMax } = config.documents ?? {};
  return {
    reserveBytes: reserveBytes ?? usualDocumentLimits.reserveBytes,
    peerBytesMax: peerBytesMax ?? usualDocumentLimits.peerBytesMax,
  };
}

/** A store closed while old leaves are looked through is no harm: the next start looks again. */
function endedOnly(cause: unknown): void {
  if (!(cause instanceof Fault)) fatal(cause);
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
  if (!card || canonicalOf(card) !== canonicalOf(home.config.card)) return refuse("node.notOwnCard");
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
    founding: utf8(canonicalOf(founding)),
  };
  return { row, done: await store.addAccord(row) };
}
