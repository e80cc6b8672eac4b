// What the node's administrator should see to, looked at while the node runs. `entente doctor` looks at more.

import type { MachineDetail } from "../../api/index.ts";
import type { Home } from "../home.ts";
import type { Node } from "../node.ts";
import { lastBackup } from "./backup-note.ts";
import { diskRoom, readByOthers } from "./room.ts";
import { serviceKeysOf } from "./service-keys.ts";

type Finding = MachineDetail["findings"][number];

const dayMs = 86_400_000;
/** A backup older than this, in days, is a warning. */
const backupDays = 7;

/** `now`: the machine's clock in milliseconds since 1970; a story's clock ages no backup. */
export async function findingsOf(
  node: Node,
  input: { readonly used: number; readonly now: number },
): Promise<Finding[]> {
  const { home } = node;
  const { free, verdict } = diskRoom(home, input.used);
  const read = readByOthers(home);
  return [
    { what: "disk", verdict, details: { free } },
    backupFinding(home, input.now),
    { what: "secrets", verdict: read.length === 0 ? "ok" : "fail", details: { count: read.length } },
    { what: "policy", verdict: "ok", details: { files: (home.config.policies ?? []).join(" ") } },
    officersFinding(home),
    ...(await Promise.all([...node.accords.values()].map((accord) => accordFindings(home, accord)))).flat(),
  ];
}

function backupFinding(home: Home, now: number): Finding {
  const last = lastBackup(home);
  if (last === undefined) return { what: "backup", verdict: "warn", details: { days: -1 } };
  const days = Math.max(0, Math.floor((now - Date.parse(last.at)) / dayMs));
  return { what: "backup", verdict: days > backupDays ? "warn" : "ok", details: { days } };
}

/** One administrator who is away, and nobody lets anybody in. */
function officersFinding(home: Home): Finding {
  const count = home.officers().filter(isAdministrator).length;
  return { what: "officers", verdict: count > 1 ? "ok" : "warn", details: { count } };
}

/** Whether the officer has the function that keeps the node running. */
export function isAdministrator({ functions }: { readonly functions: readonly string[] }): boolean {
  return functions.includes("administrator");
}

async function accordFindings(home: Home, accord: Parameters<typeof serviceKeysOf>[1]): Promise<Finding[]> {
  const { side } = accord;
  const keys = await serviceKeysOf(home, accord);
  const missing = keys.services
    .flatMap((one) => [...one.signing, ...one.sealing])
    .filter((key) => key.counts && !key.held);
  return [
    {
      what: "link",
      verdict: side.linkState === "open" ? "ok" : "fail",
      details: { state: side.linkState, accord: side.row.accord },
    },
    { what: "keys", verdict: missing.length === 0 ? "ok" : "fail", details: { count: missing.length } },
    { what: "sealing", verdict: keys.outdated === 0 ? "ok" : "warn", details: { count: keys.outdated } },
  ];
}
