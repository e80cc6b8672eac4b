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
import { createAnswers } from "./answers.ts";
import { schema } from "./schema.cedar.ts";
import { canApply, type Scope, scopeOf } from "./scope.ts";

/** A rule as it was read, for people to look at. */
export interface PolicyRule {
  readonly name: string;
  readonly effect: "permit" | "forbid";
  /** Why it is there: a clause that follows "because". */
  readonly because: string;
  /** Undefined: any. */
  readonly actions: readonly string[] | undefined;
  readonly procedures: readonly string[] | undefined;
  /** For a rule that permits: the only functions it can be for; undefined where its form does not tell. */
  readonly functions: readonly string[] | undefined;
  /** Its text, in Cedar. */
  readonly text: string;
}

export interface Rules {
  /** Every rule, in the order of the text. */
  readonly all: readonly PolicyRule[];
  /** The name under which the engine keeps the rules that can apply to this action on this procedure. */
  nameFor(matter: { readonly action: string; readonly procedure: string }): string;
  /** The functions that a rule which can apply here permits something; more than may, never fewer. */
  functionsFor(matter: { readonly action: string; readonly procedure: string }): readonly string[];
  /** Whether any rule names an officer, or looks at the rank of a level: what none looks at matters to no answer. */
  readonly looksAt: { readonly officers: boolean; readonly levels: boolean };
  /** By rule, why it is there: a clause that follows "because". */
  readonly reasons: ReadonlyMap<string, string>;
  /** Every function the rules name, sorted. */
  readonly functions: readonly string[];
}

/** The name under which the engine keeps the schema. */
export const schemaName = "entente";

// The engine keeps parsed rules for the life of the process, by name: each selection of rules gets a name of its own.
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
  const scopes = new Map<string, Scope>();
  for (const part of parts.policies) {
    const { id, because, scope } = headOf(part);
    if (texts.has(id)) throw new Fault("policy.sameName", `Two rules are called "${id}".`);
    texts.set(id, part);
    reasons.set(id, because);
    scopes.set(id, scope);
  }
  const staticPolicies = Object.fromEntries(texts);
  validateRules(staticPolicies);
  const schemaRead = preparseSchema(schemaName, schema);
  if (schemaRead.type === "failure") throw unreadable("The policy or its schema", schemaRead.errors);
  const functions = [...new Set([...text.matchAll(/\bFunction::"([^"]+)"/g)].map((match) => match[1] ?? ""))].sort();
  // Bounded: a procedure that is asked about may come from a request.
  const byMatter = createAnswers<string>(1_000);
  return {
    all: [...scopes].map(([name, { effect, actions, procedures, functions: named }]) => ({
      name,
      effect,
      because: reasons.get(name) ?? "",
      actions: actions && [...actions],
      procedures: procedures && [...procedures],
      functions: named,
      text: (texts.get(name) ?? "").trim(),
    })),
    nameFor(matter) {
      const key = JSON.stringify([matter.action, matter.procedure]);
      const known = byMatter.get(key);
      if (known !== undefined) return known;
      const applying = [...scopes].filter(([, scope]) => canApply(scope, matter)).map(([id]) => id);
      const name = prepared(applying, texts);
      byMatter.keep(key, name);
      return name;
    },
    functionsFor(matter) {
      const permits = [...scopes.values()].filter((scope) => scope.effect === "permit" && canApply(scope, matter));
      if (permits.some((scope) => scope.functions === undefined)) return functions;
      const named = new Set(permits.flatMap((scope) => scope.functions ?? []));
      return functions.filter((each) => named.has(each));
    },
    looksAt: { officers: /\bOfficer::"/.test(text), levels: /\bcontext\s*(?:\.\s*level\b|\[)/.test(text) },
    reasons,
    functions,
  };
}

/** The name of these rules in the engine, which is given them when they are asked for first. */
function prepared(ids: readonly string[], texts: ReadonlyMap<string, string>): string {
  const staticPolicies = Object.fromEntries(ids.map((id) => [id, texts.get(id) ?? ""]));
  const key = JSON.stringify(staticPolicies);
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `entente-${names.size + 1}`;
  const answer = preparsePolicySet(name, { staticPolicies });
  if (answer.type === "failure") throw unreadable("The policy", answer.errors);
  names.set(key, name);
  return name;
}

function headOf(part: string): { readonly id: string; readonly because: string; readonly scope: Scope } {
  const json = policyToJson(part);
  if (json.type === "failure") throw unreadable("A rule of the policy", json.errors);
  const { id, because } = json.json.annotations ?? {};
  if (id === undefined) throw new Fault("policy.unnamed", `A rule has no @id("…"): ${part.slice(0, 120)}`);
  if (because === undefined) throw new Fault("policy.unreasoned", `The rule "${id}" has no @because("…").`);
  return { id, because, scope: scopeOf(json.json) };
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

function unreadable(what: string, errors: readonly DetailedError[]): Fault {
  return new Fault("policy.unreadable", `${what} cannot be read: ${errors.map((error) => error.message).join("; ")}.`);
}
