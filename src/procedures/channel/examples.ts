// A body for every step of a channel that fits the data at hand: for the exhaustive test, and to show what a form
// holds. Offices and numbers are invented.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import type { Terms } from "../terms.ts";
import type { ChannelData, ChannelStep } from "./channel.ts";

export type ExampleContext = Pick<
  StepContext<ChannelData>,
  "data" | "side" | "other" | "roles" | "terms" | "time" | "digest"
>;

const contact = (room: string): JsonObject => ({ office: room, function: "liaison-officer", phone: "+212 500000000" });

/** The first service of a side that is designated for intelligence. */
function serviceOf(terms: Terms, party: PartyCode): string {
  const found = [...terms.services(party)].find(([, { domains }]) => domains?.includes("intelligence"));
  return found?.[0] ?? "official-channel";
}

export function exampleChannel({ terms }: Pick<ExampleContext, "terms">, change: JsonObject = {}): JsonObject {
  const allowing = (terms.accord?.annex.articles ?? []).filter((one) => one.domains.includes("intelligence"));
  return {
    title: "Channel for examples",
    services: Object.fromEntries(terms.parties.map((party) => [party, serviceOf(terms, party)])),
    articles: allowing.slice(0, 1).map((one) => one.number),
    cap: allowing[0]?.cap ?? terms.cap,
    releasableTo: [...terms.parties].sort(),
    contacts: Object.fromEntries(terms.parties.map((party) => [party, contact(`Room 12, ${party}`)])),
    ...change,
  };
}

export const examples: Readonly<Record<ChannelStep, (context: ExampleContext) => JsonObject>> = {
  propose: (context) => exampleChannel(context),
  confirm: ({ data, digest }) => ({ proposal: data.proposal ?? digest("no proposal") }),
  decline: () => ({ reason: "Another service answers for this." }),
  withdraw: () => ({ reason: "It will be proposed anew under another title." }),
  change: (context) => exampleChannel(context, { title: "Channel for examples, narrowed" }),
  changeContact: () => ({ contact: contact("Room 14") }),
  suspend: () => ({ reason: "The office moves this week." }),
  resume: () => ({ reason: "The office has moved." }),
  close: () => ({ reason: "Its work is done." }),
};
