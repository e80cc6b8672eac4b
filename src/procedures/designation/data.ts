// What a designation has come to: the service, its functions and every key it ever had, each with whether it counts.
// From which leaf to which a key counts is the register's history to say; here stands only the present.

import { type FunctionCode, isFunctionCode, type ServiceCode } from "../../acts/index.ts";
import { base64url, Fault, fromHex, type z } from "../../base/index.ts";
import type { Domain } from "../annex.ts";
import type { StepContext } from "../declaration.ts";
import type { Service } from "../services.ts";
import type { designateBody, revokeKeyBody } from "./bodies.ts";

export interface DesignatedKey {
  readonly kid: string;
  /** Ed25519 in base64url; of an officer also a passkey's canonical JWK. */
  readonly key: string;
  readonly label?: string | undefined;
  readonly state: "valid" | "replaced" | "revoked";
  /** The key that took its place. */
  readonly successor?: string | undefined;
  readonly reason?: z.output<typeof revokeKeyBody>["reason"] | undefined;
}

export interface DesignatedSealingKey {
  /** An age recipient. */
  readonly recipient: string;
  readonly state: "valid" | "replaced" | "revoked";
  /** The recipient that took its place. */
  readonly successor?: string | undefined;
  readonly reason?: z.output<typeof revokeKeyBody>["reason"] | undefined;
}

export interface DesignatedFunction {
  readonly names: Readonly<Record<string, string>>;
  readonly officers: readonly DesignatedKey[];
  readonly removed?: true | undefined;
}

export interface DesignationData {
  readonly service?: ServiceCode | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly kind?: z.output<typeof designateBody>["kind"] | undefined;
  readonly domains: readonly Domain[];
  readonly functions: Readonly<Record<FunctionCode, DesignatedFunction>>;
  readonly keys: readonly DesignatedKey[];
  /** What documents for the service are sealed to. */
  readonly sealing: readonly DesignatedSealingKey[];
  readonly contact?: z.output<typeof designateBody>["contact"] | undefined;
  readonly withdrawn: boolean;
  /** How often the other side has taken note; it changes nothing else. */
  readonly notesTaken: number;
}

export const blank: DesignationData = {
  names: {},
  domains: [],
  functions: {},
  keys: [],
  sealing: [],
  withdrawn: false,
  notesTaken: 0,
};

/**
 * The id of a public key: for Ed25519 the RFC 7638 thumbprint of its JWK, which is the digest of that JWK's canonical
 * form; for a passkey the digest of its own.
 */
export function keyIdOf(key: string, digest: StepContext<DesignationData>["digest"]): string {
  const jwk: unknown = key.startsWith("{") ? JSON.parse(key) : { crv: "Ed25519", kty: "OKP", x: key };
  const bytes = fromHex(digest(jwk).slice("sha256:".length));
  if (!bytes) throw new Fault("procedures.badDigest", "The engine was given a digest of another form.");
  return base64url(bytes);
}

/** Every key of the service and of its officers, whatever became of it. */
export function allKeys(data: DesignationData): readonly DesignatedKey[] {
  return [...data.keys, ...Object.values(data.functions).flatMap((one) => one.officers)];
}

/** The service as the ground judges acts by it, and the public keys to know by their ids. */
export function serviceOf(
  data: DesignationData,
  keyId: (publicKey: string) => string,
): { code: ServiceCode; service: Service; publicKeys: readonly string[] } {
  if (data.service === undefined) throw new Fault("procedures.noService", "A designation that was never opened.");
  const valid = (keys: readonly DesignatedKey[]): ReadonlySet<string> =>
    new Set(keys.filter((one) => one.state === "valid").map((one) => keyId(one.key)));
  const functions = new Map<FunctionCode, ReadonlySet<string>>();
  for (const code of Object.keys(data.functions).filter(isFunctionCode))
    if (!data.functions[code]?.removed) functions.set(code, valid(data.functions[code]?.officers ?? []));
  const sealing = new Set(data.sealing.filter((one) => one.state === "valid").map((one) => one.recipient));
  return {
    code: data.service,
    service: { withdrawn: data.withdrawn, domains: data.domains, keys: valid(data.keys), functions, sealing },
    publicKeys: allKeys(data).map((one) => one.key),
  };
}
