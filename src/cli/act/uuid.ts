// A new act's id: a UUIDv7 (RFC 9562 section 5.7), its first 48 bits the time, the rest random.

import { type ActId, isActId } from "../../acts/index.ts";
import { Fault, hex } from "../../base/index.ts";
import { randomBytes } from "../../seal/native.ts";

/** `ms`: milliseconds since 1970. */
export function newActId(ms: number): ActId {
  const time = Math.floor(ms).toString(16).padStart(12, "0").slice(-12);
  const random = randomBytes(10);
  // Version 7 and variant 10 in the places RFC 9562 gives them.
  const digits = hex(random.with(0, 0x70 | ((random[0] ?? 0) & 0x0f)).with(2, 0x80 | ((random[2] ?? 0) & 0x3f)));
  const all = time + digits;
  const id = `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`;
  if (!isActId(id)) throw new Fault("cli.badUuid", `${id} is not a UUIDv7.`);
  return id;
}
