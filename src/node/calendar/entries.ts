// What stands in a function's calendar: of every open dossier that concerns the function and that its officer may read,
// the deadlines that run, on either side, and its dates. A dossier's entries leave the calendar when it is closed.

import type { AccordId, FunctionCode } from "../../acts/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { calendarOf, type Dated, type Deadline, type Terms } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import { accordOf, type HandlerContext, localOf, mayRead } from "../handlers/context.ts";
import { titlesOf } from "../handlers/titles.ts";
import type { RunningAccord } from "../node.ts";
import type { Viewed } from "../side/viewed.ts";
import type { FeedLanguage } from "./addresses.ts";
import type { CalendarEntry } from "./icalendar.ts";
import { feedWords, nameIn } from "./words.ts";

/** Open dossiers looked at, those of the nearest deadline first: a calendar of more is nobody's. */
const dossiersMax = 2_000;
const pageSize = 500;
const warnHours = 48;

export interface Feed {
  readonly officer: Officer;
  readonly accord: AccordId;
  readonly function: FunctionCode;
  readonly language: FeedLanguage;
  /** Where pages of this node are opened. */
  readonly address: string;
}

/** In the order of the list of dossiers. */
export async function entriesOf(context: HandlerContext, feed: Feed): Promise<readonly CalendarEntry[]> {
  const accord = accordOf(context, feed.accord);
  if (isRefusal(accord)) return [];
  const { side } = accord;
  const concerned = new Map<string, boolean>();
  const concerns = (viewed: Viewed<unknown>): boolean => {
    const { name } = viewed.procedure;
    const known = concerned.get(name) ?? concernsFunction(context, { feed, viewed });
    concerned.set(name, known);
    return known;
  };
  const entries: CalendarEntry[] = [];
  let cursor: string | undefined;
  let looked = 0;
  do {
    const from = cursor === undefined ? {} : { cursor };
    const page = await side.store.dossiers(feed.accord, { open: true, limit: pageSize, ...from });
    if (isRefusal(page)) throw new Fault("node.badCursor", "The store refused its own cursor.");
    for (const row of page.items) {
      const viewed = await side.view(row.id);
      if (!viewed || !concerns(viewed) || !readable(context, { feed, accord, row, level: viewed.level })) continue;
      entries.push(...dossierEntries({ feed, accord, row, viewed, now: context.node.clock.now() }));
    }
    looked += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && looked < dossiersMax);
  return entries;
}

/** Whether an officer of the function may make any act of the procedure. */
function concernsFunction(
  context: HandlerContext,
  { feed, viewed }: { readonly feed: Feed; readonly viewed: Viewed<unknown> },
): boolean {
  const { procedure } = viewed;
  const { officer } = feed;
  return Object.keys(procedure.steps).some((step) => {
    const decided = context.policy.decide({
      officer,
      action: "act",
      function: feed.function,
      procedure: procedure.name,
      step,
      level: 0,
      service: officer.service,
      at: new Date(context.node.clock.now()).toISOString(),
      ...(procedure.rests === "founding" ? {} : { domain: procedure.rests }),
    });
    return !isRefusal(decided);
  });
}

function readable(
  context: HandlerContext,
  input: { feed: Feed; accord: RunningAccord; row: DossierRow; level: number },
): boolean {
  const { feed, accord, row, level } = input;
  const { officer } = feed;
  return !mayRead(context, { officer, accord, procedure: row.procedure, dossier: row.id, level });
}

interface Told {
  readonly feed: Feed;
  readonly accord: RunningAccord;
  readonly row: DossierRow;
  readonly viewed: Viewed<unknown>;
  readonly now: number;
}

function dossierEntries(told: Told): CalendarEntry[] {
  const { viewed } = told;
  const dates = viewed.procedure.dates?.(viewed.view.dossier.data) ?? [];
  return [
    ...viewed.view.deadlines.map((deadline) => deadlineEntry(told, deadline)),
    ...dates.map((dated) => datedEntry(told, dated)),
  ];
}

function deadlineEntry(told: Told, deadline: Deadline): CalendarEntry {
  const { feed, accord, row, viewed, now } = told;
  const { own } = accord.side.row;
  const named = nameIn(feed.language)(`deadline.${row.procedure}.${deadline.name}`);
  const late = deadline.at < now ? `${feedWords[feed.language].late}: ` : "";
  const owners = deadline.owners.join(", ");
  const mine = deadline.owners.includes(own);
  return {
    ...common(told, `due-${deadline.name}`),
    summary: `${late}${named} (${owners}): ${titleOf(told)}`,
    description: description(told, deadline.at),
    categories: ["DEADLINE", mine ? "OWN" : "OTHER"],
    start: { kind: "time", at: deadline.at, zone: calendarOf(viewed.terms, own).zone },
    status: "CONFIRMED",
    busy: false,
    ...(mine ? { warnHours } : {}),
  };
}

function datedEntry(told: Told, dated: Dated): CalendarEntry {
  const { when, titles, place, settled } = dated;
  const title = titleOf(told);
  const own = titles && inLanguage(titles, told.feed.language);
  return {
    ...common(told, dated.key),
    summary: own === undefined ? title : `${own} (${title})`,
    description: description(told, when.kind === "time" ? when.from : undefined),
    ...(place === undefined ? {} : { location: place }),
    categories: [told.row.procedure.toUpperCase()],
    ...spanOf(when),
    status: settled ? "CONFIRMED" : "TENTATIVE",
    busy: when.kind === "time",
  };
}

function spanOf(when: Dated["when"]): Pick<CalendarEntry, "start" | "end"> {
  if (when.kind === "days") {
    // RFC 5545: the end of a whole day is the first day that is not in it.
    const end = Temporal.PlainDate.from(when.until).add({ days: 1 }).toString();
    return { start: { kind: "day", date: when.from }, end: { kind: "day", date: end } };
  }
  const { from: at, minutes, zone } = when;
  const start = { kind: "time", at, zone } as const;
  return minutes === undefined ? { start } : { start, end: { ...start, at: at + minutes * 60_000 } };
}

/** An entry is the dossier's own: the same in every officer's calendar and on either node. */
function common({ feed, row }: Told, key: string): Pick<CalendarEntry, "uid" | "sequence" | "changedAt"> {
  return { uid: `${row.id}.${key}@${feed.accord}`, sequence: row.acts, changedAt: row.changedAt };
}

function titleOf({ feed, row, viewed }: Told): string {
  const title = inLanguage(titlesOf(viewed), feed.language) ?? row.title;
  return title === "" ? nameIn(feed.language)(`procedure.${row.procedure}`) : title;
}

function inLanguage(texts: Readonly<Record<string, string>>, language: string): string | undefined {
  return texts[language] ?? Object.values(texts)[0];
}

function description({ feed, row, viewed }: Told, at: number | undefined): string {
  const named = nameIn(feed.language);
  const words = feedWords[feed.language];
  const clocks = at === undefined ? [] : clockLines(viewed.terms, { at, words });
  return [
    named(`procedure.${row.procedure}`),
    `${words.state}: ${named(`state.${row.procedure}.${viewed.view.dossier.state}`)}`,
    ...clocks,
    `${feed.address}/accords/${feed.accord}/dossiers/${row.id}`,
  ].join("\n");
}

function clockLines(terms: Terms, { at, words }: { at: number; words: (typeof feedWords)[FeedLanguage] }): string[] {
  return Object.entries(localOf(terms, at)).map(([party, local]) => {
    const wall = Temporal.ZonedDateTime.from(local).toPlainDateTime().toString({ smallestUnit: "minute" });
    return `${words.at(party)}: ${wall.replace("T", " ")}`;
  });
}
