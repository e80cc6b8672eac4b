// One side's own policy: may this officer do, or read, this here? The rules are Cedar text; the engine is asked with
// the officer, their functions and the circumstances, and with nothing else. What no rule allows is denied, and a rule
// that forbids prevails over all that allow. The policy judges officers of this side only: what the other side's acts
// may do is the procedures' to say.

import { statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { Fault, never, type Refusal, refuse } from "../base/index.ts";
import { createAnswers } from "./answers.ts";
import { type Circumstances, circumstancesOf, functionsOf, type Question } from "./question.ts";
import { loadRules, type PolicyRule, type Rules, schemaName } from "./rules.ts";

export interface Allowed {
  readonly allowed: true;
  /** The names of the rules that allow it. */
  readonly rules: readonly string[];
}

/** What can be asked about functions, without an officer. */
export interface Matter {
  readonly action: Question["action"];
  readonly procedure: string;
  readonly step?: string;
  readonly domain?: string;
}

export interface Policy {
  /** Allowed, or the refusal `policy.denied` with the rules that forbid, or none when no rule allows. */
  decide(question: Question): Allowed | Refusal;
  /**
   * The functions whose officers may do this when they are cleared, concerned, and neither composed the step nor made
   * the one before.
   */
  functionsThatMay(matter: Matter): readonly string[];
  /** The rules as they were read and validated, in the order of the text. */
  readonly rules: readonly PolicyRule[];
}

interface PolicyInput {
  /** Cedar text; each rule with @id and @because. See default.cedar.ts. */
  readonly policies: string;
  /** How many answers are kept; one takes about 1 kB. */
  readonly cacheSize: number;
}

/** Throws a Fault when the text is not a valid policy: a side without its whole policy does not start. */
export function createPolicy({ policies, cacheSize }: PolicyInput): Policy {
  const rules = loadRules(policies);
  const engine = createEngine(rules);
  const answers = createAnswers<Verdict>(cacheSize);
  const byMatter = createAnswers<readonly string[]>(cacheSize);

  const functionsThatMay = (matter: Matter): readonly string[] => {
    const { action, procedure, step, domain } = matter;
    const key = JSON.stringify([action, procedure, step, domain]);
    const known = byMatter.get(key);
    if (known !== undefined) return known;
    const functions = rules.functionsFor(matter).filter((each) => engine.ask(anyOfficerOf(each, matter)).allowed);
    byMatter.keep(key, functions);
    return functions;
  };

  const verdictOn = (question: Question): Verdict => {
    const circumstances = circumstancesOf(question);
    const key = keyOf(question, { circumstances, rules });
    const known = answers.get(key);
    if (known !== undefined) return known;
    const { action, procedure } = question;
    const officer = { ...question.officer, functions: functionsOf(question), holds: question.officer.functions };
    const verdict = engine.ask({ officer, action, procedure, circumstances });
    answers.keep(key, verdict);
    return verdict;
  };

  const decide = (question: Question): Allowed | Refusal => {
    const verdict = verdictOn(question);
    if (verdict.allowed) return { allowed: true, rules: verdict.rules };
    return denied({ question, rules, forbidding: verdict.rules, functions: functionsThatMay(question) });
  };

  return { decide, functionsThatMay, rules: rules.all };
}

/** All that can matter to the answer, and no time: two questions with one key have one answer. */
function keyOf(question: Question, at: { readonly circumstances: Circumstances; readonly rules: Rules }): string {
  const { officer, action, procedure } = question;
  const { looksAt } = at.rules;
  const { step, service, level, cleared, concerned, ownStep, afterOwn, domain } = at.circumstances;
  const who = [looksAt.officers ? officer.id : "", officer.party, officer.service, officer.functions];
  const where = [functionsOf(question), action, procedure, step, service, looksAt.levels ? level : 0];
  return JSON.stringify([who, where, cleared, concerned, ownStep, afterOwn, domain]);
}

interface Asked {
  readonly officer: {
    readonly id: string;
    readonly party: string;
    readonly service: string;
    /** The functions that count for this question. */
    readonly functions: readonly string[];
    /** All the officer's functions. */
    readonly holds: readonly string[];
  };
  readonly action: Question["action"];
  readonly procedure: string;
  readonly circumstances: Circumstances;
}

function anyOfficerOf(name: string, { action, procedure, step, domain }: Matter): Asked {
  const circumstances: Circumstances = {
    step: step ?? "",
    service: "",
    level: 0,
    cleared: true,
    concerned: true,
    ownStep: false,
    afterOwn: false,
    ...(domain === undefined ? {} : { domain }),
  };
  const officer = { id: "", party: "", service: "", functions: [name], holds: [name] };
  return { officer, action, procedure, circumstances };
}

interface Verdict {
  readonly allowed: boolean;
  /** The rules that allow, or those that forbid; none when no rule allows. */
  readonly rules: readonly string[];
}

interface Engine {
  ask(asked: Asked): Verdict;
}

function createEngine(rules: Rules): Engine {
  // Whether a question fits the schema depends on its shape alone, which types hold to it: the first of each shape is
  // checked, for it takes the engine longer than the answer.
  const checked = new Set<string>();
  return {
    ask(asked) {
      const shape = `${asked.action} ${asked.circumstances.domain === undefined}`;
      const verdict = ask(asked, { rulesName: rules.nameFor(asked), validateRequest: !checked.has(shape) });
      checked.add(shape);
      return verdict;
    },
  };
}

function ask(
  { officer, action, procedure, circumstances }: Asked,
  how: { readonly rulesName: string; readonly validateRequest: boolean },
): Verdict {
  const principal = { type: "Officer", id: officer.id };
  const answer = statefulIsAuthorized({
    principal,
    action: { type: "Action", id: action },
    resource: { type: "Procedure", id: procedure },
    context: { ...circumstances },
    preparsedSchemaName: schemaName,
    validateRequest: how.validateRequest,
    preparsedPolicySetId: how.rulesName,
    entities: [
      {
        uid: principal,
        attrs: { party: officer.party, service: officer.service, holds: [...officer.holds] },
        parents: officer.functions.map((id) => ({ type: "Function", id })),
      },
    ],
  });
  if (answer.type === "failure") {
    throw new Fault("policy.badQuestion", answer.errors.map((error) => error.message).join("; "));
  }
  const { decision, diagnostics } = answer.response;
  // The engine leaves out a rule it cannot evaluate, even one that forbids. An answer without it would be a guess.
  const [broken] = diagnostics.errors;
  if (broken !== undefined) {
    throw new Fault("policy.brokenRule", `The rule "${broken.policyId}" failed: ${broken.error.message}`);
  }
  return { allowed: decision === "allow", rules: diagnostics.reason.toSorted() };
}

function denied(input: {
  readonly question: Question;
  readonly rules: Rules;
  readonly forbidding: readonly string[];
  readonly functions: readonly string[];
}): Refusal {
  const { question, rules, forbidding, functions } = input;
  const reasons = forbidding.map((rule) => `${rules.reasons.get(rule)} (rule ${rule})`);
  return refuse("policy.denied", {
    officer: question.officer.id,
    what: whatOf(question),
    procedure: question.procedure,
    rules: forbidding,
    because: reasons.length > 0 ? reasons.join("; ") : "no rule allows it",
    functions: functions.length > 0 ? functions : ["(none)"],
  });
}

function whatOf({ action, step }: Question): string {
  switch (action) {
    case "act":
      return `the step "${step ?? ""}"`;
    case "compose":
      return `composing the step "${step ?? ""}"`;
    case "open":
      return "opening a sealed document";
    case "read":
      return "reading";
    case "administer":
      return "administration";
    default:
      return never(action);
  }
}
