// `entente doctor`: whether this side can do its work now, one line a question, with what to do.

import { isRefusal } from "../../base/index.ts";
import { openHome } from "../../node/index.ts";
import { openSqliteStore } from "../../store/index.ts";
import { type Call, done, type Outcome } from "../command.ts";
import { type Diagnosis, ok, warn } from "./diagnosis.ts";
import { database, diskPace, diskRoom, policy, secrets } from "./machine.ts";
import { runningNode } from "./opened.ts";
import { peerClock, peerLink } from "./peer.ts";

export async function doctor(call: Call): Promise<Outcome> {
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const opened = await openSqliteStore(home.database, { create: false });
  const store = isRefusal(opened) ? undefined : opened;
  const now = (): number => call.terminal.now();
  const running = await runningNode(call, home);
  const found: Diagnosis[] = [
    await diskRoom(home, store),
    diskPace(home),
    secrets(home),
    policy(home),
    await database(opened),
    isRefusal(running)
      ? warn("node", { says: "it does not answer", todo: "Start it with `entente serve`." })
      : ok("node", `it answers at ${running.address}`),
  ];
  for (const row of (await store?.accords()) ?? []) {
    if (store === undefined) break;
    const asking = { home, store, row, now };
    found.push(await peerClock(asking), await peerLink(asking));
  }
  await store?.close();
  const lines = found.map(lineOf);
  const json = { diagnoses: found };
  return found.some((one) => one.verdict === "fail") ? { kind: "found", lines, json } : done(lines, json);
}

function lineOf({ what, verdict, says, todo }: Diagnosis): string {
  const line = `${verdict.padEnd(5)} ${what}: ${says}`;
  return todo === undefined ? line : `${line}. ${todo}`;
}
