// The channel that an officer means: by its id, or the only one that is open. From its terms comes what an officer need
// not say again: the articles, the cap, where the own end is reached.

import type { AccordDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";

const termsSchema = z.looseObject({
  title: z.string(),
  services: z.record(z.string(), z.string()),
  articles: z.array(z.string()),
  cap: z.string(),
  contacts: z.record(z.string(), z.looseObject({})),
});
const dataSchema = z.looseObject({ terms: termsSchema });

export interface MeantChannel {
  readonly dossier: string;
  readonly terms: z.infer<typeof termsSchema>;
}

/** Refused as `cli.choose` where several are open, or none. */
export async function meantChannel(
  client: NodeClient,
  { accord, given }: { readonly accord: AccordDetail; readonly given: string | undefined },
): Promise<MeantChannel | Refusal> {
  const query = { procedure: "channel", state: "open", limit: 100 };
  const page = await client.call("dossiers", { params: { accord: accord.accord }, query });
  if (isRefusal(page)) return page;
  const found = page.items.filter((one) => given === undefined || one.dossier.startsWith(given));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    const choices = page.items.map((one) => `${one.dossier} (${one.title})`);
    return refuse("cli.choose", { option: "--channel", choices: choices.length > 0 ? choices : ["(none is open)"] });
  }
  const detail = await client.call("dossier", { params: { accord: accord.accord, dossier: only.dossier } });
  if (isRefusal(detail)) return detail;
  const read = dataSchema.safeParse(detail.data);
  if (read.success) return { dossier: only.dossier, terms: read.data.terms };
  return refuse("cli.badAnswer", { address: client.address.url.origin, problem: "the channel has no terms" });
}
