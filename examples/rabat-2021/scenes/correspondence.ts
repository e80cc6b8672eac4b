// What the scenes of the channel share: steps by the ends of the channel under article 2, contents sealed for the other
// end, and the two officers that it takes to let anything out. All subject matter is invented and harmless.

import { otherOf, type Party } from "../data.ts";
import { channelService, posts } from "../posts.ts";
import type { ActStep, Content, OpenStep } from "../step.ts";

type Given = "key" | "step" | "side" | "at" | "say" | "body";
type Choice = "by" | "dossier" | "level" | "documents" | "grave" | "releasedBy";
export type Sent = Pick<ActStep, Given> & Partial<Pick<ActStep, Choice>>;

/** Steps of one procedure through the channel; by default the liaison officer's, at the lowest level. */
export const through =
  (procedure: string) =>
  (step: Sent): ActStep => ({
    kind: "act",
    procedure,
    articles: ["2"],
    by: posts.channelLiaison[step.side],
    ...step,
  });

/** What leaves a side: the liaison officer writes it, the release officer lets it out. */
export const fourEyes = (step: Sent): Sent => ({ ...step, releasedBy: posts.channelRelease[step.side] });

export const restricted = "restricted";

/** A text for the other end of the channel. */
export function letter(name: string, lines: readonly string[]): Content {
  const text = ["DEMONSTRATION / DÉMONSTRATION", "", ...lines, ""].join("\n");
  return { name, mediaType: "text/plain", text, to: channelService };
}

/** The liaison officer of the other side opens what a step sent. */
export function opens(opened: {
  readonly sent: Pick<ActStep, "key" | "side">;
  readonly path: string;
  readonly at: string;
  readonly what: string;
}): OpenStep {
  const { sent, path, at, what } = opened;
  const side = otherOf(sent.side);
  const document = { act: sent.key, path };
  return {
    kind: "open",
    key: `${sent.key}.${path}.opened`,
    side,
    by: posts.channelLiaison[side],
    document,
    at,
    say: `opens ${what}`,
  };
}

/** Where the liaison officer of a side is reached. */
export const contacts: Readonly<Record<Party, object>> = {
  MA: { office: "Official channel, Rabat (demonstration)", function: "liaison-officer", phone: "+212 500000000" },
  IL: { office: "Official channel (demonstration)", function: "liaison-officer", phone: "+972 500000000" },
};
