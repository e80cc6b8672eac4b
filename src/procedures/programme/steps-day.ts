// The day itself and after: the host moves what must move and the visitor takes note; then thanks, gifts and the
// record.

import { type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { moveBody, noteBody, recordBody, takeNoteBody } from "./bodies.ts";
import type { Change } from "./changes.ts";
import type { ProgrammeData } from "./data.ts";
import type { ProgrammeContext } from "./guards.ts";
import { guardChanges } from "./steps-writing.ts";
import { withChanges } from "./versions.ts";

/** Kept in the data; the register has them all. */
const movesKept = 20;

/** A clash does not stop a move: what happens on the day is told, not asked. */
const moveEngagement = step<ProgrammeData, typeof moveBody>({
  from: ["live", "moved"],
  to: "moved",
  by: "host",
  expected: false,
  body: moveBody,
  guard: (context, body) => guardChanges(context, [changeOf(body)]),
  effect(context, body) {
    const { moves } = context.data;
    const count = moves.count + 1;
    const move = { number: count, engagement: body.engagement, reason: body.reason };
    return {
      ...withChanges(context, [changeOf(body)]),
      agreed: context.data.agreed,
      moves: { ...moves, count, latest: [...moves.latest, move].slice(-movesKept) },
    };
  },
});

function changeOf(body: {
  readonly engagement: string;
  readonly start?: Extract<Change, { kind: "set" }>["set"]["start"];
  readonly minutes?: number | undefined;
  readonly venue?: Extract<Change, { kind: "set" }>["set"]["venue"];
  readonly confirmed?: boolean | undefined;
}): Change {
  const { engagement, start, minutes, venue, confirmed } = body;
  return {
    kind: "set",
    engagement,
    set: {
      ...(start ? { start } : {}),
      ...(minutes === undefined ? {} : { minutes }),
      ...(venue ? { venue } : {}),
      ...(confirmed === undefined ? {} : { confirmed }),
    },
  };
}

const takeNote = step<ProgrammeData, typeof takeNoteBody>({
  from: ["moved"],
  to: ["live", "moved"],
  by: "visitor",
  body: takeNoteBody,
  guard: guardNote,
  effect: ({ data }, { upTo }) => ({ ...data, moves: { ...data.moves, noted: upTo } }),
  leads: ({ moves }) => (moves.noted === moves.count ? "live" : "moved"),
});

function guardNote({ data }: ProgrammeContext, { upTo }: { upTo: number }): Refusal | undefined {
  const { noted, count } = data.moves;
  if (upTo > noted && upTo <= count) return undefined;
  return refuse("procedures.programmeNoMove", { got: upTo, first: noted + 1, last: count });
}

const record = step<ProgrammeData, typeof recordBody>({
  from: ["executed"],
  to: "same",
  by: "either",
  expected: false,
  body: recordBody,
  effect: ({ data, side, act }, body) => ({
    ...data,
    records: [...data.records, { ...body, by: side, at: Date.parse(act.at.instant) }],
  }),
});

const close = step<ProgrammeData, typeof noteBody>({
  from: ["executed"],
  to: "closed",
  by: "host",
  body: noteBody,
});

export const daySteps: Readonly<Record<string, Step<ProgrammeData>>> = { moveEngagement, takeNote, record, close };
