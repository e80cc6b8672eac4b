// The handlers of the registers as C2SP tlog-tiles serves them: the other side's node reads them for its recovery and
// its audit, an officer to check a proof. Checkpoints and tiles are hashes and say nothing; the entries are the acts
// themselves, and an officer reads only those that the policy allows one by one.

import { type AccordId, type PartyCode, parseLeaf } from "../../acts/index.ts";
import type { Callers, Handlers } from "../../api/index.ts";
import { fromUtf8, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { encodeBundle, hashBytes, type Origin, tileWidth, widthAt } from "../../register/index.ts";
import type { RunningAccord } from "../node.ts";
import { accordOf, type HandlerContext, levelFor, mayRead } from "./context.ts";

interface Found {
  readonly accord: RunningAccord;
  readonly origin: Origin;
}

export function registerHandlers(context: HandlerContext): Pick<Handlers<Officer>, "checkpoint" | "entries" | "tile"> {
  return {
    async checkpoint({ params }) {
      const found = registerOf(context, params);
      if (isRefusal(found)) return found;
      const { store } = found.accord.side;
      const head = await store.head(found.origin);
      if (!head) return refuse("api.unknown", { what: "checkpoint", got: params.party });
      const held = await store.heldLatest(found.origin);
      const note = held && held.size === head.size ? held.note : head.checkpoint;
      return fromUtf8(note) ?? "";
    },
    async entries({ params }, caller) {
      const found = registerOf(context, params);
      if (isRefusal(found)) return found;
      const { index, width } = params.tile;
      const start = index * tileWidth;
      const { store } = found.accord.side;
      const size = (await store.head(found.origin))?.size ?? 0;
      if (start + width > size) return refuse("api.unknown", { what: "bundle", got: String(index) });
      const leaves = await store.leaves({ origin: found.origin, start, end: start + width });
      return mayReadAll(context, { accord: found.accord, caller, leaves }) ?? encodeBundle(leaves);
    },
    async tile({ params }) {
      const found = registerOf(context, params);
      if (isRefusal(found)) return found;
      const { level, tile } = params;
      const { store } = found.accord.side;
      const size = (await store.head(found.origin))?.size ?? 0;
      const bytes = await store.tile({ origin: found.origin, level, index: tile.index });
      const length = tile.width * hashBytes;
      if (!bytes || bytes.length < length || tile.width > widthAt(size, { level, index: tile.index }))
        return refuse("api.unknown", { what: "tile", got: `${level}/${tile.index}` });
      return bytes.subarray(0, length);
    },
  };
}

function registerOf(context: HandlerContext, params: { accord: AccordId; party: PartyCode }): Found | Refusal {
  const accord = accordOf(context, params.accord);
  if (isRefusal(accord)) return accord;
  const { own, other, ownOrigin, otherOrigin } = accord.side.row;
  if (params.party === own) return { accord, origin: ownOrigin };
  if (params.party === other) return { accord, origin: otherOrigin };
  return refuse("api.unknown", { what: "party", got: params.party });
}

/** Undefined when the caller is the other side's node of this accord, or an officer who may read each of the leaves. */
function mayReadAll(
  context: HandlerContext,
  input: { accord: RunningAccord; caller: Callers<Officer>["either"]; leaves: readonly Uint8Array[] },
): Refusal | undefined {
  const { accord, caller } = input;
  if (!("officer" in caller)) return undefined;
  for (const bytes of input.leaves) {
    const leaf = parseLeaf(bytes);
    if (isRefusal(leaf)) continue;
    const { dossier, label } = leaf.act;
    const [procedure = ""] = leaf.act.procedure.split("/");
    const level = levelFor(accord, label);
    const refused = mayRead(context, { officer: caller.officer, accord, procedure, dossier, level });
    if (refused) return refused;
  }
  return undefined;
}
