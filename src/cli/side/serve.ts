// `entente serve`: runs this side's node until it is asked to end.

import { isRefusal } from "../../base/index.ts";
import { openHome, type ServingNode, serveNode } from "../../node/index.ts";
import { type Call, done, type Outcome } from "../command.ts";
import type { Terminal } from "../terminal.ts";

export async function serve({ globals, terminal }: Call): Promise<Outcome> {
  const log = (line: string): void => terminal.err(`${new Date(terminal.now()).toISOString()} ${line}`);
  const home = openHome(globals.home);
  if (isRefusal(home)) return home;
  // Before the node runs: a signal that comes while it starts must still end it cleanly.
  const stopped = terminal.stopped();
  const serving = await serveNode(home, { report: log });
  if (isRefusal(serving)) return serving;
  const accords = [...serving.node.accords.keys()];
  if (globals.json) terminal.out(JSON.stringify({ url: serving.url, party: home.config.card.party, accords }));
  else terminal.out(`The node of ${home.config.card.party} listens on ${serving.url}`);
  logLinks(serving, log);
  if (accords.length === 0) log("no accord yet: `entente join` founds one, or takes the other side's founding");
  const signal = await stopped;
  log(`${signal}: closing`);
  await serving.close();
  log("closed");
  return done([], { closed: signal });
}

function logLinks(serving: ServingNode, log: Terminal["err"]): void {
  for (const { side } of serving.node.accords.values()) {
    const { accord, other } = side.row;
    const state = side.link.stopped ? "stopped" : side.link.recovering ? "recovering" : "open";
    log(`accord ${accord} with ${other}: ${side.ownSize} acts of this side, link ${state}`);
    void follow({ accord, events: side.events.listen(), log });
  }
}

async function follow(input: {
  accord: string;
  events: AsyncIterable<{ readonly kind: string; readonly state?: string }>;
  log: Terminal["err"];
}): Promise<void> {
  for await (const event of input.events)
    if (event.kind === "link") input.log(`accord ${input.accord}: link ${event.state ?? ""}`);
}
