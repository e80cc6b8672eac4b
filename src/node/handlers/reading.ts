// The handlers that read acts back: one act, its proof, and the registers in order. An officer reads what the policy
// allows for the act's procedure, its dossier and its label.

import { type Leaf, parseLeaf } from "../../acts/index.ts";
import { type Handlers, type LogItem, type RouteInput, type RouteOutput, refusalTextOf } from "../../api/index.ts";
import { base64, fromUtf8, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { ActRow, StoredAct } from "../../store/index.ts";
import { keptRefusal } from "../kept-refusal.ts";
import type { RunningAccord } from "../node.ts";
import { proveAct } from "../prove.ts";
import { accordOf, type HandlerContext, levelFor, mayRead } from "./context.ts";
import { summariesOf, summaryOf } from "./summary.ts";

type ReadingRoutes = "act" | "actProof" | "log";

export function readingHandlers(context: HandlerContext): Pick<Handlers<Officer>, ReadingRoutes> {
  return {
    async act({ params }, officer) {
      const found = await foundAct(context, { params, officer });
      if (isRefusal(found)) return found;
      const { accord, stored, leaf } = found;
      const terms = await accord.side.terms();
      const { party, index, local, outcome, rung, heldAt } = await summaryOf({ accord, row: stored.row, terms });
      return {
        act: { ...leaf.act },
        leaf: base64(stored.leaf),
        party,
        index,
        local,
        outcome,
        rung,
        ...(heldAt === undefined ? {} : { heldAt }),
      };
    },
    async actProof({ params }, officer) {
      const found = await foundAct(context, { params, officer });
      if (isRefusal(found)) return found;
      const proof = await proveAct({ side: found.accord.side, stored: found.stored });
      return isRefusal(proof) ? proof : (fromUtf8(proof) ?? "");
    },
    async log({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return (
        mayRead(context, { officer, accord, procedure: "accord" }) ?? (await log(context, { accord, officer, query }))
      );
    },
  };
}

/** An act that the officer may read; who may not read an act learns whether it is there. */
export async function foundAct(
  context: HandlerContext,
  input: { params: RouteInput<"act">["params"]; officer: Officer },
): Promise<{ accord: RunningAccord; stored: StoredAct; leaf: Leaf } | Refusal> {
  const { params, officer } = input;
  const accord = accordOf(context, params.accord);
  if (isRefusal(accord)) return accord;
  const stored = await accord.side.store.act(params.accord, params.act);
  const leaf = stored && parseLeaf(stored.leaf);
  if (!stored || !leaf || isRefusal(leaf)) return refuse("api.unknown", { what: "act", got: params.act });
  const { procedure, dossier } = stored.row;
  const level = levelFor(accord, leaf.act.label);
  return mayRead(context, { officer, accord, procedure, dossier, level }) ?? { accord, stored, leaf };
}

async function log(
  context: HandlerContext,
  input: { accord: RunningAccord; officer: Officer; query: RouteInput<"log">["query"] },
): Promise<RouteOutput<"log"> | Refusal> {
  const { accord, officer } = input;
  const { row, store } = accord.side;
  const { party, start, limit } = input.query;
  if (party !== row.own && party !== row.other) return refuse("api.unknown", { what: "party", got: party });
  const size = (await store.head(party === row.own ? row.ownOrigin : row.otherOrigin))?.size ?? 0;
  const end = Math.min(size, start + limit);
  const terms = await accord.side.terms();
  const told: ActRow[] = [];
  for (const act of await store.actsOfRegister(row.accord, { party, start, limit })) {
    const { index, procedure, dossier } = act;
    // The steps of a dossier that the officer has nothing to do with are not told; that a leaf stands there is.
    if (index >= end || mayRead(context, { officer, accord, procedure, dossier })) continue;
    told.push(act);
  }
  const summaries = await summariesOf({ accord, rows: told, terms });
  const items: LogItem[] = summaries.map((act) => ({ kind: "act", index: act.index, act }));
  for (const leaf of await store.unreadable(row.accord))
    if (leaf.party === party && leaf.index >= start && leaf.index < end)
      items.push({ kind: "unreadable", index: leaf.index, refusal: refusalTextOf(keptRefusal(leaf)) });
  items.sort((a, b) => a.index - b.index);
  return { party, size, items, ...(end < size ? { next: end } : {}) };
}
