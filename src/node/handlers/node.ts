// The handlers of the node itself, and of the link: how it stands, its evidence, its parcels, and the stream of events.

import {
  type ApiEvent,
  type Handlers,
  isoInstant,
  type LinkDetail,
  refusalTextOf,
  type StreamedEvent,
} from "../../api/index.ts";
import { Fault, isRefusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { StoryClock } from "../clock.ts";
import { keptRefusal, toldRefusal } from "../kept-refusal.ts";
import type { RunningAccord } from "../node.ts";
import { accordSummary } from "./accords.ts";
import { accordOf, type HandlerContext, mayAdminister, mayRead } from "./context.ts";
import { eventsOf } from "./events.ts";

type NodeRoutes = "node" | "setClock";
type LinkRoutes = "link" | "evidence" | "retryLink" | "events" | "parcel";

export function nodeHandlers(context: HandlerContext): Pick<Handlers<Officer>, NodeRoutes> {
  const { clock, accords, home } = context.node;
  const clockNow = () => ({ now: isoInstant(clock.now()), kind: clock.kind });
  return {
    async node() {
      const { card, demonstration } = home.config;
      return {
        party: card.party,
        names: { ...card.names },
        version: context.version,
        clock: clockNow(),
        demonstration: demonstration !== undefined,
        ...(demonstration ? { notice: demonstration.notice } : {}),
        accords: await Promise.all([...accords.values()].map(accordSummary)),
      };
    },
    async setClock({ body }, officer) {
      if (!isStory(clock)) return refuse("api.notDemonstration");
      const refused = mayAdminister(context, { officer, matter: "node" });
      if (refused) return refused;
      const back = Date.parse(body.instant) < clock.now();
      clock.set(Date.parse(body.instant));
      for (const { side } of accords.values()) {
        side.events.publish({ kind: "clock", now: clock.now() });
        await (back ? side.retell() : side.lapse());
      }
      return clockNow();
    },
  };
}

export function linkHandlers(context: HandlerContext): Pick<Handlers<Officer>, LinkRoutes> {
  return {
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
      const mayKnow = (dossier: { procedure: string; dossier: string }): boolean =>
        mayRead(context, { officer, accord, ...dossier }) === undefined;
      return eventsOf(accord, { after: query.after, mayKnow }) satisfies AsyncIterable<StreamedEvent<ApiEvent>>;
    },
    async parcel({ params, body }, peer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      // The rim admits the other side's node of the very accord that the path names.
      if (peer.accord !== params.accord) throw new Fault("node.otherPeer", "A peer of one accord spoke for another.");
      return accord.link.receive(body);
    },
  };
}

function isStory(clock: HandlerContext["node"]["clock"]): clock is StoryClock {
  return clock.kind === "story";
}

function linkDetail(accord: RunningAccord): LinkDetail {
  const { side, link } = accord;
  const pushing = link.state();
  const { stopped, lastContact, evidence } = side.link;
  const contact = Math.max(lastContact ?? 0, pushing.lastContact ?? 0);
  const problem = side.unreachable ?? (pushing.lastError && toldRefusal(pushing.lastError));
  const card = side.founding.cards.find((one) => one.party === side.row.other);
  if (!card) throw new Fault("node.noCard", "A founding without the other side's card.");
  return {
    state: side.linkState,
    ...(contact > 0 ? { lastContact: isoInstant(contact * 1000) } : {}),
    queue: Math.max(0, side.ownSize - side.held(side.row.own)),
    peer: { party: side.row.other, address: card.address },
    ...(problem ? { lastError: refusalTextOf(problem) } : {}),
    ...(stopped ? { stopped: { at: isoInstant(stopped.at), refusal: refusalTextOf(keptRefusal(stopped)) } } : {}),
    ...(evidence === undefined ? {} : { evidence: `/api/accords/${side.row.accord}/link/evidence` }),
  };
}
