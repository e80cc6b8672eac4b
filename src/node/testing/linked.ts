// Two sides in one process without HTTP: their links carry parcels straight to each other, over a road that a test can
// close. Stores and keys are real and in temporary folders.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../store/index.ts";
import { type Clock, systemClock } from "../clock.ts";
import type { Home } from "../home.ts";
import { openStore } from "../node.ts";
import { type Carrier, Link } from "../side/link.ts";
import { Side } from "../side/side.ts";
import { createVerifier } from "../verifier.ts";
import { accepted, foundPair } from "./pair.ts";

export interface LinkedSide {
  readonly home: Home;
  readonly store: Store;
  readonly side: Side;
  readonly link: Link;
  accord(): { readonly side: Side; readonly link: Link };
}

export interface LinkedPair {
  readonly ma: LinkedSide;
  readonly il: LinkedSide;
  /** False while nothing passes between the two. */
  readonly road: { open: boolean };
  /** Another process of the side, on the same database: its own store, its own memory, no link. */
  beside(side: LinkedSide): Promise<{ readonly side: Side; readonly store: Store }>;
  close(): Promise<void>;
}

export async function linkedPair(clock: Clock = systemClock): Promise<LinkedPair> {
  const folder = mkdtempSync(join(tmpdir(), "entente-"));
  const { homes } = await foundPair({ folder });
  const road = { open: true };
  const verifier = createVerifier({ threads: 0 });
  const stores: Store[] = [];
  const open = async (home: Home): Promise<{ side: Side; store: Store }> => {
    const store = accepted(await openStore(home));
    stores.push(store);
    const [row] = await store.accords();
    if (!row) throw new Error("No accord.");
    return { store, side: await Side.open({ row, store, keys: home.keys, clock, verifier }) };
  };
  const linked: { ma?: LinkedSide; il?: LinkedSide } = {};
  const lead = (to: "ma" | "il"): Carrier => ({
    carry: async (parcel) => (road.open && linked[to] ? linked[to].link.receive(parcel) : "unreachable"),
    reader: {
      newest: async () => "unreachable",
      covering: async () => "unreachable",
      leaves: async () => "unreachable",
    },
  });
  const start = async (home: Home, to: "ma" | "il"): Promise<LinkedSide> => {
    const { side, store } = await open(home);
    const link = new Link(side, lead(to));
    return { home, store, side, link, accord: () => ({ side, link }) };
  };
  const ma = await start(homes[0], "il");
  const il = await start(homes[1], "ma");
  linked.ma = ma;
  linked.il = il;
  const running = [ma.link.run(), il.link.run()];
  return {
    ma,
    il,
    road,
    beside: (side) => open(side.home),
    async close() {
      for (const { link } of [ma, il]) await link.close();
      await Promise.all(running);
      for (const { side } of [ma, il]) await side.receipts.flush();
      for (const store of stores) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
