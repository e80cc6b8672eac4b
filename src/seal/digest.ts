// Digests as text: how an act names bytes that stand elsewhere.

import { hex, utf8 } from "../base/index.ts";
import { canonicalOf } from "./canonical.ts";
import type { Suite } from "./suite.ts";

/** "sha256:" and 64 lowercase hexadecimal digits. */
export function digest(suite: Suite, bytes: Uint8Array): string {
  return `sha256:${hex(suite.sha256(bytes))}`;
}

/** The digest of a value's canonical JSON (RFC 8785) in UTF-8. Throws what `canonical` throws. */
export function canonicalDigest(suite: Suite, value: unknown): string {
  return digest(suite, utf8(canonicalOf(value)));
}
