// What a document is sealed for before its act is made: the act's id, the services at both ends, and the label.

import type { Offer } from "../form/context.ts";

export interface Envelope {
  /** The id that the act which names the document will have, chosen before: the sealed head says it. */
  readonly act: string;
  /** The service of this side whose document it is. */
  readonly from: string;
  /** The services of the other side that it may be sealed to; one only where the channel says which. */
  readonly to: readonly Offer[];
  /** The level to begin with, and the highest that may pass here. */
  readonly level: string;
  readonly cap: string;
}

/** A media type as the node takes it: without parameters, in lower case; bytes of no known kind otherwise. */
export function mediaTypeOf(type: string): string {
  const bare = (type.split(";")[0] ?? "").trim().toLowerCase();
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/.test(bare)
    ? bare
    : "application/octet-stream";
}
