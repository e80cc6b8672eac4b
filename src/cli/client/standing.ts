// Who speaks to which node: the officer and the token from the side's home, or $ENTENTE_TOKEN with --url where there is
// no home; and which of the node's accords is meant.

import type { AccordDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type Home, type OfficerRecord, openHome, readToken } from "../../node/index.ts";
import type { Call } from "../command.ts";
import { nodeAddress } from "./address.ts";
import { createClient, type NodeClient } from "./client.ts";

export interface Standing {
  readonly client: NodeClient;
  /** What the home knows of the officer; undefined without a home. */
  readonly officer: OfficerRecord | undefined;
  readonly home: Home | undefined;
}

export function standingOf({ globals, terminal }: Pick<Call, "globals" | "terminal">): Standing | Refusal {
  const given = terminal.env.ENTENTE_TOKEN;
  const opened = openHome(globals.home);
  if (isRefusal(opened) && (given === undefined || globals.url === undefined)) return opened;
  const home = isRefusal(opened) ? undefined : opened;
  // A name is part of a file's: another form would name another file.
  const token = given ?? (/^[a-z][a-z0-9-]*$/.test(globals.as) ? readToken(globals.home, globals.as) : undefined);
  if (token === undefined) return refuse("cli.noToken", { officer: globals.as, folder: globals.home });
  const address = nodeAddress({ home, url: globals.url });
  if (isRefusal(address)) return address;
  const officer = home?.officers().find((one) => one.id === globals.as);
  return { client: createClient({ address, token }), officer, home };
}

/** The accord by its id or the beginning of it; without one, the only accord of the node. */
export async function accordOf(client: NodeClient, given: string | undefined): Promise<AccordDetail | Refusal> {
  const all = await client.call("accords");
  if (isRefusal(all)) return all;
  const found = all.items.filter((one) => given === undefined || one.accord.startsWith(given));
  const [accord] = found;
  if (accord === undefined || found.length > 1) {
    const choices = all.items.map((one) => `${one.accord} (${Object.values(one.names)[0] ?? ""})`);
    return refuse("cli.choose", {
      option: "--accord",
      choices: choices.length > 0 ? choices : ["(this side has none)"],
    });
  }
  return client.call("accord", { params: { accord: accord.accord } });
}
