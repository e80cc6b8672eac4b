// What a committee session's dossier knows, and the digests that its two co-chairs sign.

import type { PartyCode } from "../../acts/index.ts";
import type { Action, Dates, Delegation, Item, Minutes, progress } from "./bodies.ts";

export interface AgreedDates extends Dates {
  /** First instant of the first day and end of the last, on the clock of the zone. Milliseconds since 1970. */
  readonly opensAt: number;
  readonly endsAt: number;
}

export interface AgendaItem {
  readonly item: Item;
  readonly by: PartyCode;
  readonly digest: string;
}

export interface ItemMinutes {
  readonly minutes: Minutes;
  /** Who wrote them last. */
  readonly by: PartyCode;
  readonly digest: string;
}

export interface TrackedAction extends Action {
  readonly item: string;
  readonly progress: "open" | (typeof progress)[number];
  /** End of the day it is due, on the clock of the session. Milliseconds since 1970. */
  readonly dueAt: number;
  readonly note?: string | undefined;
  readonly dossier?: string | undefined;
  /** A later day that its owner asked for and the other side has not answered. */
  readonly asked?: string | undefined;
}

export interface CommitteeData {
  readonly host: PartyCode | undefined;
  readonly session: number;
  readonly titles: Readonly<Record<string, string>>;
  readonly reference: string | undefined;
  readonly venue: { readonly city: string; readonly name?: string | undefined } | undefined;
  readonly languages: readonly string[];
  readonly proposal: (Dates & { readonly by: PartyCode }) | undefined;
  readonly dates: AgreedDates | undefined;
  readonly delegations: Readonly<Record<PartyCode, Delegation["members"]>>;
  /** By id; once frozen, in the order both agreed to. */
  readonly agenda: readonly AgendaItem[];
  /** Of the items' texts, for who freezes them; undefined before the first. */
  readonly agendaVersion: string | undefined;
  readonly minutes: readonly ItemMinutes[];
  /** Of the minutes in each language as they stand, for who adopts them. */
  readonly versions: Readonly<Record<string, string>>;
  /** What each language's minutes had as digest when both adopted them. */
  readonly adopted: { readonly versions: Readonly<Record<string, string>>; readonly at: number } | undefined;
  readonly actions: readonly TrackedAction[];
  readonly carried: readonly string[];
}

export function blankCommittee(): CommitteeData {
  return {
    host: undefined,
    session: 0,
    titles: {},
    reference: undefined,
    venue: undefined,
    languages: [],
    proposal: undefined,
    dates: undefined,
    delegations: {},
    agenda: [],
    agendaVersion: undefined,
    minutes: [],
    versions: {},
    adopted: undefined,
    actions: [],
    carried: [],
  };
}

/** Of the items' texts, whatever their order: what both freeze, beside the order itself. */
export function agendaDigest(data: CommitteeData, digest: (value: unknown) => string): string {
  const items = data.agenda.map((one) => [one.item.id, one.digest] as const);
  return digest({ session: data.session, items: items.toSorted(([a], [b]) => (a < b ? -1 : 1)) });
}

/** The minutes as one language has them: texts in that language, with what has no language beside them. */
export function minutesIn(data: CommitteeData, language: string): readonly unknown[] {
  const only = (texts: Readonly<Record<string, string>> | undefined): string => texts?.[language] ?? "";
  return data.agenda.flatMap(({ item }) => {
    const found = data.minutes.find((one) => one.minutes.item === item.id)?.minutes;
    if (!found) return [];
    return [
      {
        item: item.id,
        title: only(item.titles),
        summary: only(found.summary),
        decisions: found.decisions.map(({ id, texts }) => ({ id, text: only(texts) })),
        actions: found.actions.map(({ titles, body, ...rest }) => ({
          ...rest,
          ...(body === undefined ? {} : { body }),
          title: only(titles),
        })),
      },
    ];
  });
}

/** What both co-chairs adopt: the digest of the minutes in each of the session's languages. */
export function versionsOf(data: CommitteeData, digest: (value: unknown) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...data.languages]
      .sort()
      .map((language) => [language, digest({ session: data.session, language, minutes: minutesIn(data, language) })]),
  );
}

export function openActions(data: CommitteeData): readonly TrackedAction[] {
  return data.actions.filter((one) => one.progress !== "done" && !data.carried.includes(one.id));
}
