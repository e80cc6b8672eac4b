// The handlers of the two registers as one list, and of the search in it.

import { type Leaf, parseLeaf } from "../../acts/index.ts";
import { type Handlers, type Listed, type ListedAct, type RouteOutput, refusalTextOf } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { Terms } from "../../procedures/index.ts";
import { digest } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { StoredAct, Listed as StoredListed } from "../../store/index.ts";
import { keptRefusal } from "../kept-refusal.ts";
import type { RunningAccord } from "../node.ts";
import { listNew } from "../search/lister.ts";
import { type Question, questionOf } from "../search/question.ts";
import { accordOf, type HandlerContext, levelFor, mayRead } from "./context.ts";
import { titlesIn } from "./dossiers.ts";
import { summaryOf } from "./summary.ts";

/**
 * Leaves of each register that a question waits for to be listed; a longer backlog is listed by the node's own round.
 */
const listedBeforeAnswer = 500;
/** Acts that match and are looked at, at most: an officer who may read none of them learns nothing of how many. */
const lookedAtMax = 2_000;

interface Reader {
  readonly context: HandlerContext;
  readonly accord: RunningAccord;
  readonly officer: Officer;
  readonly terms: Terms;
}

export function listingHandlers(context: HandlerContext): Pick<Handlers<Officer>, "acts" | "searchActs"> {
  const reader = async (
    input: { accord: Parameters<typeof accordOf>[1] },
    officer: Officer,
  ): Promise<Reader | Refusal> => {
    const accord = accordOf(context, input.accord);
    if (isRefusal(accord)) return accord;
    const refused = mayRead(context, { officer, accord, procedure: "accord" });
    if (refused) return refused;
    await listNew(accord.side, listedBeforeAnswer);
    return { context, accord, officer, terms: await accord.side.terms() };
  };
  return {
    async acts({ params, query }, officer) {
      const read = await reader(params, officer);
      return isRefusal(read) ? read : await page(read, query);
    },
    async searchActs({ params, query }, officer) {
      const read = await reader(params, officer);
      return isRefusal(read) ? read : await search(read, { question: questionOf(query), limit: query.limit });
    },
  };
}

async function page(
  reader: Reader,
  query: { party?: string | undefined; start: number; limit: number },
): Promise<RouteOutput<"acts"> | Refusal> {
  const { row, store } = reader.accord.side;
  const { party, start, limit } = query;
  if (party === undefined) {
    const leaves = await store.listing.read(row.accord, { start, limit });
    return { size: await store.listing.size(row.accord), start, items: await told(reader, leaves) };
  }
  if (party !== row.own && party !== row.other) return refuse("api.unknown", { what: "party", got: party });
  const own = party === row.own ? row.own : row.other;
  const leaves = await store.listing.readRegister(row.accord, { party: own, start, limit });
  return { size: await store.listing.listedOf(row.accord, own), start, items: await told(reader, leaves) };
}

async function told(reader: Reader, leaves: readonly StoredListed[]): Promise<Listed[]> {
  const items: Listed[] = [];
  for (const leaf of leaves) {
    const { party, index } = leaf;
    if (leaf.kind === "unreadable") {
      items.push({ kind: "unreadable", party, index, refusal: refusalTextOf(keptRefusal(leaf.row)) });
      continue;
    }
    const read = readable(reader, leaf.act);
    items.push(read ? await listedAct(reader, { stored: leaf.act, leaf: read }) : { kind: "closed", party, index });
  }
  return items;
}

async function search(
  reader: Reader,
  { question, limit }: { question: Question; limit: number },
): Promise<RouteOutput<"searchActs">> {
  const { row, store } = reader.accord.side;
  const items: ListedAct[] = [];
  const seen = new Set<string>();
  const found = [
    ...(await placed(reader, question)),
    ...(await store.listing.find(row.accord, { words: question.words, limit: lookedAtMax })),
  ];
  for (const one of found) {
    if (one.kind !== "act" || seen.has(one.act.row.id)) continue;
    seen.add(one.act.row.id);
    const leaf = readable(reader, one.act);
    if (!leaf || !question.fits(leaf.act)) continue;
    if (items.length < limit) items.push(await listedAct(reader, { stored: one.act, leaf }));
    else return { items, more: true, ...(await extent(reader)) };
  }
  return { items, more: found.length >= lookedAtMax, ...(await extent(reader)) };
}

/** How much could be searched, and how much there is. */
async function extent({ accord }: Reader): Promise<{ searched: number; size: number }> {
  const { row, store } = accord.side;
  const sizes = await Promise.all(
    [row.ownOrigin, row.otherOrigin].map(async (origin) => (await store.head(origin))?.size),
  );
  return { searched: await store.listing.size(row.accord), size: (sizes[0] ?? 0) + (sizes[1] ?? 0) };
}

/** The acts that stand at the number asked for, in either register. */
async function placed({ accord }: Reader, { index }: Question): Promise<StoredListed[]> {
  if (index === undefined) return [];
  const { row, store } = accord.side;
  const at = (party: typeof row.own) => store.listing.readRegister(row.accord, { party, start: index, limit: 1 });
  return [...(await at(row.own)), ...(await at(row.other))];
}

/** The act of a leaf that the officer may read. */
function readable({ context, accord, officer }: Reader, stored: StoredAct): Leaf | undefined {
  const leaf = parseLeaf(stored.leaf);
  if (isRefusal(leaf)) return undefined;
  const { procedure, dossier } = stored.row;
  const level = levelFor(accord, leaf.act.label);
  return mayRead(context, { officer, accord, procedure, dossier, level }) ? undefined : leaf;
}

async function listedAct(reader: Reader, found: { stored: StoredAct; leaf: Leaf }): Promise<ListedAct> {
  const { accord, terms } = reader;
  const { stored, leaf } = found;
  const { articles, label } = leaf.act;
  const { row, store } = accord.side;
  const dossier = await store.dossier(row.accord, stored.row.dossier);
  return {
    kind: "act",
    ...(await summaryOf({ accord, row: stored.row, terms })),
    articles: [...articles],
    label: {
      policy: label.policy,
      classification: label.classification,
      releasableTo: [...label.releasableTo],
      ...(label.caveats ? { caveats: [...label.caveats] } : {}),
    },
    digest: digest(nativeSuite, leaf.envelope.payload),
    title: dossier?.title ?? "",
    ...(dossier ? titlesIn(dossier) : {}),
  };
}
