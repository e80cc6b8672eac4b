// What a channel needs before it can be proposed, confirmed or changed: articles in force that allow intelligence
// cooperation, a service of each side designated for it, and a cap that no article goes below. A refusal says what is
// missing.

import { levelOf, type PartyCode, type ServiceCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import { articleApplies, type Terms } from "../terms.ts";
import type { ChannelTerms } from "./bodies.ts";

type Context = Pick<StepContext<unknown>, "terms" | "time">;

export function refuseChannel(context: Context, channel: ChannelTerms): Refusal | undefined {
  return (
    refuseParties(context.terms, channel) ??
    refuseArticles(context, channel) ??
    refuseServices(context.terms, channel) ??
    refuseCap(context.terms, channel)
  );
}

function refuseParties(terms: Terms, channel: ChannelTerms): Refusal | undefined {
  const parties = [...terms.parties].sort();
  for (const [what, given] of [
    ["services", Object.keys(channel.services)],
    ["contacts", Object.keys(channel.contacts)],
  ] as const)
    if ([...given].sort().join() !== parties.join())
      return refuse("procedures.channelSides", { what, got: given, parties });
  const missing = parties.filter((party) => !channel.releasableTo.includes(party));
  if (missing.length === 0) return undefined;
  return refuse("procedures.channelNotReleasable", { releasableTo: [...channel.releasableTo], missing });
}

function refuseArticles({ terms, time }: Context, channel: ChannelTerms): Refusal | undefined {
  const allowing = (terms.accord?.annex.articles ?? []).filter((one) => one.domains.includes("intelligence"));
  const fit = channel.articles.filter(
    (number) => allowing.some((one) => one.number === number) && articleApplies(terms, number, time),
  );
  if (fit.length === channel.articles.length) return undefined;
  return refuse("procedures.channelNoArticle", {
    missing: channel.articles.filter((number) => !fit.includes(number)),
    needed: allowing.length > 0 ? allowing.map((one) => one.number) : "none: the accord has no such article",
  });
}

function refuseServices(terms: Terms, channel: ChannelTerms): Refusal | undefined {
  for (const party of terms.parties) {
    const code = channel.services[party];
    const missing = code === undefined ? "a designation" : missingOf(terms, { party, code });
    if (missing !== undefined) return refuse("procedures.channelNoService", { party, service: code ?? "", missing });
  }
  return undefined;
}

/** What a service lacks to be an end of a channel, by what the author of the act could know of that side. */
function missingOf(terms: Terms, input: { party: PartyCode; code: ServiceCode }): string | undefined {
  const service = terms.services(input.party).get(input.code);
  if (!service) return "a designation";
  if (service.withdrawn) return "a designation that stands, for it was withdrawn";
  return service.domains?.includes("intelligence") ? undefined : "the domain intelligence in its designation";
}

/** Not above the founding's cap, nor any named article's: the narrowest of the articles is what both had in mind. */
function refuseCap(terms: Terms, channel: ChannelTerms): Refusal | undefined {
  const rank = (classification: string): number | Refusal =>
    levelOf(terms.labels, { policy: terms.labels.policy, classification });
  const asked = rank(channel.cap);
  if (typeof asked !== "number") return refuse("procedures.channelLevel", { got: channel.cap, levels: codesOf(terms) });
  for (const number of [undefined, ...channel.articles]) {
    const cap =
      number === undefined ? terms.cap : terms.accord?.annex.articles.find((one) => one.number === number)?.cap;
    const most = cap === undefined ? undefined : rank(cap);
    if (typeof most !== "number" || asked <= most) continue;
    const from = number === undefined ? "the founding" : `article ${number}`;
    return refuse("procedures.channelAboveCap", { got: channel.cap, cap: cap ?? "", from });
  }
  return undefined;
}

const codesOf = (terms: Terms): string[] => terms.labels.levels.map((level) => level.code);
