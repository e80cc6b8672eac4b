// The private sealing keys of this side's services: one file each in the home's `keys/`, named by what documents
// are sealed to. A key that counts no more is kept: what was sealed to it can be opened by nothing else.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../../base/index.ts";
import {
  type Identity,
  identityOf,
  type Recipient,
  recipientOf,
  type SealingKind,
  sealingKeyId,
  sealingKinds,
} from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { readKeyFile, writeKeyFile } from "../key-file.ts";
import { syncRecovery } from "./recovery-files.ts";

export interface SealingKey {
  readonly service: string;
  readonly kind: SealingKind;
  readonly recipient: Recipient;
  /** SHA-256 of the recipient's text, base64url: 43 characters. */
  readonly id: string;
}

export interface SealingKeys {
  /** Every sealing key held here. */
  list(): readonly SealingKey[];
  /** What the service's documents may be opened with: all it ever had, the newest kinds first. */
  identitiesOf(service: string): readonly Identity[];
  /** The private half, if this node holds it. */
  byRecipient(recipient: Recipient): Identity | undefined;
  /** Makes a new key and keeps it, with what its recovery needs; durable when it returns. */
  make(service: string, kind: SealingKind): SealingKey;
}

const fileShape = /^sealing\.([a-z][a-z0-9-]{1,39})\.([A-Za-z0-9_-]{43})\.json$/;

/** The sealing keys of a home. `keys`: its folder of keys; `recovery`: that of what is kept for their recovery. */
export function openSealingKeys(folders: { readonly keys: string; readonly recovery: string }): SealingKeys {
  const held = new Map<Recipient, SealingKey & { readonly identity: Identity }>();
  const read = new Set<string>();
  /**
   * The command line may have made or recovered a key since: files not yet read are read whenever keys are asked for.
   */
  const readNew = (): void => {
    for (const file of existsSync(folders.keys) ? readdirSync(folders.keys).sort() : []) {
      const [, service, id] = fileShape.exec(file) ?? [];
      if (service === undefined || read.has(file)) continue;
      const key = readSealingKey(join(folders.keys, file), service);
      if (key.id !== id) throw new Fault("node.badKeyFile", `${file} holds another key than its name says.`);
      held.set(key.recipient, key);
      read.add(file);
    }
  };
  return {
    list() {
      readNew();
      return [...held.values()].map(({ identity: _identity, ...key }) => key);
    },
    identitiesOf(service) {
      readNew();
      const own = [...held.values()].filter((one) => one.service === service);
      return own.toSorted((a, b) => a.kind.localeCompare(b.kind)).map((one) => one.identity);
    },
    byRecipient(recipient) {
      if (!held.has(recipient)) readNew();
      return held.get(recipient)?.identity;
    },
    make(service, kind) {
      const seed = nativeSuite.random(32);
      const identity = identityOf(kind, seed);
      const key = keyOf({ service, kind, identity });
      const file = join(folders.keys, `sealing.${service}.${key.id}.json`);
      writeKeyFile(file, { algorithm: sealingKinds[kind].algorithm, use: `sealing:${service}`, seed });
      syncRecovery(folders);
      return key;
    },
  };
}

function readSealingKey(path: string, service: string): SealingKey & { readonly identity: Identity } {
  const { algorithm, seed } = readKeyFile(path, `sealing:${service}`);
  const kind = kindOf(algorithm);
  if (!kind) throw new Fault("node.badKeyFile", `${path} is no sealing key.`);
  const identity = identityOf(kind, seed);
  return { ...keyOf({ service, kind, identity }), identity };
}

function kindOf(algorithm: string): SealingKind | undefined {
  if (algorithm === sealingKinds.hybrid.algorithm) return "hybrid";
  return algorithm === sealingKinds.x25519.algorithm ? "x25519" : undefined;
}

function keyOf(input: { service: string; kind: SealingKind; identity: Identity }): SealingKey {
  const recipient = recipientOf(nativeSuite, input.identity);
  return { service: input.service, kind: input.kind, recipient, id: sealingKeyId(nativeSuite, recipient) };
}
