// What the demonstration proves of the public feeds: each side's has, in every language and in both forms, what was
// said on its side and nothing else, for somebody who has signed in nowhere.

import { call } from "./client.ts";
import { languages, type Party, parties, partyName, statementOf } from "./data.ts";
import type { Nodes } from "./nodes.ts";

/** Texts in each side's public feed. */
export type ToldInPublic = Readonly<Record<Party, number>>;

/** Throws what is not as it must be. */
export async function checkFeeds(nodes: Nodes): Promise<ToldInPublic> {
  return { MA: await checkFeed(nodes, "MA"), IL: await checkFeed(nodes, "IL") };
}

async function checkFeed(nodes: Nodes, party: Party): Promise<number> {
  const url = nodes.url(party);
  const [other = party] = parties.filter((one) => one !== party);
  let told = 0;
  for (const language of languages) {
    const { items } = await call("jsonFeed", { url, params: { language } });
    const atom = await call("atomFeed", { url, params: { language } });
    const { medium, says } = statementOf(party);
    const [item] = items;
    const whole = items.length === 1 && item?._entente.kind === "recorded" && item.content_text.includes(medium);
    if (!whole || !atom.includes(item.id) || atom.includes(statementOf(other).medium))
      throw new Error(`${partyName[party]}'s public feed in ${language} is not what was said on its side.`);
    if (language === "en" && !item.content_text.includes(says))
      throw new Error(`${partyName[party]}'s public feed does not say what was reported.`);
    told = items.length;
  }
  return told;
}
