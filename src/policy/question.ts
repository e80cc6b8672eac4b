// What is asked of a policy, and what of it can matter to the answer. A clearance that has run out, a dossier one has
// to do with and a step of one's own are settled here as yes or no, so that the answer depends on no clock and can be
// kept.

/** An officer of this side, as this side's directory knows them. Never sent to the other side. */
export interface Officer {
  readonly id: string;
  readonly party: string;
  /** The service the officer belongs to. */
  readonly service: string;
  /** The functions the officer may act in, such as "liaison-officer". */
  readonly functions: readonly string[];
  /**
   * The rank of the highest level the officer may see, in the accord's policy of labels, before the instant `until`.
   */
  readonly clearance?: { readonly level: number; readonly until: string };
  /** Need-to-know: when given, the only dossiers the officer has to do with. */
  readonly dossiers?: readonly string[];
}

/**
 * What an officer may want to do. "compose": to write an act that another may release, with no effect outside the side;
 * "open": to have a sealed document opened.
 */
export type Action = "act" | "read" | "administer" | "compose" | "open";

export interface Question {
  readonly officer: Officer;
  readonly action: Action;
  /**
   * The one function the officer wants to do it in, as the act will name it; without it any of the officer's counts.
   */
  readonly function?: string;
  /** The procedure's name without its version: "visit". */
  readonly procedure: string;
  /** The step to be made or composed; with "act" and "compose" only. */
  readonly step?: string;
  readonly dossier?: string;
  /** The domain of the accord that the matter belongs to. */
  readonly domain?: string;
  /** The rank of the matter's label, 0 for the lowest. */
  readonly level: number;
  /** The service in whose name the officer wants to act. */
  readonly service: string;
  /** The officer who made the step before this one, where four eyes matter. */
  readonly author?: string;
  /**
   * The officer who composed the very act that is to be made: its draft's composer, or who hands it in directly.
   */
  readonly composer?: string;
  /** Now, as an ISO 8601 instant. */
  readonly at: string;
}

/** What a policy may look at beside the officer and the procedure: the context of default.cedar.ts, field for field. */
export interface Circumstances {
  readonly step: string;
  readonly service: string;
  readonly level: number;
  /** The officer's clearance covers the level and is valid now. Everyone is cleared for level 0. */
  readonly cleared: boolean;
  /** The officer has to do with the dossier. */
  readonly concerned: boolean;
  /** The officer composed this very step, as a draft or by handing it in without one. */
  readonly ownStep: boolean;
  /** The officer made the step before this one. */
  readonly afterOwn: boolean;
  readonly domain?: string;
}

/** The functions that count: the one named, if it is the officer's at all. */
export function functionsOf({ officer, function: named }: Question): readonly string[] {
  if (named === undefined) return officer.functions;
  return officer.functions.includes(named) ? [named] : [];
}

/** Throws RangeError for a time that is no instant: both come from this side's own clock and directory. */
export function circumstancesOf(question: Question): Circumstances {
  const { officer, dossier, domain, level } = question;
  const { dossiers } = officer;
  return {
    step: question.step ?? "",
    service: question.service,
    level,
    cleared: level === 0 || isCleared(question),
    concerned: dossiers === undefined || dossier === undefined || dossiers.includes(dossier),
    ownStep: question.composer === officer.id,
    afterOwn: question.author === officer.id,
    ...(domain === undefined ? {} : { domain }),
  };
}

function isCleared({ officer: { clearance }, level, at }: Question): boolean {
  if (clearance === undefined || clearance.level < level) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(clearance.until)) < 0;
}
