// `npm run bench`: every figure of the foundation, each beside the limit measured in the same run. `-- --json` prints
// one JSON object a line; `-- --quick` takes a tenth of the acts, for a first look; `-- --only held,scale` some of
// them.

import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { catchUp, fsckRate } from "./catchup.ts";
import { type Figure, figureLine } from "./figure.ts";
import { heldRate } from "./held.ts";
import { injectFigures } from "./injects.ts";
import { type Limits, measureLimits } from "./limits.ts";
import { planFigures } from "./plan.ts";
import { policyRates } from "./policy.ts";
import { sealedRequests } from "./requests.ts";
import { scale } from "./scale.ts";
import { sealedRates } from "./sealed.ts";
import { interactionFigures } from "./web/large.ts";
import { webFigures } from "./web.ts";
import { makeWorld, type World, type WorldOptions } from "./world.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const part = values.quick ? 0.1 : 1;
const wanted = new Set((values.only ?? "held,catchup,fsck,scale,policy,sealed,requests,plan,injects,web").split(","));
const folders: string[] = [];

async function world(visits: number, options: WorldOptions = {}): Promise<World> {
  const made = await makeWorld(visits, options);
  folders.push(made.folder);
  return made;
}

function tell(figures: readonly Figure[]): void {
  for (const figure of figures) process.stdout.write(`${values.json ? JSON.stringify(figure) : figureLine(figure)}\n`);
}

function limitFigures(limits: Limits): Figure[] {
  return [
    { name: "limit.verify", value: limits.verify, unit: "1/s" },
    { name: "limit.verify.twoCores", value: limits.verifyTwo, unit: "1/s" },
    { name: "limit.sign", value: limits.sign, unit: "1/s" },
    { name: "limit.insert", value: limits.insert, unit: "rows/s" },
  ];
}

try {
  const limits = await measureLimits();
  tell(limitFigures(limits));
  if (wanted.has("held")) tell(await heldRate(await world(64), { acts: 60_000 * part, limits }));
  if (wanted.has("catchup") || wanted.has("fsck")) {
    const away = await world(64);
    tell(await catchUp(away, { acts: 100_000 * part, limits }));
    if (wanted.has("fsck")) tell(await fsckRate(away, limits));
  }
  if (wanted.has("sealed")) tell(await sealedRates(part));
  if (wanted.has("sealed") || wanted.has("requests")) tell(await sealedRequests({ requests: 6_000 * part }));
  if (wanted.has("policy")) tell(await policyRates(await world(64), { acts: 20_000 * part }));
  if (wanted.has("plan")) tell(await planFigures());
  if (wanted.has("injects")) tell(await injectFigures());
  if (wanted.has("web")) {
    tell(await webFigures());
    const read = await world(Math.round(10_000 * part), {
      storyClock: new Date().toISOString().replace(/\.\d+Z/, "Z"),
    });
    tell(await interactionFigures(read, { acts: 1_000_000 * part }));
  }
  if (wanted.has("scale")) {
    const large = await world(Math.round(2_000 * part));
    tell(await scale(large, { empty: await world(64), acts: 1_000_000 * part }));
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
