// What a side can do with a designation: open it, change what the service is and where it is reached, add and remove
// functions, withdraw it. All of it is the registry's to make; the other side takes note and is not asked.

import { officerKeyText, registryService } from "../../acts/index.ts";
import { refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  addFunctionBody,
  changeContactBody,
  changeDomainsBody,
  changeFunctionBody,
  designateBody,
  removeFunctionBody,
  takeNoteBody,
  withdrawBody,
} from "./bodies.ts";
import type { DesignatedFunction, DesignationData } from "./data.ts";
import {
  functionOf,
  newKeys,
  newOfficers,
  refuseKnownKeys,
  refuseOfficers,
  refuseUnknownFunction,
  withFunction,
} from "./guards.ts";
import { own } from "./own.ts";
import { newSealingKeys, refuseSealingKeys } from "./sealing-steps.ts";

export const designationSteps = {
  designate: step({
    from: "opening",
    to: "designated",
    by: "designator",
    registry: true,
    body: designateBody,
    guard: (context, body) => {
      const officers = body.functions.flatMap((one) => one.officers);
      return (
        refuseOfficers(context, officers) ??
        refuseKnownKeys(context, [...body.keys, ...officers.map((officer) => officerKeyText(officer.key))]) ??
        refuseSealingKeys(context.data, body.sealing ?? [])
      );
    },
    effect: (context, body) => {
      const functions: Record<string, DesignatedFunction> = {};
      for (const one of body.functions)
        functions[one.function] = { names: one.names, officers: newOfficers(context, one.officers) };
      const { service, names, kind, domains, contact } = body;
      const keys = newKeys(context, body.keys);
      const sealing = newSealingKeys(body.sealing ?? []);
      return { ...context.data, service, names, kind, domains, contact, functions, keys, sealing };
    },
  }),
  changeService: step({
    ...own,
    body: changeDomainsBody,
    effect: ({ data }, { names, kind, domains }) => ({ ...data, names, kind, domains }),
  }),
  changeContact: step({ ...own, body: changeContactBody, effect: ({ data }, { contact }) => ({ ...data, contact }) }),
  addFunction: step({
    ...own,
    body: addFunctionBody,
    guard: (context, body) => {
      if (functionOf(context, body.function)) return refuse("procedures.functionKnown", { function: body.function });
      const keys = body.officers.map((officer) => officerKeyText(officer.key));
      return refuseOfficers(context, body.officers) ?? refuseKnownKeys(context, keys);
    },
    effect: (context, body) => {
      // A function that was removed and comes back keeps the memory of its old keys: none of them is issued again.
      const before = context.data.functions[body.function]?.officers ?? [];
      const officers = [...before, ...newOfficers(context, body.officers)];
      return withFunction(context.data, { code: body.function, value: { names: body.names, officers } });
    },
  }),
  changeFunction: step({
    ...own,
    body: changeFunctionBody,
    guard: (context, body) => refuseUnknownFunction(context, body.function),
    effect: (context, body) => {
      const officers = functionOf(context, body.function)?.officers ?? [];
      return withFunction(context.data, { code: body.function, value: { names: body.names, officers } });
    },
  }),
  removeFunction: step({
    ...own,
    body: removeFunctionBody,
    guard: (context, body) => refuseUnknownFunction(context, body.function),
    effect: (context, body) => {
      const before = functionOf(context, body.function);
      const officers = (before?.officers ?? []).map((key) =>
        key.state === "valid" ? { ...key, state: "revoked" as const, reason: "ceased" as const } : key,
      );
      const value = { names: before?.names ?? {}, officers, removed: true as const };
      return withFunction(context.data, { code: body.function, value });
    },
  }),
  withdraw: step({
    ...own,
    to: "withdrawn",
    body: withdrawBody,
    guard: ({ data }) => (data.service === registryService ? refuse("procedures.lastRegistryKey") : undefined),
    effect: ({ data }) => ({ ...data, withdrawn: true }),
  }),
  takeNote: step({
    from: ["designated"],
    to: "same",
    by: "counterpart",
    expected: false,
    body: takeNoteBody,
    effect: ({ data }) => ({ ...data, notesTaken: data.notesTaken + 1 }),
  }),
} satisfies Readonly<Record<string, Step<DesignationData>>>;
