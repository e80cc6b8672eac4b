// What a channel can be made of: the articles that allow it, the services designated for it on each side, the levels up
// to the lowest ceiling. And what is missing before one can be opened at all.

import type { AccordDetail, Directory, DirectoryService } from "../../api/index.ts";

export const channelDomain = "intelligence";

/** Articles in force that allow official channels. */
export function articlesFor(articles: AccordDetail["articles"]): AccordDetail["articles"] {
  return articles.filter((one) => one.applies && one.domains.includes(channelDomain));
}

/** A side's services that may be an end of a channel. */
export function servicesFor(directory: Directory | undefined, party: string): readonly DirectoryService[] {
  const services = directory?.parties[party] ?? [];
  return services.filter((one) => !one.withdrawn && one.domains.includes(channelDomain));
}

export function canBeSealedTo(service: DirectoryService | undefined): boolean {
  return service?.sealing.some((key) => key.valid) ?? false;
}

/** `party` is told where it is one side that lacks it. */
export interface Missing {
  readonly what: "article" | "service" | "sealing";
  readonly party?: string;
}

interface MissingOf {
  readonly articles: AccordDetail["articles"];
  readonly directory: Directory | undefined;
  readonly parties: readonly string[];
  /** The services chosen so far, by party. */
  readonly chosen: Readonly<Record<string, string>>;
}

export function missingFor({ articles, directory, parties, chosen }: MissingOf): readonly Missing[] {
  const missing: Missing[] = articlesFor(articles).length === 0 ? [{ what: "article" }] : [];
  for (const party of parties) {
    const services = servicesFor(directory, party);
    if (services.length === 0) missing.push({ what: "service", party });
    const service = services.find((one) => one.service === chosen[party]);
    if (service !== undefined && !canBeSealedTo(service)) missing.push({ what: "sealing", party });
  }
  return missing;
}
