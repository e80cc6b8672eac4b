// The two sides of a run: their keys from fixed seeds, the founding of their accord, and what each writes into an empty
// store. Chance has no part in it, so all runs are about the same accord. Names and addresses are invented.

import {
  accordIdOf,
  type Founding,
  isPartyCode,
  otherParty,
  type PartyCode,
  parseFounding,
  registerName,
} from "../src/acts/index.ts";
import { base64url, Fault, isRefusal, type Refusal, utf8 } from "../src/base/index.ts";
import type { NodeKeys, SealingKeys } from "../src/node/index.ts";
import { parseOrigin } from "../src/register/index.ts";
import {
  canonical,
  type Ed25519Signer,
  type Identity,
  identityOf,
  type JsonValue,
  type KeyId,
  keyIdOf,
  recipientOf,
  sealingKeyId,
} from "../src/seal/index.ts";
import { ed25519Signer, mlDsa44Signer, nativeSuite } from "../src/seal/native.ts";
import type { AccordRow } from "../src/store/index.ts";

/** A value that cannot be a refusal here; throws with its code if it is. */
export function sure<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Fault("sim.refused", `${value.code} ${JSON.stringify(value.details)}`);
  return value;
}

export interface Party {
  readonly code: PartyCode;
  /** Kept apart from the disk: they outlive a crash and a restore. */
  readonly keys: NodeKeys;
  readonly sealing: SealingKeys;
  readonly row: AccordRow;
}

export interface Accord {
  readonly founding: Founding;
  readonly parties: readonly [Party, Party];
}

/** Called before each signature of a register's keys. */
export type OnSign = (party: PartyCode) => void;

export function foundAccord(onSign: OnSign): Accord {
  const codes = [codeOf("NOR"), codeOf("SUD")] as const;
  const keys = [keysOf(1, () => onSign(codes[0])), keysOf(2, () => onSign(codes[1]))] as const;
  const founding = sure(
    parseFounding({
      entente: "founding/1",
      names: { en: "Simulated accord" },
      cards: [cardOf(codes[0], keys[0]), cardOf(codes[1], keys[1])],
      labels: { policy: "simulated", levels },
      cap: "restricted",
    }),
  );
  const party = (i: 0 | 1): Party => ({
    code: codes[i],
    keys: keys[i],
    sealing: sealingKeysOf(i),
    row: rowOf(founding, codes[i]),
  });
  return { founding, parties: [party(0), party(1)] };
}

const levels = [
  { code: "unclassified", names: { en: "Unclassified" } },
  { code: "restricted", names: { en: "Restricted" } },
];

/** Sealing keys whose seeds are one byte repeated, in the order in which they are made. */
function sealingKeysOf(side: number): SealingKeys {
  const made: (ReturnType<SealingKeys["list"]>[number] & { readonly identity: Identity })[] = [];
  return {
    list: () => made,
    identitiesOf: (service) => made.filter((one) => one.service === service).map((one) => one.identity),
    byRecipient: (recipient) => made.find((one) => one.recipient === recipient)?.identity,
    make(service, kind) {
      const identity = identityOf(kind, new Uint8Array(32).fill(side * 128 + 1 + made.length));
      const recipient = recipientOf(nativeSuite, identity);
      const key = { service, kind, recipient, id: sealingKeyId(nativeSuite, recipient), identity };
      made.push(key);
      return key;
    },
  };
}

function codeOf(text: string): PartyCode {
  if (!isPartyCode(text)) throw new Fault("sim.badParty", text);
  return text;
}

function rowOf(founding: Founding, own: PartyCode): AccordRow {
  const other = otherParty(founding, own);
  const accord = accordIdOf(nativeSuite, founding);
  // A founding is JSON: it was parsed from it.
  const value: JsonValue = JSON.parse(JSON.stringify(founding));
  return {
    accord,
    own,
    other,
    ownOrigin: sure(parseOrigin(registerName(accord, own))),
    otherOrigin: sure(parseOrigin(registerName(accord, other))),
    founding: utf8(canonical(value)),
  };
}

function cardOf(party: PartyCode, keys: NodeKeys): unknown {
  const [registry] = keys.serviceKeys().values();
  return {
    entente: "card/1",
    party,
    names: { en: party },
    node: base64url(keys.node.publicKey),
    register: {
      ed25519: base64url(keys.register.ed25519.publicKey),
      mlDsa44: base64url(keys.register.mlDsa44.publicKey),
    },
    registry: registry === undefined ? "" : base64url(registry.signer.publicKey),
    address: `https://${party.toLowerCase()}.example`,
    zone: "Europe/Brussels",
    weekend: [6, 7],
  };
}

/** Keys whose seeds are one byte repeated, told apart by their use; further service keys count on from there. */
function keysOf(side: number, onSign: () => void): NodeKeys {
  const seed = (use: number): Uint8Array => new Uint8Array(32).fill(side * 64 + use);
  const services = new Map<KeyId, { service: string; signer: Ed25519Signer }>();
  const keep = (service: string): { kid: KeyId; signer: Ed25519Signer } => {
    const signer = ed25519Signer(seed(3 + services.size));
    const kid = keyIdOf(nativeSuite, signer.publicKey);
    services.set(kid, { service, signer });
    return { kid, signer };
  };
  keep("registry");
  const register = { ed25519: ed25519Signer(seed(1)), mlDsa44: mlDsa44Signer(seed(2)) };
  const watched = <Signer extends { sign(message: Uint8Array): Uint8Array }>(signer: Signer): Signer => ({
    ...signer,
    sign: (message: Uint8Array) => {
      onSign();
      return signer.sign(message);
    },
  });
  return {
    node: ed25519Signer(seed(0)),
    register: { ed25519: watched(register.ed25519), mlDsa44: watched(register.mlDsa44) },
    byId: (kid) => services.get(kid)?.signer,
    serviceKeys: () => services,
    makeServiceKey: keep,
  };
}
