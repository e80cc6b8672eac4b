// A label of this accord as a marking of ADatP-4774, and back. What a marking says beyond a label is never lost without
// a word: what restricts access more than a label could say is refused; what restricts nothing is named as left out.
//
// Codes are lowercase words with hyphens, the standard's values are written in capitals with spaces: TOP SECRET is
// top-secret. Caveats are the RESTRICTIVE category "Special Handling". "Context", PERMISSIVE, is kept as caveats too,
// since whoever holds the document must be in that context: KFOR is context-kfor.

import { isPartyCode, type Label, type LabelPolicy, labelSchema, type PartyCode } from "../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../base/index.ts";
import { folded, type LabelFile, type Marking, type MarkingCategory } from "./marking.ts";

const releasableTo = "Releasable To";
const specialHandling = "Special Handling";
const context = "Context";
const contextPrefix = "context-";

export interface CarriedLabel {
  readonly label: Label;
  /** What the marking says beside it that restricts nothing, in words. */
  readonly left: readonly string[];
}

/** `policy`: the levels by which the classification is read, when the label is of that policy. */
export function labelOfMarking(marking: Marking, policy?: LabelPolicy): CarriedLabel | Refusal {
  const classification = levelCode(marking, policy);
  if (isRefusal(classification)) return classification;
  const left = besides(marking);
  const parties = new Set<PartyCode>();
  const caveats = new Set<string>();
  for (const category of marking.categories) {
    const { type, tag, values } = category;
    if (type === "informative") left.push(inWords(category));
    else if (type === "permissive" && folded(tag) === folded(releasableTo))
      for (const value of values) {
        const code = value.toUpperCase();
        if (isPartyCode(code)) parties.add(code);
        // To leave a party out narrows who may have it.
        else left.push(inWords({ ...category, values: [value] }));
      }
    else {
      const words = caveatsOf(category);
      if (isRefusal(words)) return words;
      for (const word of words) caveats.add(word);
    }
  }
  if (parties.size === 0) return refuse("documents.noReleasability");
  const label = {
    policy: marking.policy,
    classification,
    releasableTo: [...parties].sort(),
    ...(caveats.size > 0 ? { caveats: [...caveats].sort() } : {}),
  };
  const problem = labelSchema.safeParse(label).error?.issues[0]?.message;
  return problem === undefined ? { label, left } : refuse("documents.notCarried", { what: problem });
}

/** What stands in no label and restricts nothing. */
function besides(marking: Marking): string[] {
  const { policyUri, privacyMark, originator, created, review, id, categories } = marking;
  const uris = categories.flatMap(({ tag, uri }) => (uri === undefined ? [] : [`${tag} ${uri}`]));
  return Object.entries({ policyUri, privacyMark, originator: originator?.text, created, review, id, uris })
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : value?.join(", ")}`);
}

function levelCode(marking: Marking, policy: LabelPolicy | undefined): string | Refusal {
  const wanted = folded(marking.classification);
  if (policy !== undefined && policy.policy === marking.policy) {
    const level = policy.levels.find(
      ({ code, names }) => capitals(code) === wanted || Object.values(names).some((name) => folded(name) === wanted),
    );
    if (level) return level.code;
    const levels = policy.levels.map(({ code }) => code);
    return refuse("acts.unknownLevel", { got: marking.classification, policy: policy.policy, levels });
  }
  return wordOf(marking.classification) ?? refuse("documents.notCarried", { what: marking.classification });
}

function caveatsOf(category: MarkingCategory): readonly string[] | Refusal {
  const { type, tag, values } = category;
  const isContext = type === "permissive" && folded(tag) === folded(context);
  const isHandling = type === "restrictive" && folded(tag) === folded(specialHandling);
  if (!isContext && !isHandling) return refuse("documents.notCarried", { what: inWords(category) });
  const words = values.map((value) => wordOf(isContext ? `${contextPrefix}${value}` : value));
  const read = words.filter((word) => word !== undefined);
  const ambiguous = isHandling && read.some(isContextCaveat);
  return read.length === words.length && !ambiguous
    ? read
    : refuse("documents.notCarried", { what: inWords(category) });
}

function isContextCaveat(caveat: string): boolean {
  return caveat.startsWith(contextPrefix) && caveat.length > contextPrefix.length;
}

/** The code of a value, or undefined for one that no code can say. */
function wordOf(text: string): string | undefined {
  const word = folded(text).toLowerCase().replaceAll(" ", "-");
  return /^[a-z][a-z0-9-]{1,39}$/.test(word) ? word : undefined;
}

/** A code as the standard writes values. Hyphens that stand beside another, or last, stay. */
function capitals(code: string): string {
  return (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code) ? code.replaceAll("-", " ") : code).toUpperCase();
}

function inWords({ tag, type, values }: MarkingCategory): string {
  return `${tag} (${type}): ${values.join(", ")}`;
}

/** The label as the originator's. `created`: when, ISO 8601 in UTC; the standard asks for it. */
export function markingOfLabel(label: Label, made: { readonly created?: string } = {}): Marking {
  const caveats = label.caveats ?? [];
  const contexts = caveats.filter(isContextCaveat);
  const handling = caveats.filter((caveat) => !contexts.includes(caveat));
  const category = (tag: string, type: MarkingCategory["type"], values: readonly string[]): MarkingCategory[] =>
    values.length === 0 ? [] : [{ tag, type, values }];
  return {
    kind: "originator",
    policy: label.policy,
    classification: capitals(label.classification),
    categories: [
      ...category(
        context,
        "permissive",
        contexts.map((caveat) => capitals(caveat.slice(contextPrefix.length))),
      ),
      ...category(releasableTo, "permissive", label.releasableTo),
      ...category(specialHandling, "restrictive", handling.map(capitals)),
    ],
    ...(made.created === undefined ? {} : { created: made.created }),
  };
}

/**
 * Which label of a file counts for a reader of this policy: the originator's when it is of the policy, else an
 * alternative that is (ADatP-4774.1, rules 1 to 5). One of metadata never does.
 */
export function markingFor(file: LabelFile, policy: string): Marking | Refusal {
  const order = ["originator", "alternative"] as const;
  const found = order
    .flatMap((kind) => file.markings.filter((marking) => marking.kind === kind))
    .find((marking) => folded(marking.policy) === folded(policy));
  if (found) return found;
  if (file.markings.length === 0) throw new Fault("documents.noMarking", "A file of labels has none.");
  const policies = file.markings.map((marking) => marking.policy);
  return refuse("documents.noLabelOfPolicy", { policy, policies });
}
