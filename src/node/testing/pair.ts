// Two sides for tests: two homes, founded together, each served on loopback. The doors are the real ones; only the
// folders are temporary and the names are taken from the alphabet.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Founding, parseFounding } from "../../acts/index.ts";
import { isRefusal, type Refusal, refusalLine } from "../../base/index.ts";
import { addOfficer, createHome, type Home, openHome } from "../home.ts";
import { joinAccord, openStore, type RunningAccord } from "../node.ts";
import { freePort } from "../port.ts";
import { type ServingNode, serveNode } from "../serve.ts";

export interface TestSide {
  readonly home: Home;
  readonly token: string;
  serving: ServingNode;
  accord(): RunningAccord;
}

export interface TestPair {
  readonly founding: Founding;
  readonly accord: string;
  readonly ma: TestSide;
  readonly il: TestSide;
  close(): Promise<void>;
}

const levels = [
  { code: "unclassified", names: { fr: "Non classifié", en: "Unclassified" } },
  { code: "restricted", names: { fr: "Diffusion restreinte", en: "Restricted" } },
  { code: "secret", names: { fr: "Secret", en: "Secret" } },
];

/** Throws with the refusal's words: for set-up that must succeed. */
export function accepted<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(refusalLine(value));
  return value;
}

export interface PairOptions {
  /** A story clock for both, ISO 8601; the system's clock when absent. */
  readonly storyClock?: string;
  /** Where the homes are made; a new temporary folder when absent. */
  readonly folder?: string;
}

/** Makes both homes and founds the accord; nothing is served yet. */
export async function foundPair(
  options: PairOptions = {},
): Promise<{ folder: string; homes: [Home, Home]; founding: Founding }> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "entente-"));
  const make = async (side: { party: string; name: string; zone: string; weekend: number[] }): Promise<Home> => {
    const port = await freePort();
    return accepted(
      createHome({
        folder: join(folder, side.party),
        party: side.party,
        names: { en: side.name },
        address: `http://127.0.0.1:${port}`,
        zone: side.zone,
        weekend: side.weekend,
        listen: { host: "127.0.0.1", port },
        ...(options.storyClock === undefined
          ? {}
          : { demonstration: { storyClock: options.storyClock, notice: "A test." } }),
      }),
    );
  };
  const ma = await make({ party: "MA", name: "Morocco", zone: "Africa/Casablanca", weekend: [6, 7] });
  const il = await make({ party: "IL", name: "Israel", zone: "Asia/Jerusalem", weekend: [5, 6] });
  const founding = accepted(
    parseFounding({
      entente: "founding/1",
      names: { en: "Test accord" },
      cards: [ma.config.card, il.config.card],
      labels: { policy: "MA-IL", levels },
      cap: "restricted",
    }),
  );
  for (const home of [ma, il]) {
    const store = accepted(await openStore(home));
    accepted(await joinAccord({ home, store, founding }));
    await store.close();
  }
  return { folder, homes: [ma, il], founding };
}

export async function serveSide(home: Home, officer: { functions: string[]; service: string }): Promise<TestSide> {
  const token = addOfficer(home, { id: "tester", ...officer });
  const serving = accepted(await serveNode(home, { report: (line) => process.stderr.write(`${line}\n`) }));
  const side: TestSide = {
    home,
    token,
    serving,
    accord() {
      const [first] = side.serving.node.accords.values();
      if (!first) throw new Error("No accord runs here.");
      return first;
    },
  };
  return side;
}

/** Every function a test may need, in the registry's service: the policy is tested elsewhere. */
const everything = ["registrar", "administrator", "treaty-officer", "auditor"];

export async function startPair(options: PairOptions = {}): Promise<TestPair> {
  const { folder, homes, founding } = await foundPair(options);
  const ma = await serveSide(homes[0], { functions: everything, service: "registry" });
  const il = await serveSide(homes[1], { functions: everything, service: "registry" });
  return {
    founding,
    accord: ma.accord().side.row.accord,
    ma,
    il,
    async close() {
      await ma.serving.close();
      await il.serving.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Stops a side and starts it again from its folder. */
export async function restart(side: TestSide): Promise<void> {
  await side.serving.close();
  const home = accepted(openHome(side.home.folder));
  side.serving = accepted(await serveNode(home, { report: (line) => process.stderr.write(`${line}\n`) }));
}

/** Waits until the condition holds; fails after so many milliseconds. */
export async function until(condition: () => boolean | Promise<boolean>, what: string, within = 10_000): Promise<void> {
  const end = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
