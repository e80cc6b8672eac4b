// The life of a designation's keys: issued, rotated, revoked. Each change counts from the leaf of its act on; what the
// key signed before stands.

import { officerKeyText, registryService } from "../../acts/index.ts";
import { refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { issueKeyBody, issueOfficerKeyBody, revokeKeyBody, revokeOfficerKeyBody, rotateKeyBody } from "./bodies.ts";
import { type DesignationData, keyIdOf } from "./data.ts";
import {
  functionOf,
  newKeys,
  newOfficers,
  refuseKnownKeys,
  refuseOfficers,
  refuseUnknownFunction,
  refuseUnusedKey,
  withFunction,
  withKey,
} from "./guards.ts";
import { own } from "./own.ts";

export const keySteps = {
  issueKey: step({
    ...own,
    body: issueKeyBody,
    guard: (context, body) => refuseKnownKeys(context, [body.key]),
    effect: (context, body) => ({ ...context.data, keys: [...context.data.keys, ...newKeys(context, [body.key])] }),
  }),
  /** One act, so that there is no moment with both keys or with none. */
  rotateKey: step({
    ...own,
    body: rotateKeyBody,
    guard: (context, body) => refuseUnusedKey(context.data.keys, body.old) ?? refuseKnownKeys(context, [body.new]),
    effect: (context, body) => {
      const successor = keyIdOf(body.new, context.digest);
      const keys = withKey(context.data.keys, { kid: body.old, state: "replaced", successor });
      return { ...context.data, keys: [...keys, ...newKeys(context, [body.new])] };
    },
  }),
  revokeKey: step({
    ...own,
    body: revokeKeyBody,
    guard: ({ data }, body) => {
      const unused = refuseUnusedKey(data.keys, body.kid);
      if (unused) return unused;
      // A service may be left without a key until the registry issues one; the registry may not: nobody could issue it.
      const left = data.keys.filter((one) => one.state === "valid").length - 1;
      return left === 0 && data.service === registryService ? refuse("procedures.lastRegistryKey") : undefined;
    },
    effect: ({ data }, { kid, reason }) => ({ ...data, keys: withKey(data.keys, { kid, state: "revoked", reason }) }),
  }),
  issueOfficerKey: step({
    ...own,
    body: issueOfficerKeyBody,
    guard: (context, body) =>
      refuseUnknownFunction(context, body.function) ??
      refuseOfficers(context, [body.officer]) ??
      refuseKnownKeys(context, [officerKeyText(body.officer.key)]),
    effect: (context, body) => {
      const before = functionOf(context, body.function);
      const officers = [...(before?.officers ?? []), ...newOfficers(context, [body.officer])];
      return withFunction(context.data, { code: body.function, value: { names: before?.names ?? {}, officers } });
    },
  }),
  revokeOfficerKey: step({
    ...own,
    body: revokeOfficerKeyBody,
    guard: (context, body) =>
      refuseUnknownFunction(context, body.function) ??
      refuseUnusedKey(functionOf(context, body.function)?.officers ?? [], body.kid),
    effect: (context, { function: code, kid, reason }) => {
      const before = functionOf(context, code);
      const officers = withKey(before?.officers ?? [], { kid, state: "revoked", reason });
      return withFunction(context.data, { code, value: { names: before?.names ?? {}, officers } });
    },
  }),
} satisfies Readonly<Record<string, Step<DesignationData>>>;
