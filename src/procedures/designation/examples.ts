// A body for every step of a designation that fits the data at hand: for the exhaustive test, and to show what a form
// holds. The service, its office and its keys are invented; nobody holds the private halves of these keys.

import { type JsonObject, recipientText } from "../../acts/index.ts";
import { base64url, fromHex } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import { allKeys, type DesignatedKey, type DesignationData } from "./data.ts";
import type { DesignationStep } from "./designation.ts";

export type ExampleContext = Pick<
  StepContext<DesignationData>,
  "data" | "side" | "other" | "roles" | "terms" | "time" | "digest"
>;

/** 32 bytes in the form of a public key, another for each name. */
function keyNamed({ digest, side }: ExampleContext, name: string): string {
  return base64url(fromHex(digest({ key: name, side }).slice("sha256:".length)) ?? new Uint8Array(32));
}

/** An X25519 recipient, another for each name: its private half is nobody's. */
function recipientNamed({ digest, side }: ExampleContext, name: string): string {
  const bytes = fromHex(digest({ sealing: name, side }).slice("sha256:".length));
  return recipientText(bytes ?? new Uint8Array(32));
}

const nextRecipient = (context: ExampleContext): string =>
  recipientNamed(context, `sealing-${context.data.sealing.length + 1}`);
const sealingOf = (context: ExampleContext): string =>
  context.data.sealing.find((one) => one.state === "valid")?.recipient ?? recipientNamed(context, "none");

const nextKey = (context: ExampleContext): string => keyNamed(context, `key-${allKeys(context.data).length + 1}`);
const validOf = (keys: readonly DesignatedKey[] | undefined): string =>
  keys?.find((key) => key.state === "valid")?.kid ?? "A".repeat(43);
const names = { fr: "Bureau (exemple)", en: "Office (example)" };

/** A function that stands, by its code and what is known of it. */
function standing({ data }: ExampleContext): { code: string; officers: readonly DesignatedKey[] } {
  const found = Object.entries(data.functions).find(([, one]) => one.removed === undefined);
  return { code: found?.[0] ?? "liaison-officer", officers: found?.[1].officers ?? [] };
}

const withOfficer = (context: ExampleContext): string =>
  Object.entries(context.data.functions).find(([, one]) => one.officers.some((key) => key.state === "valid"))?.[0] ??
  standing(context).code;

export const examples: Readonly<Record<DesignationStep, (context: ExampleContext) => JsonObject>> = {
  designate: (context) => ({
    service: "liaison-bureau",
    names,
    kind: "liaison",
    domains: ["visits"],
    functions: [
      { function: "liaison-officer", names, officers: [{ key: keyNamed(context, "officer"), label: "card 1" }] },
    ],
    keys: [keyNamed(context, "service")],
    sealing: [recipientNamed(context, "sealing")],
    contact: { office: "Room 1 (example)", phone: "+212 500000000", email: "liaison@example.org" },
  }),
  changeService: () => ({ names, kind: "liaison", domains: ["visits", "training"] }),
  changeContact: () => ({ contact: { office: "Room 2 (example)" } }),
  addFunction: ({ data }) => ({
    function: `function-${Object.keys(data.functions).length + 1}`,
    names,
    officers: [],
  }),
  changeFunction: (context) => ({ function: standing(context).code, names: { en: "Duty office (example)" } }),
  removeFunction: (context) => ({ function: standing(context).code, reason: "Merged with another." }),
  withdraw: () => ({ reason: "The service was dissolved." }),
  takeNote: () => ({}),
  issueKey: (context) => ({ key: nextKey(context) }),
  rotateKey: (context) => ({ old: validOf(context.data.keys), new: nextKey(context) }),
  revokeKey: (context) => ({ kid: validOf(context.data.keys), reason: "lost" }),
  issueSealingKey: (context) => ({ recipient: nextRecipient(context) }),
  rotateSealingKey: (context) => ({ old: sealingOf(context), new: nextRecipient(context) }),
  revokeSealingKey: (context) => ({ recipient: sealingOf(context), reason: "lost" }),
  issueOfficerKey: (context) => ({
    function: standing(context).code,
    officer: { key: nextKey(context), label: "card 2" },
  }),
  revokeOfficerKey: (context) => {
    const code = withOfficer(context);
    const known = Object.entries(context.data.functions).find(([name]) => name === code)?.[1];
    return { function: code, kid: validOf(known?.officers), reason: "ceased" };
  },
};
