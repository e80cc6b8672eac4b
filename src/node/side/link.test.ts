// What the link tells of a recovery that cannot succeed.

import { afterEach, beforeEach, expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import type { PeerReader } from "../../exchange/index.ts";
import { designate, type LinkedPair, linkedPair, synced, until } from "../testing.ts";
import { Link } from "./link.ts";

let pair: LinkedPair;
beforeEach(async () => {
  pair = await linkedPair();
});
afterEach(async () => {
  await pair.close();
});

test("a recovery that the other side's mirror cannot bear out is told on the link's page and tried again", async () => {
  const { ma, il } = pair;
  await designate(ma.side, "one");
  await synced(pair);
  const { side } = await pair.beside(ma);
  const origin = ma.side.row.ownOrigin;
  const mirrored = il.store;
  let honest = false;
  const reader: PeerReader = {
    newest: async () => (await mirrored.head(origin))?.checkpoint,
    covering: async () => (await mirrored.head(origin))?.checkpoint,
    leaves: async (range) => (honest ? await mirrored.leaves({ origin, ...range }) : [utf8("another history")]),
  };
  // A database without the register, as after a loss.
  const { store } = side;
  const head = store.head.bind(store);
  store.head = async (of) => (of === origin && !honest ? undefined : head(of));
  side.drop();
  await side.changeLink({ recovering: true });
  const link = new Link(side, { carry: async () => "unreachable", reader });
  const running = link.run();
  await until(() => side.unreachable?.code === "node.recoveryFailed", "the failure told");
  expect(side.link.recovering).toBe(true);
  honest = true;
  side.drop();
  await until(() => !side.link.recovering, "recovered");
  await link.close();
  await running;
});
