// A small age file at once: what fits in memory, such as a key that is kept for its recovery.

import { concat, isRefusal, type Refusal } from "../../base/index.ts";
import { openHeader, sealingHeader } from "./header.ts";
import type { Identity, Recipient } from "./keys.ts";
import { OpenStream } from "./openStream.ts";
import { SealStream } from "./sealStream.ts";
import type { SealingSuite } from "./suite.ts";

/** Refused as `sealingHeader` refuses. */
export function sealWhole(input: {
  readonly suite: SealingSuite;
  readonly recipients: Iterable<Recipient>;
  readonly plain: Uint8Array;
}): Uint8Array | Refusal {
  const start = sealingHeader(input);
  if (isRefusal(start)) return start;
  const stream = new SealStream({ suite: input.suite, ...start });
  return concat([start.bytes, stream.update(input.plain), stream.final()]);
}

/** All of a file's plaintext, or why not; refused as header and payload are. */
export function openWhole(input: {
  readonly suite: SealingSuite;
  readonly identities: Iterable<Identity>;
  readonly file: Uint8Array;
}): Uint8Array | Refusal {
  const start = openHeader({ suite: input.suite, bytes: input.file, identities: input.identities });
  if (isRefusal(start)) return start;
  const stream = new OpenStream({ suite: input.suite, ...start });
  const plain = stream.update(input.file.subarray(start.bodyAt));
  if (isRefusal(plain)) return plain;
  const rest = stream.final();
  return isRefusal(rest) ? rest : concat([plain, rest]);
}
