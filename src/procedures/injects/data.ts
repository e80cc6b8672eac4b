// What the dossier of a main events list knows: its rows in their ranks, and for each inject how far it has come.

import type { PartyCode } from "../../acts/index.ts";
import type { results, returnReasons, stopCauses } from "./bodies.ts";
import type { Event, Incident, Inject, Objective, Stage } from "./rows.ts";

/** A row as it stands. Its digest is of its own text: who changes, reviews or returns it names it. */
export interface Row<Text> {
  readonly row: Text;
  /** The side that wrote it. */
  readonly by: PartyCode;
  readonly digest: string;
}

export interface InjectRow extends Row<Inject> {
  readonly stage: Stage;
  /** The digest that the other side reviewed; what goes out is never another text. */
  readonly reviewed?: string | undefined;
  readonly returned?: readonly { readonly code: (typeof returnReasons)[number]; readonly note?: string | undefined }[];
  /** When it is to go out. Milliseconds since 1970, as all that follow. */
  readonly real?: number | undefined;
  readonly releasedAt?: number | undefined;
  readonly acknowledgedAt?: number | undefined;
  readonly answeredAt?: number | undefined;
  readonly answer?: string | undefined;
  readonly result?: (typeof results)[number] | undefined;
  readonly assessment?: string | undefined;
  /** Why it is held, left out or repeated. */
  readonly reason?: string | undefined;
  /** The inject that this one repeats. */
  readonly repeats?: string | undefined;
}

export interface Stop {
  readonly by: PartyCode;
  readonly cause: (typeof stopCauses)[number];
  readonly note?: string | undefined;
  readonly at: number;
}

type Rows<Text> = Readonly<Record<string, Row<Text>>>;

export interface InjectsData {
  readonly keeper: PartyCode | undefined;
  readonly exercise: string | undefined;
  readonly titles: Readonly<Record<string, string>>;
  readonly reference: string;
  readonly dDay: string;
  readonly zone: string;
  readonly objectives: Rows<Objective>;
  readonly events: Rows<Event>;
  readonly incidents: Rows<Incident>;
  readonly injects: Readonly<Record<string, InjectRow>>;
  /**
   * What both freeze and close. Each act that changes the list gives the next from the one before and what it changed,
   * so that it costs little however long the list is; both nodes take the acts in one order, so it is the same on both.
   */
  readonly version: string | undefined;
  readonly frozen: string | undefined;
  readonly stops: readonly Stop[];
}

export function blankInjects(): InjectsData {
  return {
    keeper: undefined,
    exercise: undefined,
    titles: {},
    reference: "",
    dDay: "",
    zone: "",
    objectives: {},
    events: {},
    incidents: {},
    injects: {},
    version: undefined,
    frozen: undefined,
    stops: [],
  };
}

/** The injects as a list, in the order of exercise time, then of their numbers. */
export function injectsInOrder(data: Pick<InjectsData, "injects">): readonly InjectRow[] {
  const at = ({ row }: InjectRow): string =>
    `${String((row.day ?? 999) + 100).padStart(4, "0")} ${row.time ?? "99:99"} ${row.id}`;
  return Object.values(data.injects)
    .map((one) => [at(one), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

export function injectsAt(data: InjectsData, of: (row: InjectRow) => boolean): readonly InjectRow[] {
  return Object.values(data.injects).filter(of);
}

/** The data with these injects changed, and the version that follows. */
export function withInjects(
  data: InjectsData,
  input: { readonly changed: readonly InjectRow[]; digest(value: unknown): string },
): InjectsData {
  const { changed, digest } = input;
  const injects = { ...data.injects, ...Object.fromEntries(changed.map((one) => [one.row.id, one])) };
  const named = changed.map(({ row, digest: own, stage, real }) => [row.id, own, stage, real ?? 0]);
  return { ...data, injects, version: nextVersion(data, { digest, changed: named }) };
}

export function nextVersion(
  data: InjectsData,
  input: { readonly changed: unknown; digest(value: unknown): string },
): string {
  return input.digest({ before: data.version ?? "none", changed: input.changed });
}
