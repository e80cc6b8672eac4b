// A home with its database open, for the commands that read it beside the node or without one.

import { isRefusal, type Refusal } from "../../base/index.ts";
import { type Home, openHome } from "../../node/index.ts";
import { openSqliteStore, type Store } from "../../store/index.ts";
import { nodeAddress } from "../client/address.ts";
import { createClient } from "../client/client.ts";
import type { Call } from "../command.ts";

export interface OpenedHome {
  readonly home: Home;
  readonly store: Store;
}

/** Refused where there is no database yet: nothing is made by looking. */
export async function openedHome(call: Call): Promise<OpenedHome | Refusal> {
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const store = await openSqliteStore(home.database, { create: false });
  return isRefusal(store) ? store : { home, store };
}

/** Where a node of this side answers now, or why none does. */
export async function runningNode(call: Call, home: Home): Promise<{ readonly address: string } | Refusal> {
  const address = nodeAddress({ home, url: call.globals.url });
  if (isRefusal(address)) return address;
  const info = await createClient({ address, token: undefined }).call("node");
  if (isRefusal(info)) return info;
  return { address: address.url.origin };
}
