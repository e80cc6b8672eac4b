// The official channel between the two designated services, under article 2, opened by both. A cap above what the
// founding allows is refused. Titles, references and contacts are demonstration data.

import { posts } from "../posts.ts";
import { proposalDigest } from "../readings.ts";
import type { AttemptStep, Reading, Scene, Step } from "../step.ts";
import { contacts, through } from "./correspondence.ts";

const step = through("channel/1");

const terms = (cap: string): Readonly<Record<string, unknown>> => ({
  title: "Canal officiel MA–IL (démonstration)",
  reference: "CH-2022-1 (demonstration)",
  services: { MA: posts.channelLiaison.MA.service, IL: posts.channelLiaison.IL.service },
  articles: ["2"],
  cap,
  releasableTo: ["IL", "MA"],
  contacts,
});

const tooHigh: AttemptStep = {
  ...step({
    key: "channel.tooHigh",
    step: "propose",
    side: "MA",
    by: posts.channelAuthority.MA,
    at: "2022-03-07T09:00:00Z",
    say: "tries to propose a channel up to confidential",
    body: () => terms("confidential"),
  }),
  kind: "attempt",
  refusal: "procedures.channelAboveCap",
  explain: () => ["Article 2 goes up to confidential, the founding no further than restricted: the lower one counts."],
};

const propose = step({
  key: "channel",
  step: "propose",
  side: "MA",
  by: posts.channelAuthority.MA,
  at: "2022-03-07T09:10:00Z",
  say: "proposes the channel between the two services, under article 2, up to restricted",
  body: () => terms("restricted"),
});

const confirm = step({
  key: "channel.confirm",
  step: "confirm",
  dossier: "channel",
  side: "IL",
  by: posts.channelAuthority.IL,
  at: "2022-03-08T08:00:00Z",
  say: "confirms it, by its digest",
  body: async (reading: Reading) => ({ proposal: await proposalDigest(reading, "channel") }),
});

const open: Step = {
  kind: "tell",
  async lines(readings) {
    const [ma, il] = [await readings.MA.dossier("channel"), await readings.IL.dossier("channel")];
    return [`The channel stands at "${ma.state}" at Morocco's node and at "${il.state}" at Israel's.`];
  },
};

export const channel: Scene = {
  title: "An official channel between two designated services",
  steps: [tooHigh, propose, confirm, open],
};
