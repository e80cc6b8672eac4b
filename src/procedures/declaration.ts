// What a procedure is: one declaration, from which the engine's fold, the refusals, the next actions and whose turn it
// is, the forms, the deadlines, the diagram and the exhaustive test are derived and never written twice.
//
// Functions stand as methods on purpose: a method's parameters are compared bivariantly, so a Procedure of any dossier
// data fits the one list of procedures without a cast. The engine gives each procedure only data that the same
// procedure made.

import type { Act, JsonObject, Label, PartyCode } from "../acts/index.ts";
import { flawOf, isRefusal, type Refusal, refuse, type z } from "../base/index.ts";
import type { Amount, Domain } from "./annex.ts";
import type { Dated } from "./dates.ts";
import type { Reader } from "./languages.ts";
import type { Terms } from "./terms.ts";

/** A part in a dossier, bound to a side when the dossier opens: the opener's role is the first of the declaration. */
export type Role = string;
/** Who may make a step: one role, either side, or each of both before it takes effect. */
export type Mover = Role | "either" | "both";
export type StateName = string;
export type StepName = string;

/** What a step is judged and carried out with. Nothing else: no clock, no storage, no policy. */
export interface StepContext<Data> {
  /** The dossier's data before the step; for the opening step what `blank` gives. */
  readonly data: Data;
  readonly act: Act;
  /** The side that makes the step, and the other. */
  readonly side: PartyCode;
  readonly other: PartyCode;
  readonly roles: Readonly<Record<Role, PartyCode>>;
  readonly terms: Terms;
  /** The dossier's time: the latest `at` of its acts so far, this one included; milliseconds since 1970. */
  readonly time: number;
  /** `sha256:` and 64 hexadecimal digits of the canonical form of a value. */
  digest(value: unknown): string;
}

/** Which sealed documents lose their bytes once a step has taken effect, and where. */
export interface Erasure {
  /** The documents' digests, as `acts/document.ts` gives them. */
  readonly digests: readonly string[];
  /** `both`: each node erases them. `own`: only the node of the side whose act it is. */
  readonly on: "both" | "own";
}

/** The lower label that the originator has given documents: what may be read by whom follows it from then on. */
export interface Lowering {
  readonly digests: readonly string[];
  readonly label: Label;
}

/** What a step does when it is taken. */
export interface Taken<Data> {
  readonly data: Data;
  readonly to: StateName;
}

export interface Step<Data> {
  /** States the step can be made from; `opening` for the step that opens a dossier. */
  readonly from: readonly StateName[] | "opening";
  /** States it can lead to, all of them: the diagram and the exhaustive test read this. */
  readonly to: readonly StateName[];
  readonly by: Mover;
  /** Also carries the officer's own signature. */
  readonly grave: boolean;
  /** False for a step one may make but is not waited for: it gives nobody the turn. */
  readonly expected: boolean;
  /** Only the service `registry`, which the side's card names, can make it. */
  readonly registry: boolean;
  readonly body: z.ZodType;
  /** Steps over which this one prevails when the two cross. */
  readonly prevailsOver: readonly StepName[];
  /** Above this level the step is refused, whatever the articles allow. */
  readonly cap: string | undefined;
  /** Parses the body, judges the guards, and gives the new data; pure. */
  take(context: StepContext<Data>): Taken<Data> | Refusal;
  /** For a step by both: the canonical value that must be the same on both sides. */
  agreedValue(context: StepContext<Data>): string | Refusal;
  /**
   * True for the step by which the addressee says that it has opened documents; its body is `openedBody` of
   * dossier-documents.ts. A node makes it by itself when an officer first opens one of the other side's documents.
   */
  readonly opens: boolean;
  /** The bytes an act of this step erases once it is effective; undefined for none, or for a body of another form. */
  erases(body: JsonObject): Erasure | undefined;
  /** The documents whose label an act of this step lowers once it is effective; undefined for none. */
  lowers(body: JsonObject): Lowering | undefined;
  /**
   * Whether this side is still waited for, where a step that is expected is made once by each side or is done with: it
   * may be made again, but gives the side no turn. Absent: waited for as long as the state allows the step.
   */
  waits?(data: Data, side: PartyCode): boolean;
}

/** Whether the matter is at its end in this state: final, or settled. What is kept is kept from here so long. */
export function isAtEnd<Data>(procedure: Procedure<Data>, state: StateName): boolean {
  const declared = procedure.states[state];
  return declared?.final === true || declared?.settled === true;
}

/** A deadline that runs in a state. */
export interface DeadlineRule<Data> {
  readonly name: string;
  /** Who must act, and on whose working calendar the time runs. */
  readonly owner: Role | "both";
  /** The usual practice; the annex may set another under `procedure.name`. */
  readonly usual: Amount;
  /** From when it runs: undefined for no deadline. Default: since the state was entered. */
  from?(data: Data, since: number): number | undefined;
  /** For a deadline that lies before an event: the event's instant, from which the amount is counted back. */
  before?(data: Data): number | undefined;
}

export interface State<Data> {
  /** Nothing more can happen here. */
  readonly final?: true;
  /**
   * The matter is at its end and nobody is waited for, though something may still be made of it, such as a recall.
   * Retention counts from here as from a final state.
   */
  readonly settled?: true;
  readonly deadlines?: readonly DeadlineRule<Data>[];
  /** A change that time alone brings: at `at(data)` the dossier is in `to`. */
  readonly lapse?: {
    readonly to: StateName;
    at(data: Data, terms: Terms): number | undefined;
  };
}

export interface Procedure<Data> {
  /** Lowercase words joined by hyphens. */
  readonly name: string;
  readonly version: number;
  /** What its acts rest on: the founding (before any article), or an article that authorises the domain. */
  readonly rests: "founding" | Domain;
  /** The opener's role, then the other side's. */
  readonly roles: readonly [Role, Role];
  readonly states: Readonly<Record<StateName, State<Data>>>;
  readonly steps: Readonly<Record<StepName, Step<Data>>>;
  /** The data before the opening step. */
  blank(): Data;
  /**
   * A short title of the dossier in words of its own acts, for lists. Of texts in several languages it takes the one
   * that `read` chooses.
   */
  title(data: Data, read: Reader): string;
  /** What of it stands in a calendar besides its deadlines. Default: nothing. */
  dates?(data: Data): readonly Dated[];
  /**
   * When two acts cross and neither declares to prevail, the role whose act is taken first. Default: the first role.
   */
  readonly firstTaken?: Role;
}

interface StepInput<Data, Schema extends z.ZodType> {
  readonly from: readonly StateName[] | "opening";
  /** One state, or all it can lead to together with `leads`, which chooses. `same` stays where the dossier is. */
  readonly to: StateName | readonly StateName[];
  readonly by: Mover;
  readonly body: Schema;
  readonly grave?: boolean;
  readonly expected?: boolean;
  readonly registry?: boolean;
  readonly prevailsOver?: readonly StepName[];
  readonly cap?: string;
  /** The reason the step cannot be made, or undefined. */
  guard?(context: StepContext<Data>, body: z.output<Schema>): Refusal | undefined;
  /** The data after the step. The data before must not be changed. */
  effect?(context: StepContext<Data>, body: z.output<Schema>): Data;
  /** Which of the states in `to`, after the effect. Needed when there are several. */
  leads?(data: Data, body: z.output<Schema>, context: StepContext<Data>): StateName;
  /** For a step by both: what must be the same on both sides. Default: the whole body. */
  agree?(body: z.output<Schema>): unknown;
  /** Whether this side is still waited for. Default: as long as the state allows the step. */
  waits?(data: Data, side: PartyCode): boolean;
  readonly opens?: true;
  /** The sealed documents whose bytes are erased once the act is effective. Default: none. */
  erases?(body: z.output<Schema>): Erasure;
  /** The sealed documents whose label is lowered once the act is effective. Default: none. */
  lowers?(body: z.output<Schema>): Lowering;
}

/** Closes over one step's body type, so that steps of many bodies stand in one table. */
export function step<Data, Schema extends z.ZodType>(input: StepInput<Data, Schema>): Step<Data> {
  const to = typeof input.to === "string" ? [input.to] : input.to;
  const read = (body: JsonObject): { readonly body: z.output<Schema> } | Refusal => {
    const parsed = input.body.safeParse(body);
    if (parsed.success) return { body: parsed.data };
    return refuse("procedures.badBody", flawOf(parsed.error));
  };
  return {
    from: input.from,
    to,
    by: input.by,
    grave: input.grave ?? false,
    expected: input.expected ?? true,
    registry: input.registry ?? false,
    body: input.body,
    prevailsOver: input.prevailsOver ?? [],
    cap: input.cap,
    take(context) {
      const given = read(context.act.body);
      if (isRefusal(given)) return given;
      const refusal = input.guard?.(context, given.body);
      if (refusal) return refusal;
      const data = input.effect ? input.effect(context, given.body) : context.data;
      return { data, to: input.leads ? input.leads(data, given.body, context) : (to[0] ?? "same") };
    },
    agreedValue(context) {
      const given = read(context.act.body);
      if (isRefusal(given)) return given;
      return context.digest(input.agree ? input.agree(given.body) : context.act.body);
    },
    waits: (data, side) => input.waits?.(data, side) ?? true,
    opens: input.opens ?? false,
    erases(body) {
      const given = input.erases && read(body);
      return given && !isRefusal(given) ? input.erases?.(given.body) : undefined;
    },
    lowers(body) {
      const given = input.lowers && read(body);
      return given && !isRefusal(given) ? input.lowers?.(given.body) : undefined;
    },
  };
}
