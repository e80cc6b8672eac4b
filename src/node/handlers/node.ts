// The handlers of the node itself, of the link, of the registers, and of the stream of events.

import { type ApiEvent, type Handlers, isoInstant, type LinkDetail, refusalTextOf, type StreamedEvent } from "../../api/index.ts";
import { Fault, fromUtf8, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { encodeBundle, widthAt } from "../../register/index.ts";
import type { StoryClock } from "../clock.ts";
import type { RunningAccord } from "../node.ts";
import { accordSummary } from "./accords.ts";
import { accordOf, type HandlerContext, mayAdminister, mayRead } from "./context.ts";
import { eventsOf } from "./events.ts";

type NodeRoutes = "node" | "setClock" | "link" | "evidence" | "retryLink" | "events" | "parcel" | "checkpoint" | "entries" | "tile";

export function nodeHandlers(context: HandlerContext): Pick<Handlers<Officer>, NodeRoutes> {
  const clockNow = () => ({ now: isoInstant(context.node.clock.now()), kind: context.node.clock.kind });
  return {
    async node() {
      const { card, demonstration } = context.node.home.config;
      const accords = [];
      for (const accord of context.node.accords.values()) accords.push(await accordSummary(accord));
      return {
        party: card.party,
        names: { ...card.names },
        version: context.version,
        clock: clockNow(),
        demonstration: demonstration !== undefined,
        ...(demonstration ? { notice: demonstration.notice } : {}),
        accords,
      };
    },
    async setClock({ body }, officer) {
      const { clock } = context.node;
      if (!isStory(clock)) return refuse("api.notDemonstration");
      const refused = mayAdminister(context, { officer, matter: "node" });
      if (refused) return refused;
      clock.set(Date.parse(body.instant));
      for (const { side } of context.node.accords.values()) {
        side.events.publish({ kind: "clock", now: clock.now() });
        await side.lapse();
      }
      return clockNow();
    },
    async link({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayRead(context, { officer, accord, procedure: "accord" }) ?? linkDetail(accord);
    },
    async evidence({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: "accord" });
      if (refused) return refused;
      return accord.side.link.evidence ?? refuse("api.unknown", { what: "evidence file", got: params.accord });
    },
    async retryLink({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayAdminister(context, { officer, matter: "link" });
      if (refused) return refused;
      if (accord.side.link.stopped) await accord.side.changeLink({ stopped: undefined });
      accord.link.poke();
      return linkDetail(accord);
    },
    async events({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: "accord" });
      if (refused) return refused;
      return eventsOf(accord, query.after) satisfies AsyncIterable<StreamedEvent<ApiEvent>>;
    },
    async parcel({ params, body }, peer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      if (peer.accord !== params.accord || peer.party !== accord.side.row.other)
        return refuse("api.wrongCard", { party: peer.party });
      return accord.link.receive(body);
    },
    async checkpoint({ params }) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const origin = originOf(accord, params.party);
      if (isRefusal(origin)) return origin;
      const head = await accord.side.store.head(origin);
      if (!head) return refuse("api.unknown", { what: "checkpoint", got: params.party });
      const held = await accord.side.store.heldLatest(origin);
      const note = held && held.size === head.size ? held.note : head.checkpoint;
      return fromUtf8(note) ?? "";
    },
    async entries({ params }) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const origin = originOf(accord, params.party);
      if (isRefusal(origin)) return origin;
      const { index, width } = params.tile;
      const start = index * 256;
      const size = (await accord.side.store.head(origin))?.size ?? 0;
      if (start + width > size) return refuse("api.unknown", { what: "bundle", got: String(index) });
      return encodeBundle(await accord.side.store.leaves({ origin, start, end: start + width }));
    },
    async tile({ params }) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const origin = originOf(accord, params.party);
      if (isRefusal(origin)) return origin;
      const { index, width } = params.tile;
      const size = (await accord.side.store.head(origin))?.size ?? 0;
      const bytes = await accord.side.store.tile({ origin, level: params.level, index });
      if (!bytes || bytes.length < width * 32 || width > Math.max(widthAt(size, { level: params.level, index }), 0))
        return refuse("api.unknown", { what: "tile", got: `${params.level}/${index}` });
      return bytes.subarray(0, width * 32);
    },
  };
}

function isStory(clock: HandlerContext["node"]["clock"]): clock is StoryClock {
  return clock.kind === "story";
}

function originOf(accord: RunningAccord, party: string): RunningAccord["side"]["row"]["ownOrigin"] | Refusal {
  const { row } = accord.side;
  if (party === row.own) return row.ownOrigin;
  return party === row.other ? row.otherOrigin : refuse("api.unknown", { what: "party", got: party });
}

function linkDetail(accord: RunningAccord): LinkDetail {
  const { side, link } = accord;
  const state = link.state();
  const { stopped, recovering, lastContact, evidence } = side.link;
  const contact = Math.max(lastContact ?? 0, state.lastContact ?? 0);
  const problem = side.unreachable ?? (state.lastError && asRefusal(state.lastError));
  const card = side.founding.cards.find((one) => one.party === side.row.other);
  if (!card) throw new Fault("node.noCard", "A founding without the other side's card.");
  return {
    state: stopped ? "stopped" : recovering ? "recovering" : "open",
    ...(contact > 0 ? { lastContact: isoInstant(contact * 1000) } : {}),
    queue: Math.max(0, side.ownSize - side.held(side.row.own)),
    peer: { party: side.row.other, address: card.address },
    ...(problem ? { lastError: refusalTextOf(problem) } : {}),
    ...(stopped
      ? {
          stopped: {
            at: isoInstant(stopped.at),
            refusal: refusalTextOf(asRefusal({ code: stopped.code, details: JSON.parse(stopped.details) })),
          },
        }
      : {}),
    ...(evidence === undefined ? {} : { evidence: `/api/accords/${side.row.accord}/link/evidence` }),
  };
}

function asRefusal(kept: { code: string; details: Refusal["details"] }): Refusal {
  return { kind: "refused", code: kept.code as Refusal["code"], details: kept.details };
}
