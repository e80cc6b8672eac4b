// What every handler works with, and the small questions they share: which accord, may this officer, what time is it
// there.

import { type AccordId, type Draft, type Label, levelOf } from "../../acts/index.ts";
import { localTimesOf } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer, Policy } from "../../policy/index.ts";
import { calendarOf, type Procedure, type Terms } from "../../procedures/index.ts";
import type { Node, RunningAccord } from "../node.ts";

export interface HandlerContext {
  readonly node: Node;
  readonly policy: Policy;
  readonly version: string;
}

export function accordOf(context: HandlerContext, accord: AccordId): RunningAccord | Refusal {
  return context.node.accords.get(accord) ?? refuse("api.unknown", { what: "accord", got: accord });
}

/** An instant on both sides' clocks. */
export function localOf(terms: Terms, ms: number): Record<string, string> {
  return localTimesOf(
    ms,
    terms.parties.map((party) => ({ party, zone: calendarOf(terms, party).zone })),
  );
}

/** Undefined when the officer may read this here. `level` is the rank of what is read, 0 for what bears no label. */
export function mayRead(
  context: HandlerContext,
  input: { officer: Officer; accord: RunningAccord; procedure: string; dossier?: string; level?: number },
): Refusal | undefined {
  const decided = context.policy.decide({
    officer: input.officer,
    action: "read",
    procedure: input.procedure,
    level: input.level ?? 0,
    service: input.officer.service,
    at: new Date(context.node.clock.now()).toISOString(),
    ...(input.dossier === undefined ? {} : { dossier: input.dossier }),
  });
  return isRefusal(decided) ? decided : undefined;
}

/** Undefined when the officer may make this act. */
export function mayAct(
  context: HandlerContext,
  input: {
    officer: Officer;
    accord: RunningAccord;
    procedure: Procedure<unknown>;
    act: Pick<Draft, "step" | "service" | "function" | "dossier" | "label">;
    /** The officer of this side who made the dossier's last act, for the rules of four eyes. */
    author: string | undefined;
    /** The officer who composed this one: a draft's composer, or who hands it in without a draft. */
    composer: string;
  },
): Refusal | undefined {
  const { accord, officer, procedure, act, author, composer } = input;
  const level = levelOf(accord.side.founding.labels, act.label);
  if (typeof level !== "number") return level;
  const decided = context.policy.decide({
    officer,
    action: "act",
    function: act.function,
    procedure: procedure.name,
    step: act.step,
    dossier: act.dossier,
    level,
    service: act.service,
    at: new Date(context.node.clock.now()).toISOString(),
    composer,
    ...(procedure.rests === "founding" ? {} : { domain: procedure.rests }),
    ...(author === undefined ? {} : { author }),
  });
  return isRefusal(decided) ? decided : undefined;
}

/** Undefined when the officer may write this act for another to release, and change or remove what is written of it. */
export function mayCompose(
  context: HandlerContext,
  input: { officer: Officer; accord: RunningAccord; draft: Draft },
): Refusal | undefined {
  const { officer, accord, draft } = input;
  const procedure = accord.side.procedureOf(draft);
  if (isRefusal(procedure)) return procedure;
  const level = levelOf(accord.side.founding.labels, draft.label);
  if (typeof level !== "number") return level;
  const decided = context.policy.decide({
    officer,
    action: "compose",
    procedure: procedure.name,
    step: draft.step,
    dossier: draft.dossier,
    level,
    service: draft.service,
    at: new Date(context.node.clock.now()).toISOString(),
    ...(procedure.rests === "founding" ? {} : { domain: procedure.rests }),
  });
  return isRefusal(decided) ? decided : undefined;
}

/** The rank of a label for its reader; one that is not of the accord's policy counts as the highest. */
export function levelFor(accord: RunningAccord, label: Pick<Label, "policy" | "classification">): number {
  const { labels } = accord.side.founding;
  const level = levelOf(labels, label);
  return isRefusal(level) ? labels.levels.length - 1 : level;
}

export function mayAdminister(
  context: HandlerContext,
  input: { officer: Officer; matter: string /** Whose record is to be changed. */; of?: string },
): Refusal | undefined {
  const decided = context.policy.decide({
    officer: input.officer,
    action: "administer",
    procedure: input.matter,
    level: 0,
    service: input.officer.service,
    at: new Date(context.node.clock.now()).toISOString(),
    ...(input.of === undefined ? {} : { composer: input.of }),
  });
  return isRefusal(decided) ? decided : undefined;
}
