// Whether an act may stand at all, whatever its dossier's state: that it belongs to this accord and register, that its
// service and function are designated and signed with keys that count there, that its articles authorise it and are in
// force, that its label passes under the cap and dominates the documents it names, that it erases nothing its own side
// holds for a reason. Judged by what its author could know.

import {
  type AccordId,
  type Act,
  checkLabel,
  epochMs,
  type Label,
  levelOf,
  type PartyCode,
  registryService,
} from "../acts/index.ts";
import { type Refusal, refuse } from "../base/index.ts";
import type { Domain } from "./annex.ts";
import type { Procedure, Step } from "./declaration.ts";
import { refuseDocuments } from "./document-labels.ts";
import type { Hold } from "./holds.ts";
import type { KeyIdText, Service, Services } from "./services.ts";
import { articleApplies, type Terms } from "./terms.ts";

/** The codes by which an act is void for good: no later act of either side can make it take effect. */
export const admissionCodes: ReadonlySet<string> = new Set([
  "acts.badDocument",
  "acts.documentTwice",
  "acts.labelAboveCap",
  "acts.notReleasable",
  "acts.otherLabelPolicy",
  "acts.tooManyDocuments",
  "acts.unknownLevel",
  "procedures.articleMissing",
  "procedures.documentAboveAct",
  "procedures.documentHeld",
  "procedures.documentMarking",
  "procedures.documentNotReleasable",
  "procedures.noAccord",
  "procedures.noArticle",
  "procedures.noEquivalence",
  "procedures.notInForce",
  "procedures.notSigned",
  "procedures.notSignedByOfficer",
  "procedures.otherAccord",
  "procedures.otherParty",
  "procedures.outsideDomains",
  "procedures.registryOnly",
  "procedures.repeatedId",
  "procedures.unknownFunction",
  "procedures.unknownProcedure",
  "procedures.unknownService",
  "procedures.unknownStep",
  "procedures.withdrawnService",
]);

export interface Admission {
  readonly act: Act;
  readonly accord: AccordId;
  /** Whose register the leaf stands in. */
  readonly party: PartyCode;
  readonly procedure: Procedure<unknown>;
  /** The keys whose signatures on the act verify, in the envelope's order. */
  readonly signedBy: readonly KeyIdText[];
  readonly services: Services;
  readonly terms: Terms;
  /** What the act's own side holds there: a hold on this document, by its own register before the act. */
  holdOn(document: string): Hold | undefined;
}

/** Undefined when the act may stand. */
export function admit(admission: Admission): Refusal | undefined {
  const { act, procedure, terms } = admission;
  if (act.accord !== admission.accord)
    return refuse("procedures.otherAccord", { got: act.accord, expected: admission.accord });
  if (act.party !== admission.party)
    return refuse("procedures.otherParty", { got: act.party, register: admission.party });
  const step = Object.hasOwn(procedure.steps, act.step) ? procedure.steps[act.step] : undefined;
  if (!step)
    return refuse("procedures.unknownStep", {
      got: act.step,
      procedure: procedure.name,
      steps: Object.keys(procedure.steps),
    });
  return (
    admitService(admission, step) ??
    (procedure.rests === "founding"
      ? admitFounded({ act, terms, step })
      : admitUnderArticles({ act, terms, step, domain: procedure.rests })) ??
    refuseDocuments(act, terms) ??
    refuseHeld(admission, step)
  );
}

/** What a side holds for a reason it erases by no act of its own: neither for its age nor to answer a recall. */
function refuseHeld({ act, holdOn }: Admission, step: Step<unknown>): Refusal | undefined {
  for (const digest of step.erases(act.body)?.digests ?? []) {
    const hold = holdOn(digest);
    if (hold) return refuse("procedures.documentHeld", { digest, hold: hold.dossier, reason: hold.reason });
  }
  return undefined;
}

function admitService(admission: Admission, step: Step<unknown>): Refusal | undefined {
  const { act, procedure, services, signedBy } = admission;
  const service = services.get(act.service);
  if (!service) return refuse("procedures.unknownService", { party: act.party, service: act.service });
  if (service.withdrawn) return refuse("procedures.withdrawnService", { party: act.party, service: act.service });
  const outside = outsideDomains({ act, service, procedure, step });
  if (outside) return outside;
  const officers = service.functions.get(act.function);
  if (!officers)
    return refuse("procedures.unknownFunction", {
      service: act.service,
      function: act.function,
      functions: [...service.functions.keys()],
    });
  if (!signedBy.some((kid) => service.keys.has(kid))) return refuse("procedures.notSigned", { service: act.service });
  if (step.grave && !signedBy.some((kid) => officers.has(kid)))
    return refuse("procedures.notSignedByOfficer", {
      step: act.step,
      service: act.service,
      function: act.function,
    });
  return undefined;
}

/** What is the registry's alone, and what it may not make: anything that needs an article. */
function outsideDomains(input: {
  act: Act;
  service: Service;
  procedure: Procedure<unknown>;
  step: Step<unknown>;
}): Refusal | undefined {
  const { act, service, procedure, step } = input;
  if (step.registry && act.service !== registryService)
    return refuse("procedures.registryOnly", { service: act.service });
  if (procedure.rests === "founding") return undefined;
  if (service.domains?.includes(procedure.rests)) return undefined;
  return refuse("procedures.outsideDomains", { service: act.service, domain: procedure.rests });
}

function admitFounded(input: { act: Act; terms: Terms; step: Step<unknown> }): Refusal | undefined {
  const { act, terms, step } = input;
  for (const article of act.articles)
    if (!terms.accord?.annex.articles.some((one) => one.number === article))
      return refuse("procedures.articleMissing", { article });
  return admitLabel({ label: act.label, terms, caps: [terms.cap, step.cap] });
}

function admitUnderArticles(input: {
  act: Act;
  terms: Terms;
  step: Step<unknown>;
  domain: Domain;
}): Refusal | undefined {
  const { act, terms, step, domain } = input;
  if (!terms.accord) return refuse("procedures.noAccord", {});
  const articles = terms.accord.annex.articles;
  const authorising = articles.filter((one) => one.domains.includes(domain));
  const named = act.articles.map((number) => ({ number, article: articles.find((one) => one.number === number) }));
  for (const { number, article } of named)
    if (!article) return refuse("procedures.articleMissing", { article: number });
  const authority = named.find(({ article }) => article?.domains.includes(domain));
  if (!authority)
    return refuse("procedures.noArticle", {
      got: act.articles.length > 0 ? [...act.articles] : "no article",
      domain,
      needed: authorising.length > 0 ? authorising.map((one) => one.number) : "none: the accord has no such article",
    });
  const at = epochMs(act.at.instant);
  for (const { number } of named)
    if (!articleApplies(terms, number, at))
      return refuse("procedures.notInForce", { article: number, at: act.at.instant, inForce: inForceWords(terms) });
  return admitLabel({ label: act.label, terms, caps: [authority.article?.cap ?? terms.cap, step.cap] });
}

function admitLabel(input: { label: Label; terms: Terms; caps: readonly (string | undefined)[] }): Refusal | undefined {
  const { label, terms } = input;
  let lowest: { code: string; level: number } | undefined;
  for (const code of input.caps) {
    if (code === undefined) continue;
    const level = levelOf(terms.labels, { policy: terms.labels.policy, classification: code });
    if (typeof level !== "number") return level;
    if (!lowest || level < lowest.level) lowest = { code, level };
  }
  return checkLabel({ policy: terms.labels, label, cap: lowest?.code ?? terms.cap, parties: terms.parties });
}

function inForceWords(terms: Terms): string {
  const from = terms.accord?.inForceFrom;
  return from === undefined
    ? "the accord's entry into force is not yet settled"
    : `the accord is in force from ${new Date(from).toISOString().slice(0, 10)}`;
}
