// What the page reads of a main events list's data, as its own node tells them: the list as a grid, the board of what
// is played, and which injects a side can move on.

import { Fault, z } from "../../base/index.ts";

const text = z.string();
const written = { by: text, digest: text } as const;

const inject = z.looseObject({
  ...written,
  row: z.looseObject({
    id: text,
    incident: text,
    title: text,
    type: text,
    means: text,
    from: text,
    to: text,
    audience: text,
    day: z.number().optional(),
    time: text.optional(),
    text: text.optional(),
    expected: text.optional(),
  }),
  stage: text,
  real: z.number().optional(),
  releasedAt: z.number().optional(),
  acknowledgedAt: z.number().optional(),
  answeredAt: z.number().optional(),
  answer: text.optional(),
  result: text.optional(),
  assessment: text.optional(),
  reason: text.optional(),
  returned: z.array(z.looseObject({ code: text, note: text.optional() })).optional(),
});

const listData = z.looseObject({
  exercise: text.optional(),
  titles: z.record(text, text),
  reference: text,
  dDay: text,
  zone: text,
  objectives: z.record(text, z.looseObject({ ...written, row: z.looseObject({ id: text, title: text }) })),
  events: z.record(text, z.looseObject({ ...written, row: z.looseObject({ id: text, objective: text, title: text }) })),
  incidents: z.record(text, z.looseObject({ ...written, row: z.looseObject({ id: text, event: text, title: text }) })),
  injects: z.record(text, inject),
  stops: z.array(z.looseObject({ by: text, cause: text, note: text.optional(), at: z.number() })),
});

export type ListShown = z.output<typeof listData>;
export type InjectShown = z.output<typeof inject>;

/** Throws a Fault for data that are no main events list's. */
export function parseList(data: unknown): ListShown {
  const read = listData.safeParse(data);
  if (read.success) return read.data;
  throw new Fault("web.badAnswer", `The dossier is no main events list: ${read.error.issues[0]?.message ?? ""}`);
}

/** Empty strings choose everything. */
export interface Chosen {
  readonly objective: string;
  readonly stage: string;
  /** The side that wrote it. */
  readonly by: string;
}

export type GridRow =
  | {
      readonly kind: "rank";
      readonly rank: "objective" | "event" | "incident";
      readonly id: string;
      readonly title: string;
    }
  | { readonly kind: "inject"; readonly inject: InjectShown };

/** The list from its objectives down, without the branches that hold no inject that was chosen. */
export function gridOf(data: ListShown, chosen: Chosen): readonly GridRow[] {
  const injects = grouped(
    Object.values(data.injects)
      .filter(
        (one) => (chosen.stage === "" || one.stage === chosen.stage) && (chosen.by === "" || one.by === chosen.by),
      )
      .toSorted((a, b) => exerciseTime(a).localeCompare(exerciseTime(b)) || a.row.id.localeCompare(b.row.id)),
    (one) => one.row.incident,
  );
  const incidents = grouped(sorted(data.incidents), (one) => one.row.event);
  const events = grouped(sorted(data.events), (one) => one.row.objective);
  const everything = chosen.stage === "" && chosen.by === "";
  const rows: GridRow[] = [];
  for (const objective of sorted(data.objectives)) {
    if (chosen.objective !== "" && objective.row.id !== chosen.objective) continue;
    const under: GridRow[] = (events.get(objective.row.id) ?? []).flatMap((event) => {
      const below: GridRow[] = (incidents.get(event.row.id) ?? []).flatMap((incident) => {
        const found = injects.get(incident.row.id) ?? [];
        if (found.length === 0 && !everything) return [];
        return [rank("incident", incident.row), ...found.map((one): GridRow => ({ kind: "inject", inject: one }))];
      });
      return below.length === 0 && !everything ? [] : [rank("event", event.row), ...below];
    });
    if (under.length > 0 || everything) rows.push(rank("objective", objective.row), ...under);
  }
  return rows;
}

function rank(kind: "objective" | "event" | "incident", row: { readonly id: string; readonly title: string }): GridRow {
  return { kind: "rank", rank: kind, id: row.id, title: row.title };
}

function sorted<One extends { readonly row: { readonly id: string } }>(of: Readonly<Record<string, One>>): One[] {
  return Object.values(of).toSorted((a, b) => a.row.id.localeCompare(b.row.id));
}

function grouped<One>(of: readonly One[], by: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of of) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

/** Sorts by exercise time; what has none comes last. */
function exerciseTime({ row }: InjectShown): string {
  return `${String((row.day ?? 899) + 100).padStart(4, "0")} ${row.time ?? "99:99"}`;
}

/** The first rows with so many injects among them, and how many injects are left. */
export function cutAt(rows: readonly GridRow[], most: number): { shown: readonly GridRow[]; left: number } {
  let count = 0;
  const end = rows.findIndex((one) => {
    if (one.kind === "inject") count += 1;
    return count > most;
  });
  if (end === -1) return { shown: rows, left: 0 };
  return { shown: rows.slice(0, end), left: rows.slice(end).filter((one) => one.kind === "inject").length };
}

interface Board {
  /** By the time they go out. */
  readonly next: readonly InjectShown[];
  /** What has gone out and is not assessed, the oldest first. */
  readonly out: readonly InjectShown[];
  /** The newest first. */
  readonly done: readonly InjectShown[];
}

const outStages: ReadonlySet<string> = new Set(["released", "acknowledged", "answered"]);
const doneStages: ReadonlySet<string> = new Set(["assessed", "skipped", "repeated"]);

export function boardOf(data: ListShown): Board {
  const all = Object.values(data.injects);
  const late = Number.MAX_SAFE_INTEGER;
  return {
    next: all
      .filter((one) => one.stage === "scheduled" || one.stage === "held")
      .toSorted((a, b) => (a.real ?? late) - (b.real ?? late)),
    out: all.filter((one) => outStages.has(one.stage)).toSorted((a, b) => (a.releasedAt ?? 0) - (b.releasedAt ?? 0)),
    done: all.filter((one) => doneStages.has(one.stage)).toSorted((a, b) => (b.releasedAt ?? 0) - (a.releasedAt ?? 0)),
  };
}

/** As many injects as one act moves on. */
const movesMax = 200;

/** Steps that need no form: which injects each takes, as its procedure guards them. */
const moves = {
  review: { from: "drafted", fits: (one: InjectShown, own: string) => one.by !== own },
  approve: { from: "reviewed", fits: (one: InjectShown, own: string) => one.by === own },
  release: { from: "scheduled", fits: (one: InjectShown, own: string) => one.by === own },
  acknowledge: { from: "released", fits: (one: InjectShown, own: string) => one.row.audience === own },
} as const;
export type Move = keyof typeof moves;
export const moveNames: readonly Move[] = ["review", "approve", "release", "acknowledge"];

/** Those of the injects that the step takes when this side makes it. */
export function movable(
  step: Move,
  { injects, own }: { readonly injects: readonly InjectShown[]; readonly own: string },
): readonly InjectShown[] {
  return injects.filter((one) => one.stage === moves[step].from && moves[step].fits(one, own));
}

/** The bodies of the acts that move these injects on: a review names the text that was read. */
export function moveBodies(
  step: Move,
  injects: readonly InjectShown[],
): readonly { readonly injects: readonly { readonly inject: string; readonly base?: string }[] }[] {
  const named = injects.map((one) => ({ inject: one.row.id, ...(step === "review" ? { base: one.digest } : {}) }));
  return Array.from({ length: Math.ceil(named.length / movesMax) }, (_, at) => ({
    injects: named.slice(at * movesMax, (at + 1) * movesMax),
  }));
}
