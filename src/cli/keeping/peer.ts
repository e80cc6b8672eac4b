// What `entente doctor` asks of the other side's node: its clock, and the whole road of a parcel, signed by this side
// and answered under the other's signature.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Card, keysOfCard, parseFounding } from "../../acts/index.ts";
import { fromUtf8, isRefusal, type Refusal, refuse, wordsOf } from "../../base/index.ts";
import { encodeParcel } from "../../exchange/index.ts";
import { createLinkClient, type Home, type LinkClient } from "../../node/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, Store } from "../../store/index.ts";
import { dateOf } from "../client/client.ts";
import { send } from "../client/connection.ts";
import { type Diagnosis, fail, ok, warn } from "./diagnosis.ts";

const answerMs = 10_000;
/** Beyond it acts begin to look dated ahead to the other side. */
const clockOffMs = 60_000;

interface Asking {
  readonly home: Home;
  readonly store: Store;
  readonly row: AccordRow;
  readonly now: () => number;
}

/** This machine's clock against the Date header of the other side's node, which is cut to the second. */
export async function peerClock(asking: Asking): Promise<Diagnosis> {
  const { row, now } = asking;
  const what = `clock, against ${row.other}`;
  const card = peerCard(asking);
  if (isRefusal(card)) return fail(what, { says: wordsOf(card).failed, todo: wordsOf(card).todo });
  const began = now();
  const address = { url: new URL(card.address), pin: undefined, ca: authorityOf(asking.home) };
  const answer = await send(address, { method: "GET", target: "/api/node", headers: {}, answerMs });
  if (isRefusal(answer)) return warn(what, { says: wordsOf(answer).failed, todo: "Try again when the link is there." });
  answer.resume();
  const theirs = dateOf(answer.headers);
  if (theirs === undefined) return warn(what, { says: "its answer has no date", todo: "Compare the clocks by voice." });
  // The header's second is cut off: in the mean the true time is half a second later.
  const off = Math.abs((began + now()) / 2 - (theirs + 500));
  const says = `${(off / 1000).toFixed(0)} s apart`;
  if (off < clockOffMs) return ok(what, says);
  return fail(what, { says, todo: "Set this machine's clock by a time server, and ask the other side to do so." });
}

/** A parcel without leaves: the newest own checkpoint, or a signed read where there is none to send yet. */
export async function peerLink(asking: Asking): Promise<Diagnosis> {
  const { home, store, row } = asking;
  const what = `link to ${row.other}`;
  const kept = await store.link(row.accord);
  if (kept.stopped)
    return fail(what, {
      says: `stopped since ${new Date(kept.stopped.at).toISOString()} (${kept.stopped.code})`,
      todo: "Read the evidence file, and settle with the other side what happened before the link is opened again.",
    });
  const card = peerCard(asking);
  if (isRefusal(card)) return fail(what, { says: wordsOf(card).failed, todo: wordsOf(card).todo });
  const authority = authorityOf(home);
  const client = createLinkClient({
    suite: nativeSuite,
    signer: home.keys.node,
    seconds: () => Math.floor(asking.now() / 1000),
    monotonicMs: () => performance.now(),
    address: card.address,
    accord: row.accord,
    peerNodeKey: keysOfCard(card).node,
    timeouts: { connectMs: answerMs, answerMs },
    ...(authority === undefined ? {} : { tlsCa: authority }),
  });
  const answer = await walk(client, { store, row });
  client.close();
  if (!isRefusal(answer)) return linkVerdict(what, { queue: answer.waiting, recovering: kept.recovering });
  const { failed, todo } = wordsOf(answer);
  return fail(what, { says: `${answer.code}: ${failed}`, todo });
}

function linkVerdict(what: string, state: { readonly queue: number; readonly recovering: boolean }): Diagnosis {
  const says = `the whole road was walked, signed both ways; ${state.queue} leaves not yet held by both`;
  if (!state.recovering) return ok(what, says);
  return warn(what, {
    says: `${says}; recovering: nothing is signed`,
    todo: "Let the node run until its tail is back.",
  });
}

async function walk(
  client: LinkClient,
  { store, row }: Pick<Asking, "store" | "row">,
): Promise<{ readonly waiting: number } | Refusal> {
  const head = await store.head(row.ownOrigin);
  if (!head) {
    const read = await client.get(`/registers/${row.accord}/${row.own}/checkpoint`);
    // A signed "there is none" has come the whole way too.
    const none = isRefusal(read) && read.code === "api.peerRefused" && read.details.code === "api.unknown";
    return isRefusal(read) && !none ? read : { waiting: 0 };
  }
  const parts = {
    origin: row.ownOrigin,
    start: head.size,
    note: head.checkpoint,
    leaves: [],
    acknowledgement: undefined,
  };
  const answer = await client.carry(encodeParcel(parts));
  if (isRefusal(answer)) return answer;
  return { waiting: head.size - ((await store.heldLatest(row.ownOrigin))?.size ?? 0) };
}

function peerCard({ row }: Pick<Asking, "row">): Card | Refusal {
  const founding = parseFounding(JSON.parse(fromUtf8(row.founding) ?? "null"));
  if (isRefusal(founding)) return founding;
  return founding.cards.find((one) => one.party === row.other) ?? refuse("proof.notAParty", { party: row.other });
}

/** PEM of the authority that signed the other side's certificate, where the machine does not know it. */
function authorityOf(home: Home): string | undefined {
  const { peerAuthority } = home.config;
  return peerAuthority === undefined ? undefined : readFileSync(join(home.folder, peerAuthority), "utf8");
}
