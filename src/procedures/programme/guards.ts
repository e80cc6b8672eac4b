// What a version of the programme must satisfy, and what both must have seen before they agree to it. Each guard
// answers with its own refusal.

import { levelOf } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import type { Acknowledged, Dates, Delegation } from "./bodies.ts";
import { type ProgrammeData, versionDigest } from "./data.ts";
import type { Engagement } from "./engagement.ts";
import { clashesOf, type Slack } from "./slack.ts";

export type ProgrammeContext = StepContext<ProgrammeData>;

const longestDays = 60;

export function guardDates(dates: Dates): Refusal | undefined {
  const days = Temporal.PlainDate.from(dates.from).until(dates.until).days + 1;
  if (days >= 1 && days <= longestDays) return undefined;
  return refuse("procedures.programmeDates", { from: dates.from, until: dates.until, longest: longestDays });
}

/** Days and levels of a version's lines. Clashes are no fault of a draft: they stop it from being agreed. */
export function guardEngagements(context: ProgrammeContext, engagements: readonly Engagement[]): Refusal | undefined {
  const { labels } = context.terms;
  for (const { level } of engagements) {
    const rank = level === undefined ? 0 : levelOf(labels, { policy: labels.policy, classification: level });
    if (typeof rank !== "number") return rank;
  }
  const { dates } = context.data;
  const outside = dates
    ? engagements.filter(({ start }) => start.date < dates.from || start.date > dates.until).map((one) => one.id)
    : [];
  if (!dates || outside.length === 0) return undefined;
  return refuse("procedures.programmeOtherDay", { engagements: outside, from: dates.from, until: dates.until });
}

/** A change is on the version its author read. */
export function guardBase(data: ProgrammeData, base: string): Refusal | undefined {
  const latest = versionDigest(data) ?? "none";
  return base === latest ? undefined : refuse("procedures.programmeOtherVersion", { got: base, expected: latest });
}

/** Every clash acknowledged, and nothing acknowledged that is none: so both sides' lists are the same. */
export function guardClashes(engagements: readonly Engagement[], acknowledged: Acknowledged): Refusal | undefined {
  const clashes = clashesOf(engagements);
  const known = acknowledged ?? [];
  const open = clashes.find((clash) => !known.some((one) => one.from === clash.from && one.to === clash.to));
  if (open) return clashRefusal(open);
  const extra = known.find((one) => !clashes.some((clash) => one.from === clash.from && one.to === clash.to));
  return extra && refuse("procedures.programmeNoClash", { from: extra.from, to: extra.to });
}

function clashRefusal(clash: Slack): Refusal {
  return refuse("procedures.programmeClash", {
    from: clash.from,
    to: clash.to,
    gap: clash.gap ?? "unknown",
    length: clash.length ?? "unknown",
    movement: clash.movement ?? "unknown",
    missing: clash.atMost === undefined ? "unknown" : -clash.atMost,
  });
}

/** Names in the register are public already: only a holder of public office is named. */
export function guardNames(delegation: Delegation): Refusal | undefined {
  const places = delegation.members.flatMap((one, i) =>
    one.name !== undefined && !one.publicOffice ? [String(i + 1)] : [],
  );
  return places.length > 0 ? refuse("procedures.programmeName", { places }) : undefined;
}
