// Guards and changes that the steps of a designation share: a key is new, or known and in use; a function is known.

import { type FunctionCode, isFunctionCode, type OfficerKey, officerKeyText } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import { allKeys, type DesignatedFunction, type DesignatedKey, type DesignationData, keyIdOf } from "./data.ts";

export type Context = StepContext<DesignationData>;
export type Officer = { readonly key: OfficerKey; readonly kid?: string | undefined; readonly label: string };

/** No key is issued twice: not to two holders, and not again after it was revoked. */
export function refuseKnownKeys(context: Context, keys: readonly string[]): Refusal | undefined {
  const known = new Set(allKeys(context.data).map((one) => one.key));
  const twice = keys.find((key, i) => known.has(key) || keys.indexOf(key) !== i);
  return twice === undefined ? undefined : refuse("procedures.keyKnown", { kid: keyIdOf(twice, context.digest) });
}

export function refuseOfficers(context: Context, officers: readonly Officer[]): Refusal | undefined {
  for (const { key, kid } of officers) {
    const expected = keyIdOf(officerKeyText(key), context.digest);
    if (kid !== undefined && kid !== expected) return refuse("procedures.kidDiffers", { got: kid, expected });
  }
  return undefined;
}

/** The key must be one of these and in use. */
export function refuseUnusedKey(keys: readonly DesignatedKey[], kid: string): Refusal | undefined {
  const key = keys.find((one) => one.kid === kid);
  if (!key) return refuse("procedures.keyUnknown", { kid, kids: keys.map((one) => one.kid) });
  return key.state === "valid" ? undefined : refuse("procedures.keyNotValid", { kid });
}

export function functionOf({ data }: Context, code: FunctionCode): DesignatedFunction | undefined {
  const known = Object.hasOwn(data.functions, code) ? data.functions[code] : undefined;
  return known?.removed ? undefined : known;
}

export function refuseUnknownFunction(context: Context, code: FunctionCode): Refusal | undefined {
  if (functionOf(context, code)) return undefined;
  const { functions, service } = context.data;
  return refuse("procedures.unknownFunction", {
    service: service ?? "",
    function: code,
    functions: Object.keys(functions)
      .filter(isFunctionCode)
      .filter((name) => functions[name]?.removed === undefined),
  });
}

export function newKeys(context: Context, keys: readonly string[]): readonly DesignatedKey[] {
  return keys.map((key) => ({ kid: keyIdOf(key, context.digest), key, state: "valid" }));
}

export function newOfficers(context: Context, officers: readonly Officer[]): readonly DesignatedKey[] {
  return officers.map((officer) => {
    const key = officerKeyText(officer.key);
    return { kid: keyIdOf(key, context.digest), key, label: officer.label, state: "valid" };
  });
}

/** The keys with one of them changed. */
export function withKey(
  keys: readonly DesignatedKey[],
  change: Partial<DesignatedKey> & { kid: string },
): readonly DesignatedKey[] {
  return keys.map((one) => (one.kid === change.kid ? { ...one, ...change } : one));
}

export function withFunction(
  data: DesignationData,
  entry: { code: FunctionCode; value: DesignatedFunction },
): DesignationData {
  return { ...data, functions: { ...data.functions, [entry.code]: entry.value } };
}
