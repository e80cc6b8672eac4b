// Reading a policy's text: every rule has a name (@id) and a reason (@because), is a plain rule and no template, and
// fits the schema. A text that fails any of this is a fault of this side's configuration: the node must not start with
// it, because a rule left out could be the one that forbids.

import {
  type DetailedError,
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  preparseSchema,
  validate,
} from "@cedar-policy/cedar-wasm/nodejs";
import { Fault } from "../base/index.ts";
import { schema } from "./schema.cedar.ts";

export interface Rules {
  /** The name under which the engine keeps the parsed rules. */
  readonly name: string;
  /** By rule, why it is there: a clause that follows "because". */
  readonly reasons: ReadonlyMap<string, string>;
  /** Every function the rules name, sorted. */
  readonly functions: readonly string[];
}

/** The name under which the engine keeps the schema. */
export const schemaName = "entente";

// The engine keeps parsed rules for the life of the process, by name: each text gets a name of its own.
const names = new Map<string, string>();

/** Parses, validates and prepares the rules. Throws a Fault that names the rule and what is wrong with it. */
export function loadRules(text: string): Rules {
  const parts = policySetTextToParts(text);
  if (parts.type === "failure") throw unreadable("The policy", parts.errors);
  if (parts.policy_templates.length > 0) {
    throw new Fault("policy.template", "The policy has a template; write each rule out.");
  }
  const texts = new Map<string, string>();
  const reasons = new Map<string, string>();
  for (const part of parts.policies) {
    const { id, because } = annotationsOf(part);
    if (texts.has(id)) throw new Fault("policy.sameName", `Two rules are called "${id}".`);
    texts.set(id, part);
    reasons.set(id, because);
  }
  const staticPolicies = Object.fromEntries(texts);
  validateRules(staticPolicies);
  const name = names.get(text) ?? `entente-${names.size + 1}`;
  prepare(name, staticPolicies);
  names.set(text, name);
  const functions = new Set([...text.matchAll(/\bFunction::"([^"]+)"/g)].map((match) => match[1] ?? ""));
  return { name, reasons, functions: [...functions].sort() };
}

function annotationsOf(part: string): { readonly id: string; readonly because: string } {
  const json = policyToJson(part);
  if (json.type === "failure") throw unreadable("A rule of the policy", json.errors);
  const { id, because } = json.json.annotations ?? {};
  if (id === undefined) throw new Fault("policy.unnamed", `A rule has no @id("…"): ${part.slice(0, 120)}`);
  if (because === undefined) throw new Fault("policy.unreasoned", `The rule "${id}" has no @because("…").`);
  return { id, because };
}

function validateRules(staticPolicies: Readonly<Record<string, string>>): void {
  const answer = validate({ schema, policies: { staticPolicies } });
  if (answer.type === "failure") throw unreadable("The policy or its schema", answer.errors);
  // A warning tells of a rule that can never apply, or of look-alike letters: no better than an error here.
  const [first] = [...answer.validationErrors, ...answer.validationWarnings];
  if (first === undefined) return;
  const help = first.error.help ? ` (${first.error.help})` : "";
  throw new Fault("policy.invalid", `The rule "${first.policyId}" is not valid: ${first.error.message}${help}.`);
}

function prepare(name: string, staticPolicies: Readonly<Record<string, string>>): void {
  for (const answer of [preparseSchema(schemaName, schema), preparsePolicySet(name, { staticPolicies })]) {
    if (answer.type === "failure") throw unreadable("The policy or its schema", answer.errors);
  }
}

function unreadable(what: string, errors: readonly DetailedError[]): Fault {
  return new Fault("policy.unreadable", `${what} cannot be read: ${errors.map((error) => error.message).join("; ")}.`);
}
