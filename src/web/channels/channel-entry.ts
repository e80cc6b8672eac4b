// The half-filled form of a channel, and the terms it says.

import type { JsonValue } from "../../seal/index.ts";
import type { Entry } from "../parts/form/index.ts";
import type { TermsRead } from "./data.ts";

export interface ChannelEntry {
  readonly title: string;
  readonly reference: string;
  readonly services: Readonly<Record<string, string>>;
  readonly articles: readonly string[];
  readonly cap: string;
  readonly offices: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, string>>;
  readonly phones: Readonly<Record<string, string>>;
  readonly [name: string]: string | readonly string[] | Readonly<Record<string, string>>;
}

export function beginChannel(terms: TermsRead | undefined): ChannelEntry {
  const of = (member: "office" | "function" | "phone"): Record<string, string> =>
    Object.fromEntries(Object.entries(terms?.contacts ?? {}).map(([party, contact]) => [party, contact[member] ?? ""]));
  return {
    title: terms?.title ?? "",
    reference: terms?.reference ?? "",
    services: terms?.services ?? {},
    articles: terms?.articles ?? [],
    cap: terms?.cap ?? "",
    offices: of("office"),
    functions: of("function"),
    phones: of("phone"),
  };
}

/** What was kept, whatever came out of the keeping. */
export function parseChannelEntry(entry: Entry): ChannelEntry {
  const members = new Map(typeof entry === "object" ? Object.entries(entry) : []);
  const text = (name: string): string => {
    const value = members.get(name);
    return typeof value === "string" ? value : "";
  };
  const texts = (name: string): Record<string, string> => {
    const value = members.get(name);
    const entries = typeof value === "object" ? Object.entries(value) : [];
    return Object.fromEntries(entries.flatMap(([key, one]) => (typeof one === "string" ? [[key, one]] : [])));
  };
  const articles = members.get("articles");
  return {
    title: text("title"),
    reference: text("reference"),
    services: texts("services"),
    articles: Array.isArray(articles) ? articles.filter((one) => typeof one === "string") : [],
    cap: text("cap"),
    offices: texts("offices"),
    functions: texts("functions"),
    phones: texts("phones"),
  };
}

export type ChannelFlaw = "title" | "services" | "articles" | "cap" | "contacts" | "phones";

const phone = /^\+[1-9][0-9 ]{4,20}$/;

/** What is still missing or not of its form. */
export function flawsOf(entry: ChannelEntry, parties: readonly string[]): readonly ChannelFlaw[] {
  const all = (of: Readonly<Record<string, string>>): boolean =>
    parties.every((party) => (of[party] ?? "").trim() !== "");
  const phones = parties.every((party) => (entry.phones[party] ?? "") === "" || phone.test(entry.phones[party] ?? ""));
  const checks: readonly (readonly [ChannelFlaw, boolean])[] = [
    ["title", entry.title.trim() !== ""],
    ["services", all(entry.services)],
    ["articles", entry.articles.length > 0],
    ["cap", entry.cap !== ""],
    ["contacts", all(entry.offices) && all(entry.functions)],
    ["phones", phones],
  ];
  return checks.filter(([, holds]) => !holds).map(([flaw]) => flaw);
}

/** The body of the act, for both sides and nobody else. */
export function termsSaid(entry: ChannelEntry, parties: readonly string[]): Readonly<Record<string, JsonValue>> {
  const contacts = parties.map((party): [string, JsonValue] => {
    const number = (entry.phones[party] ?? "").trim();
    const office = (entry.offices[party] ?? "").trim();
    return [party, { office, function: entry.functions[party] ?? "", ...(number === "" ? {} : { phone: number }) }];
  });
  const reference = entry.reference.trim();
  return {
    title: entry.title.trim(),
    ...(reference === "" ? {} : { reference }),
    services: Object.fromEntries(parties.map((party) => [party, entry.services[party] ?? ""])),
    articles: [...entry.articles],
    cap: entry.cap,
    releasableTo: [...parties].sort(),
    contacts: Object.fromEntries(contacts),
  };
}
