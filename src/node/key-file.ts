// One private key in one small file ("key/1"), readable by its owner only. Written whole or not at all, and never over
// another.

import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { base64url, Fault, fromBase64url, z } from "../base/index.ts";

const keyFileSchema = z.strictObject({
  entente: z.literal("key/1"),
  algorithm: z.enum(["Ed25519", "ML-DSA-44", "age-hybrid", "age-x25519"]),
  /** What it signs (the link, the register, or acts of a service), or for which service it opens documents. */
  use: z.string().regex(/^(?:node|register|(?:service|sealing|officer|recovery):[a-z][a-z0-9-]{1,39})$/),
  /** 32 bytes, base64url. */
  seed: z.string().refine((text) => fromBase64url(text)?.length === 32, "32 bytes, base64url"),
});

type KeyFile = z.infer<typeof keyFileSchema>;
export type KeyAlgorithm = KeyFile["algorithm"];

export interface KeptKey {
  readonly algorithm: KeyAlgorithm;
  readonly use: string;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

/** The bytes of a key's file. */
export function keyFileText(key: KeptKey): string {
  return `${JSON.stringify({ entente: "key/1", ...key, seed: base64url(key.seed) }, null, 2)}\n`;
}

/** A key from the text of its file, or undefined. */
export function parseKeyFile(text: string): KeptKey | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
  const parsed = keyFileSchema.safeParse(value);
  const seed = parsed.success ? fromBase64url(parsed.data.seed) : undefined;
  return parsed.success && seed ? { algorithm: parsed.data.algorithm, use: parsed.data.use, seed } : undefined;
}

/** Durable when it returns. Throws `Fault` "node.keyExists" where a file of that name is. */
export function writeKeyFile(path: string, key: KeptKey): void {
  if (existsSync(path)) throw new Fault("node.keyExists", `${path} exists; a key is never overwritten.`);
  // `flush`: a key that signed something must outlive the machine's next breath. Written beside and linked, so that a
  // running node that looks for new keys never reads half of one.
  const beside = `${path}.new`;
  writeFileSync(beside, keyFileText(key), { mode: 0o600, flush: true });
  chmodSync(beside, 0o600);
  linkSync(beside, path);
  rmSync(beside);
}

/** Throws `Fault` "node.badKeyFile" for a file that is no key, or not one for this use. */
export function readKeyFile(path: string, use?: string): KeptKey {
  const key = parseKeyFile(readFileSync(path, "utf8"));
  if (key && (use === undefined || key.use === use)) return key;
  throw new Fault("node.badKeyFile", `${path} is no key file${use === undefined ? "" : ` for ${use}`}.`);
}
