// Why a step of a committee session cannot be made. Each guard answers with its own refusal.

import { type Refusal, refuse } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import type { Dates, Delegation, Item, Minutes } from "./bodies.ts";
import { agendaDigest, type CommitteeData, openActions, type TrackedAction, versionsOf } from "./data.ts";

export type CommitteeContext = StepContext<CommitteeData>;

const longestDays = 14;
export const agendaMax = 80;

export function guardDates(dates: Dates): Refusal | undefined {
  const days = Temporal.PlainDate.from(dates.from).until(dates.until).days + 1;
  if (days >= 1 && days <= longestDays) return undefined;
  return refuse("procedures.committeeDates", { from: dates.from, until: dates.until, longest: longestDays });
}

/** The conclusions are adopted in languages of the accord. */
export function guardLanguages({ terms }: CommitteeContext, languages: readonly string[]): Refusal | undefined {
  const known: readonly string[] = terms.accord?.annex.languages ?? languages;
  const other = languages.filter((language) => !known.includes(language));
  return other.length > 0 ? refuse("procedures.committeeLanguage", { got: other, languages: [...known] }) : undefined;
}

export function guardAnswer({ data }: CommitteeContext, dates: Dates): Refusal | undefined {
  const { proposal } = data;
  const same = proposal?.from === dates.from && proposal.until === dates.until && proposal.zone === dates.zone;
  if (same) return undefined;
  return refuse("procedures.committeeOtherDates", {
    got: `${dates.from} to ${dates.until} ${dates.zone}`,
    expected: proposal ? `${proposal.from} to ${proposal.until} ${proposal.zone}` : "none",
  });
}

/** Names in the register are public already: only a holder of public office is named. */
export function guardNames({ members }: Delegation): Refusal | undefined {
  const places = members.flatMap((one, i) => (one.name !== undefined && !one.publicOffice ? [String(i + 1)] : []));
  return places.length > 0 ? refuse("procedures.committeeName", { places }) : undefined;
}

export function guardNumber({ side }: CommitteeContext, id: string): Refusal | undefined {
  const prefix = `${side.toLowerCase()}-`;
  return id.startsWith(prefix) ? undefined : refuse("procedures.committeeNumber", { got: id, prefix });
}

export function guardNewItem(context: CommitteeContext, item: Item): Refusal | undefined {
  const refusal = guardNumber(context, item.id);
  if (refusal) return refusal;
  if (context.data.agenda.some((one) => one.item.id === item.id))
    return refuse("procedures.committeeSameItem", { got: item.id });
  if (context.data.agenda.length < agendaMax) return undefined;
  return refuse("procedures.committeeLength", { most: agendaMax });
}

/** An item is its own side's to change and drop. */
export function guardOwnItem(
  { data, side }: CommitteeContext,
  input: { readonly id: string; readonly base?: string },
): Refusal | undefined {
  const found = data.agenda.find((one) => one.item.id === input.id);
  if (!found) return refuse("procedures.committeeNoItem", { got: input.id });
  if (found.by !== side) return refuse("procedures.committeeNotOwn", { item: input.id, by: found.by });
  if (input.base === undefined || input.base === found.digest) return undefined;
  return refuse("procedures.committeeOtherText", { item: input.id, got: input.base, expected: found.digest });
}

/** Every item once, in the text that stands. */
export function guardFreeze(
  { data, digest }: CommitteeContext,
  given: { readonly items: readonly string[]; readonly agenda: string },
): Refusal | undefined {
  const known = data.agenda.map((one) => one.item.id).sort();
  if ([...given.items].sort().join() !== known.join())
    return refuse("procedures.committeeOrder", {
      got: [...given.items],
      expected: known.length > 0 ? known : "none",
    });
  const expected = agendaDigest(data, digest);
  if (given.agenda === expected) return undefined;
  return refuse("procedures.committeeOtherAgenda", { got: given.agenda, expected });
}

export function guardBegun({ data, time, act }: CommitteeContext): Refusal | undefined {
  const { dates } = data;
  if (!dates || time >= dates.opensAt) return undefined;
  return refuse("procedures.committeeNotYet", { from: dates.from, made: act.at.instant });
}

/** Minutes of an item of the agenda, on the text their author read, with decisions and actions nowhere else. */
export function guardMinutes(
  { data, terms }: CommitteeContext,
  given: { readonly minutes: Minutes; readonly base?: string | undefined },
): Refusal | undefined {
  const { minutes, base } = given;
  if (!data.agenda.some((one) => one.item.id === minutes.item))
    return refuse("procedures.committeeNoItem", { got: minutes.item });
  const before = data.minutes.find((one) => one.minutes.item === minutes.item)?.digest;
  if (base !== before)
    return refuse("procedures.committeeOtherText", {
      item: minutes.item,
      got: base ?? "none",
      expected: before ?? "none",
    });
  const elsewhere = data.minutes.filter((one) => one.minutes.item !== minutes.item);
  const taken = elsewhere.flatMap((one) => numbersOf(one.minutes));
  const own = numbersOf(minutes);
  const twice = own.find((id, i) => taken.includes(id) || own.indexOf(id) !== i);
  if (twice !== undefined) return refuse("procedures.committeeSameItem", { got: twice });
  const stranger = minutes.actions.find(({ owner }) => !terms.parties.some((code) => code === owner));
  if (!stranger) return undefined;
  return refuse("procedures.committeeOwner", { action: stranger.id, got: stranger.owner, parties: [...terms.parties] });
}

const numbersOf = (minutes: Minutes): string[] => [...minutes.decisions, ...minutes.actions].map((one) => one.id);

/** Every decision and action in every language of the session, and the digests of what stands. */
export function guardAdoption(
  { data, digest }: CommitteeContext,
  versions: Readonly<Record<string, string>>,
): Refusal | undefined {
  if (data.minutes.length === 0) return refuse("procedures.committeeNoMinutes", {});
  for (const { minutes } of data.minutes)
    for (const language of data.languages) {
      const texts = [
        ...minutes.decisions.map((one) => [one.id, one.texts] as const),
        ...minutes.actions.map((one) => [one.id, one.titles] as const),
      ];
      const missing = texts.find(([, text]) => !Object.hasOwn(text, language));
      if (missing) return refuse("procedures.committeeMissing", { id: missing[0], item: minutes.item, language });
    }
  const expected = versionsOf(data, digest);
  const other = [...new Set([...Object.keys(expected), ...Object.keys(versions)])].find(
    (language) => expected[language] !== versions[language],
  );
  if (other === undefined) return undefined;
  return refuse("procedures.committeeOtherMinutes", {
    language: other,
    got: versions[other] ?? "none",
    expected: expected[other] ?? "none",
  });
}

/** An action of this side, or with `of: "other"` of the other one, that is not done. */
export function actionFor(
  { data, side }: CommitteeContext,
  input: { readonly id: string; readonly of: "own" | "other" },
): TrackedAction | Refusal {
  const open = openActions(data).filter((one) => (one.owner === side) === (input.of === "own"));
  const found = open.find((one) => one.id === input.id);
  if (found) return found;
  return refuse("procedures.committeeNoAction", {
    got: input.id,
    open: open.length > 0 ? open.map((one) => one.id) : "none",
  });
}

export function guardCarried({ data }: CommitteeContext, carried: readonly string[]): Refusal | undefined {
  const expected = openActions(data)
    .map((one) => one.id)
    .sort();
  if ([...carried].sort().join() === expected.join()) return undefined;
  return refuse("procedures.committeeCarried", {
    got: carried.length > 0 ? [...carried] : "none",
    expected: expected.length > 0 ? expected : "none",
  });
}

/** A later day than the one that stands. */
export function guardLater(
  { data }: CommitteeContext,
  input: { readonly action: string; readonly due: string },
): Refusal | undefined {
  const due = data.actions.find((one) => one.id === input.action)?.due ?? "";
  return input.due > due
    ? undefined
    : refuse("procedures.committeeNotLater", { action: input.action, got: input.due, due });
}

/** The owner of the action has asked for a later day. */
export function guardAsked(found: TrackedAction): Refusal | undefined {
  return found.asked === undefined ? refuse("procedures.committeeNotAsked", { action: found.id }) : undefined;
}
