// Ports of this machine for nodes that choose their own: a demonstration, a test. A party's card carries the port for
// good, so a node that comes back must find it free; it is therefore never one of those that the system lends to
// outgoing connections (RFC 6335 §6, "dynamic"; Linux lends from 32768 on).

import { randomInt } from "node:crypto";
import { createServer } from "node:net";

const [lowest, beyond] = [15_000, 32_000];
const triesMax = 100;

/** Whether a port of the loopback address can be listened on. */
export function portFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The port wanted when it is free, else any that is. Throws when none of a hundred is. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await portFree(wanted))) return wanted;
  for (let tries = 0; tries < triesMax; tries++) {
    const port = randomInt(lowest, beyond);
    if (await portFree(port)) return port;
  }
  throw new Error(`No port between ${lowest} and ${beyond} can be listened on at 127.0.0.1.`);
}
