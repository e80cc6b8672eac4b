// The private keys of one side's node: one small file a key, readable by its owner only, outside the database so that a
// copy of the register is never a copy of the keys. What signs is handed out; the seeds stay here.

import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Ed25519Signer, type KeyId, keyIdOf, type MlDsa44Signer } from "../seal/index.ts";
import { ed25519Signer, generateEd25519, generateMlDsa44, mlDsa44Signer, nativeSuite } from "../seal/native.ts";
import { readKeyFile, writeKeyFile } from "./key-file.ts";
import { syncRecovery } from "./sealing/recovery-files.ts";

export interface NodeKeys {
  readonly node: Ed25519Signer;
  readonly register: { readonly ed25519: Ed25519Signer; readonly mlDsa44: MlDsa44Signer };
  /** The signer of a key that the side's designations name, if this node holds it. */
  byId(kid: KeyId): Ed25519Signer | undefined;
  /** Every service key held here, by its id. */
  serviceKeys(): ReadonlyMap<KeyId, { readonly service: string; readonly signer: Ed25519Signer }>;
  /** Makes a new service key and keeps it; durable when it returns. */
  makeServiceKey(service: string): { readonly kid: KeyId; readonly signer: Ed25519Signer };
}

/** Where what is kept for the recovery of a home's keys lies: beside them, so that a backup may take the one alone. */
export function recoveryFolder(keys: string): string {
  return join(keys, "..", "recovery");
}

/** Makes the keys a new side needs: node, register, and the first key of the service registry. */
export function makeKeys(folder: string): NodeKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeKeyFile(join(folder, "node.json"), { algorithm: "Ed25519", use: "node", seed: generateEd25519().seed });
  writeKeyFile(join(folder, "register.ed25519.json"), {
    algorithm: "Ed25519",
    use: "register",
    seed: generateEd25519().seed,
  });
  writeKeyFile(join(folder, "register.mldsa44.json"), {
    algorithm: "ML-DSA-44",
    use: "register",
    seed: generateMlDsa44().seed,
  });
  const keys = openKeys(folder);
  keys.makeServiceKey("registry");
  return keys;
}

export function openKeys(folder: string): NodeKeys {
  const node = ed25519Signer(readKeyFile(join(folder, "node.json"), "node").seed);
  const ed25519 = ed25519Signer(readKeyFile(join(folder, "register.ed25519.json"), "register").seed);
  const mlDsa44 = mlDsa44Signer(readKeyFile(join(folder, "register.mldsa44.json"), "register").seed);
  const services = new Map<KeyId, { service: string; signer: Ed25519Signer }>();
  const keep = (service: string, seed: Uint8Array): KeyId => {
    const signer = ed25519Signer(seed);
    const kid = keyIdOf(nativeSuite, signer.publicKey);
    services.set(kid, { service, signer });
    return kid;
  };
  const read = new Set<string>();
  let changed = 0;
  /** The command line may have made a key since: a folder that changed is read again, for the files not yet read. */
  const readNew = (): void => {
    const now = statSync(folder).mtimeMs;
    if (now === changed) return;
    changed = now;
    for (const file of readdirSync(folder).sort()) {
      const service = /^service\.([a-z][a-z0-9-]{1,39})\.[A-Za-z0-9_-]{43}\.json$/.exec(file)?.[1];
      if (!service || read.has(file)) continue;
      keep(service, readKeyFile(join(folder, file), `service:${service}`).seed);
      read.add(file);
    }
  };
  readNew();
  return {
    node,
    register: { ed25519, mlDsa44 },
    byId(kid) {
      if (!services.has(kid)) readNew();
      return services.get(kid)?.signer;
    },
    serviceKeys: () => services,
    makeServiceKey(service) {
      const made = generateEd25519();
      const kid = keyIdOf(nativeSuite, made.signer.publicKey);
      const file = join(folder, `service.${service}.${kid}.json`);
      writeKeyFile(file, { algorithm: "Ed25519", use: `service:${service}`, seed: made.seed });
      syncRecovery({ keys: folder, recovery: recoveryFolder(folder) });
      keep(service, made.seed);
      return { kid, signer: made.signer };
    },
  };
}

/** Writes an officer's key file, for signing grave steps from the command line. Refuses to overwrite. */
export function makeOfficerKey(path: string, officer: string): Ed25519Signer {
  const made = generateEd25519();
  writeKeyFile(path, { algorithm: "Ed25519", use: `officer:${officer}`, seed: made.seed });
  return made.signer;
}

export function openOfficerKey(path: string): Ed25519Signer {
  return ed25519Signer(readKeyFile(path).seed);
}
