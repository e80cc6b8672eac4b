// From the edits on the screen to the acts that carry them: a new version by the host, a request by the visitor, a
// change to what is frozen, moves on the day. Which of them it is follows from what the dossier lets this side do.

import { clashesOf, type Engagement } from "../../procedures/index.ts";
import { changesBetween } from "./changes-between.ts";

/** Steps that carry edits, in the order in which they are preferred where a state allows several. */
export const editingSteps = [
  "moveEngagement",
  "changeEngagement",
  "changeFrozen",
  "requestChange",
  "tableProgramme",
] as const;
export type EditingStep = (typeof editingSteps)[number];

interface Action {
  readonly step: string;
  readonly side: string;
}

/** The step by which this side's edits would be sent; undefined when it may change nothing now. */
export function editingStep(
  actions: readonly Action[],
  of: { readonly own: string; readonly tabled: boolean },
): EditingStep | undefined {
  const mine = new Set(actions.filter((one) => one.side === of.own).map((one) => one.step));
  // The first version is tabled whole; a later one says what differs.
  if (!of.tabled) return mine.has("tableProgramme") ? "tableProgramme" : undefined;
  return editingSteps.find((step) => step !== "tableProgramme" && mine.has(step));
}

export interface Sending {
  readonly step: EditingStep;
  /** Digest of the version the edits began on; "" before one is tabled. */
  readonly base: string;
  readonly before: readonly Engagement[];
  readonly after: readonly Engagement[];
  readonly reason: string;
  /** Numbers of the visitor's requests that the new version answers. */
  readonly answers: readonly number[];
}

export interface Body {
  readonly step: EditingStep;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What of a line can move on the day, without the programme being agreed anew. */
const movable: ReadonlySet<string> = new Set(["start", "minutes", "venue", "confirmed"]);

export type Unsendable = "nothing" | "reason" | "notOnTheDay";

/** The bodies of the acts, one for each line on the day and else one; or why there is nothing to send. */
export function bodiesOf(sending: Sending): readonly Body[] | Unsendable {
  const { step, base, before, after, answers } = sending;
  const reason = sending.reason.trim();
  const given = reason === "" ? {} : { reason };
  if (step === "tableProgramme") {
    const note = reason === "" ? {} : { note: reason };
    return after.length === 0 ? "nothing" : [{ step, body: { engagements: after, ...note } }];
  }
  const changes = changesBetween(before, after);
  if (changes.length === 0) return "nothing";
  if (step === "changeEngagement") {
    const answered = answers.length > 0 ? { answers } : {};
    return [{ step, body: { base, changes, ...given, ...answered } }];
  }
  if (reason === "") return "reason";
  if (step === "requestChange") return [{ step, body: { base, changes, reason } }];
  if (step === "changeFrozen") {
    const acknowledged = clashesOf(after).map(({ from, to }) => ({ from, to }));
    return [{ step, body: { base, changes, reason, acknowledged } }];
  }
  const moves = changes.filter((change) => change.kind !== "place");
  const bodies = moves.flatMap((change) =>
    change.kind === "set" && change.clear === undefined && Object.keys(change.set).every((name) => movable.has(name))
      ? [{ step, body: { engagement: change.engagement, ...change.set, reason } }]
      : [],
  );
  return bodies.length === moves.length && bodies.length > 0 ? bodies : "notOnTheDay";
}
