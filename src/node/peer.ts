// The other side as this node reaches it over HTTPS: its carrier of parcels, and its mirror of our register for a
// recovery.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cardOf, keysOfCard } from "../acts/index.ts";
import { isRefusal, type Refusal } from "../base/index.ts";
import type { PeerReader } from "../exchange/index.ts";
import { entriesPath, parseBundle, parseCheckpoint } from "../register/index.ts";
import { nativeSuite } from "../seal/native.ts";
import type { DocumentCarrier } from "./documents/link.ts";
import type { Home } from "./home.ts";
import { createLinkClient } from "./link-client.ts";
import type { Carrier } from "./side/link.ts";
import type { Side } from "./side/side.ts";

const bundle = 256;

export interface PeerCarrier extends Carrier, DocumentCarrier {
  close(): void;
}

export function peerCarrier(input: { side: Side; home: Home }): PeerCarrier {
  const { side, home } = input;
  const { row, founding } = side;
  const card = cardOf(founding, row.other);
  const authority = home.config.peerAuthority;
  const client = createLinkClient({
    suite: nativeSuite,
    signer: home.keys.node,
    seconds: () => side.clock.seconds(),
    monotonicMs: () => performance.now(),
    address: card.address,
    accord: row.accord,
    peerNodeKey: keysOfCard(card).node,
    ...(authority === undefined ? {} : { tlsCa: readFileSync(join(home.folder, authority), "utf8") }),
  });
  const register = `/registers/${row.accord}/${row.own}`;
  const told = <T>(answer: T | Refusal): T | "unreachable" => {
    if (!isRefusal(answer)) return answer;
    side.noteUnreachable(answer);
    return "unreachable";
  };
  const newest = async (): Promise<Uint8Array | undefined | "unreachable"> => {
    const answer = await client.get(`${register}/checkpoint`);
    // The other side answered, signed, that it mirrors nothing of this register.
    if (isRefusal(answer) && answer.code === "api.peerRefused" && answer.details.code === "api.unknown")
      return undefined;
    return told(answer);
  };
  const reader: PeerReader = {
    newest,
    // The tiles' interface serves the newest checkpoint only; it covers every leaf there is.
    covering: () => newest(),
    async leaves({ start, end }) {
      const index = Math.floor(start / bundle);
      const note = await newest();
      if (note === "unreachable" || note === undefined) return "unreachable";
      const read = parseCheckpoint(note);
      const size = isRefusal(read) ? 0 : read.checkpoint.size;
      const width = Math.min(bundle, size - index * bundle);
      if (width <= 0) return [];
      const bytes = told(await client.get(`${register}/${entriesPath({ index, width })}`));
      if (bytes === "unreachable") return bytes;
      const leaves = parseBundle(bytes, width);
      if (isRefusal(leaves)) return "unreachable";
      return leaves.slice(start - index * bundle, end - index * bundle);
    },
  };
  return {
    carry: async (parcel) => told(await client.carry(parcel)),
    carryDocuments: async (frames) => told(await client.carryDocuments(frames)),
    askDocument: async (from) => {
      const answer = await client.document(from);
      // The other side answered, signed, that it has no such document.
      if (isRefusal(answer) && answer.code === "api.peerRefused") return "absent";
      return told(answer);
    },
    reader,
    close: () => client.close(),
  };
}
