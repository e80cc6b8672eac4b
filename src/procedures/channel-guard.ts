// What a channel asks of every act that goes by it: that it stands open, that the act is made by the side's own end of
// it and rests on an article that allows it, and that its label is within the channel's cap and releasability. A
// document is under the cap with its act, for the act's label dominates it.

import { type Act, type DossierId, levelOf, type PartyCode } from "../acts/index.ts";
import { type Refusal, refuse } from "../base/index.ts";
import type { Channel, Terms } from "./terms.ts";

interface OnChannel {
  readonly act: Act;
  readonly side: PartyCode;
  readonly terms: Terms;
}

/**
 * Undefined when the act may go by the channel. `carries: false` for what must remain possible when the channel is
 * suspended or closed: a recall and its answer, a receipt, a cancellation.
 */
export function refuseOutsideChannel(
  context: OnChannel,
  input: { channel: DossierId | undefined; carries: boolean },
): Refusal | undefined {
  const { act, side, terms } = context;
  const channel = input.channel && terms.channels.get(input.channel);
  if (!channel)
    return refuse("procedures.noChannel", { got: input.channel ?? "none", channels: [...terms.channels.keys()] });
  if (input.carries && channel.state !== "open")
    return refuse("procedures.channelNotOpen", { channel: channel.dossier, state: channel.state });
  if (act.service !== channel.services[side])
    return refuse("procedures.channelOtherService", { got: act.service, expected: channel.services[side] ?? "none" });
  if (!act.articles.some((article) => channel.articles.includes(article)))
    return refuse("procedures.channelOtherArticle", { got: [...act.articles], articles: [...channel.articles] });
  return refuseBeyond({ act, terms, channel });
}

function refuseBeyond({ act, terms, channel }: { act: Act; terms: Terms; channel: Channel }): Refusal | undefined {
  const { classification, releasableTo } = act.label;
  const above = refuseAbove(terms, { level: classification, cap: channel.cap });
  if (above) return above;
  const beyond = releasableTo.filter((party) => !channel.releasableTo.includes(party));
  if (beyond.length === 0) return undefined;
  return refuse("procedures.channelReleasability", { beyond, releasableTo: [...channel.releasableTo] });
}

/** Refused when a level of the accord's policy is above a cap, or no level at all. */
export function refuseAbove(terms: Terms, input: { level: string; cap: string }): Refusal | undefined {
  const { policy } = terms.labels;
  const level = levelOf(terms.labels, { policy, classification: input.level });
  const cap = levelOf(terms.labels, { policy, classification: input.cap });
  if (typeof level === "number" && typeof cap === "number" && level <= cap) return undefined;
  return refuse("procedures.aboveChannelCap", { got: input.level, cap: input.cap });
}
