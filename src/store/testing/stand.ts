// What a driver gives so that the contract can be tested on it: fresh data, and as many connections to it as asked.

import type { Store } from "../port.ts";

export interface Stand {
  /** Another connection to the same data, as another process would have it. */
  open(): Promise<Store>;
  /** A store on what `backup` wrote. */
  openCopy(path: string): Promise<Store>;
  /** How a process of its own opens the same data: the arguments of testing/committer.ts. */
  readonly place: readonly [driver: string, location: string];
  /** A path at which no file is, removed with the stand. */
  spare(): string;
  /** Closes what is open still, and removes the data. */
  remove(): Promise<void>;
}

export type MakeStand = () => Promise<Stand>;

/** Runs `body` on fresh data. */
export async function onStand(make: MakeStand, body: (stand: Stand) => Promise<void>): Promise<void> {
  const stand = await make();
  try {
    await body(stand);
  } finally {
    await stand.remove();
  }
}
