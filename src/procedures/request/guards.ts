// What is asked of the acts of a request beyond the channel's own conditions: times that lie ahead, levels the
// requester can take, a service that exists, one reopening.

import { documentsIn, epochMs, isInstantText, levelOf, type ServiceCode } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { refuseAbove } from "../channel-guard.ts";
import { inAccordPolicy } from "../document-labels.ts";
import type { RequestContext } from "./data.ts";

/** Milliseconds since 1970; the form has seen to it that the text is an instant. */
export function msOf(text: string): number {
  return isInstantText(text) ? epochMs(text) : Number.NaN;
}

/** Refused unless the instant lies after the act. */
export function refusePast({ time }: RequestContext, input: { what: string; instant: string }): Refusal | undefined {
  if (msOf(input.instant) > time) return undefined;
  const made = new Date(time).toISOString().replace(".000Z", "Z");
  return refuse("procedures.requestPast", { what: input.what, got: input.instant, made });
}

/** Refused when the requester would ask for more than the channel carries. */
export function refuseHighest(context: RequestContext, input: { channel: string; level: string }): Refusal | undefined {
  for (const channel of context.terms.channels.values())
    if (channel.dossier === input.channel) return refuseAbove(context.terms, { level: input.level, cap: channel.cap });
  return undefined;
}

/** Refused when an answer is above the highest level that the requester can take. */
export function refuseTooHigh({ act, data, terms, time }: RequestContext): Refusal | undefined {
  const highest = data.asked?.highestLevel ?? terms.cap;
  const most = levelOf(terms.labels, { policy: terms.labels.policy, classification: highest });
  for (const { digest, label } of documentsIn(act.body)) {
    const own = inAccordPolicy({ terms, label, at: time });
    if (isRefusal(own)) return own;
    if (typeof most === "number" && own.rank > most)
      return refuse("procedures.requestAboveAccepted", { digest, level: own.level, highest });
  }
  return undefined;
}

/** Refused unless the receiving side has designated the service, and it is not the one that redirects. */
export function refuseRedirection({ act, side, terms }: RequestContext, to: ServiceCode): Refusal | undefined {
  const service = terms.services(side).get(to);
  if (service && !service.withdrawn && to !== act.service) return undefined;
  const services = [...terms.services(side).keys()].filter((code) => code !== act.service);
  return refuse("procedures.requestRedirection", { got: to, services });
}

export function refuseReopened({ data }: RequestContext): Refusal | undefined {
  return data.reopened ? refuse("procedures.requestReopened", {}) : undefined;
}

/** Refused unless the receipt names the answer that was given last. */
export function refuseOtherAnswer({ data }: RequestContext, got: string | undefined): Refusal | undefined {
  const last = data.answers.at(-1);
  if (last?.document === got) return undefined;
  return refuse("procedures.requestOtherAnswer", { got: got ?? "none", expected: last?.document ?? "none" });
}

/** A side that is not satisfied says why: the other could not do better otherwise. */
export function refuseUnreasoned(body: { satisfaction: string; reason?: string | undefined }): Refusal | undefined {
  if (body.satisfaction === "satisfied" || body.reason !== undefined) return undefined;
  return refuse("procedures.requestUnreasoned", { satisfaction: body.satisfaction });
}
