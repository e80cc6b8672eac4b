// Load on the API: gate passages of open visits, 500 to 700 bytes an act, many or one a request.

import { randomBytes } from "node:crypto";
import { lastRegistered, moroccosRegister } from "./answers.ts";
import type { World } from "./world.ts";

let counter = 0;

function uuid(): string {
  counter += 1;
  const random = randomBytes(8).toString("hex");
  const time = Date.now().toString(16).padStart(12, "0");
  const tail = `${counter.toString(16).padStart(4, "0").slice(-4)}${random.slice(0, 8)}`;
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${random.slice(9, 12)}-8${random.slice(13, 16)}-${tail}`;
}

/** A gate passage as an officer's program hands it in. */
export function passage(visit: string): Record<string, unknown> {
  return {
    id: uuid(),
    dossier: visit,
    service: "adn",
    function: "security-officer",
    procedure: "visit/1",
    step: "logGate",
    articles: ["1"],
    label: { policy: "MA-IL", classification: "unclassified", releasableTo: ["IL", "MA"] },
    body: { site: "site-1", visitor: 1, direction: "in", at: `${new Date().toISOString().slice(0, 19)}Z` },
  };
}

/** Sends acts to Morocco's node; throws when any is refused. Gives the largest index registered. */
export async function send(world: World, acts: readonly unknown[]): Promise<number> {
  const response = await fetch(`${world.urls[0]}/api/accords/${world.accord}/acts`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.tokens[0]}`, "content-type": "application/json" },
    body: JSON.stringify({ acts }),
  });
  return lastRegistered(await answerOf(response));
}

/** What the node answered; throws with its words when it did not do what was asked. */
async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok || text === "") throw new Error(`${response.url}: ${response.status} ${text}`);
  return JSON.parse(text);
}

/** How many leaves of Morocco's register both hold, as its node says. */
export async function heldByBoth(world: World): Promise<number> {
  return moroccosRegister(await get(world, `/api/accords/${world.accord}`)).heldByBoth;
}

export async function get(world: World, path: string): Promise<unknown> {
  const response = await fetch(world.urls[0] + path, { headers: { authorization: `Bearer ${world.tokens[0]}` } });
  return answerOf(response);
}
