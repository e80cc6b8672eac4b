// Fills the list of both registers and the index of words behind the registers: a little at a time, and once more
// before a question is answered. Registering an act never waits for it.

import { type Act, type PartyCode, parseLeaf } from "../../acts/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import type { Origin } from "../../register/index.ts";
import { digest } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, DossierRow, NewListed, Store } from "../../store/index.ts";
import { facetNames, facetsOf, facetWord } from "./facets.ts";
import { keptWords } from "./words.ts";

/** Words of one act that are kept; a treaty's text in one act has some thousands. */
const wordsMax = 8_000;

interface Waiting extends NewListed {
  /** The author's clock; orders what is listed together. */
  readonly at: number;
  /** How many leaves of the other register its author had seen: they stand before it. */
  readonly seen: number;
}

interface Listing {
  readonly store: Store;
  readonly row: AccordRow;
}

/** One at a time for each accord: what a second would list, the first is listing. */
const running = new WeakMap<AccordRow, Promise<number>>();

/**
 * Lists up to `limit` leaves of each register that are not listed yet; how many it listed. Another process of this side
 * that lists at the same time does the same work: nothing is listed twice.
 */
export async function listNew(listing: Listing, limit: number): Promise<number> {
  const before = running.get(listing.row) ?? Promise.resolve(0);
  const now = before.catch(() => 0).then(() => list(listing, limit));
  running.set(listing.row, now);
  return now;
}

async function list({ store, row }: Listing, limit: number): Promise<number> {
  const own = await waiting({ store, row, party: row.own, origin: row.ownOrigin, limit });
  const other = await waiting({ store, row, party: row.other, origin: row.otherOrigin, limit });
  const leaves = merged(own, other).map(({ party, index, words }) => ({ party, index, words }));
  if (leaves.length === 0) return 0;
  try {
    await store.listing.append(row.accord, leaves);
    return leaves.length;
  } catch (cause) {
    if (cause instanceof Fault && cause.code === "store.listedOutOfOrder") return 0;
    throw cause;
  }
}

interface Of extends Listing {
  readonly party: PartyCode;
  readonly origin: Origin;
  readonly limit: number;
}

/** The next leaves of a register that have been read, with their words. */
async function waiting({ store, row, party, origin, limit }: Of): Promise<Waiting[]> {
  const start = await store.listing.listedOf(row.accord, party);
  const leaves = await store.leaves({ origin, start, end: start + limit });
  if (leaves.length === 0) return [];
  const acts = new Map(
    (await store.actsOfRegister(row.accord, { party, start, limit })).map((act) => [act.index, act]),
  );
  const unreadable = acts.size < leaves.length ? await unreadableOf({ store, row }, party) : new Set<number>();
  const titles = new Map<string, string>();
  const found: Waiting[] = [];
  for (const [i, bytes] of leaves.entries()) {
    const index = start + i;
    const act = acts.get(index);
    // A leaf that waits to be read (after a loss) is listed when it has been; what follows it waits with it.
    if (!act && !unreadable.has(index)) break;
    const leaf = parseLeaf(bytes);
    if (!act || isRefusal(leaf)) {
      found.push({ party, index, words: "", at: found.at(-1)?.at ?? 0, seen: found.at(-1)?.seen ?? 0 });
      continue;
    }
    const title = titles.get(act.dossier) ?? titleWords(await store.dossier(row.accord, act.dossier));
    titles.set(act.dossier, title);
    const signed = digest(nativeSuite, leaf.envelope.payload);
    found.push({ party, index, words: wordsOf(leaf.act, { title, signed }), at: act.at, seen: leaf.act.seen });
  }
  return found;
}

async function unreadableOf({ store, row }: Listing, party: PartyCode): Promise<ReadonlySet<number>> {
  const rows = await store.unreadable(row.accord);
  return new Set(rows.filter((one) => one.party === party).map((one) => one.index));
}

/** The title in all its languages: an act is found by any of them. */
function titleWords(dossier: DossierRow | undefined): string {
  return dossier ? [dossier.title, ...Object.values(dossier.titles)].join(" ") : "";
}

/** What an act is found by. Each word once: the index keeps no count. */
function wordsOf(act: Act, around: { readonly title: string; readonly signed: string }): string {
  const facets = facetsOf(act);
  const words = new Set(facetNames.flatMap((name) => facets[name].map((value) => facetWord(name, value))));
  const take = (text: string): void => {
    for (const word of keptWords(text)) if (words.size < wordsMax) words.add(word);
  };
  for (const text of [act.id, act.dossier, around.signed, act.procedure, act.step, act.service, act.function])
    take(text);
  take(around.title);
  eachText(act.body, take);
  return [...words].join(" ");
}

function eachText(value: unknown, take: (text: string) => void): void {
  if (typeof value === "string") take(value);
  else if (typeof value === "number") take(String(value));
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) eachText(inner, take);
}

/** Both registers by their authors' clocks, each in its own order, and no act before one its author had seen. */
function merged(own: readonly Waiting[], other: readonly Waiting[]): Waiting[] {
  const list: Waiting[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = own[i];
    const b = other[j];
    if (!a && !b) return list;
    if (a && (!b || isFirst(a, b))) {
      list.push(a);
      i += 1;
    } else if (b) {
      list.push(b);
      j += 1;
    }
  }
}

function isFirst(a: Waiting, b: Waiting): boolean {
  const [aSawB, bSawA] = [a.seen > b.index, b.seen > a.index];
  // Both are said by a register that lies, and then the clocks are all there is.
  return aSawB === bSawA ? a.at <= b.at : bSawA;
}
