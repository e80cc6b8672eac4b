// Every page there is, with an example for each that shows one thing: the first dossier of its kind in the story.

import type { Theatre } from "../../test/browser/pages.ts";

const parameterless = [
  "",
  "accord",
  "visits",
  "programmes",
  "channels",
  "register",
  "dossiers",
  "open",
  "directory",
  "link",
  "administration",
  "session",
] as const;

/** The pages' paths below the accord's address. */
export async function screenPaths(theatre: Theatre): Promise<readonly string[]> {
  const { page, context } = await theatre.open({ side: "MA", officer: "adn-security-liaison-officer" });
  const base = `/api/accords/${theatre.stage.accord}/dossiers?limit=200`;
  const answer = parseRows(await (await context.request.get(base)).json());
  await page.close();
  await context.close();
  const first = (procedure: string): string[] =>
    answer
      .filter((row) => row.procedure === procedure)
      .map((row) => row.dossier)
      .slice(0, 1);
  const kinds = [...new Set(answer.map((row) => row.procedure))];
  return [
    ...parameterless,
    ...first("visit").map((dossier) => `visits/${dossier}`),
    ...first("programme").map((dossier) => `programmes/${dossier}`),
    ...first("channel").map((dossier) => `channels/${dossier}`),
    ...kinds.flatMap((kind) => first(kind).map((dossier) => `dossiers/${dossier}`)),
    "open/visit",
  ];
}

interface Row {
  readonly dossier: string;
  readonly procedure: string;
}

function parseRows(value: unknown): readonly Row[] {
  if (typeof value === "object" && value !== null && "items" in value) return value.items as readonly Row[];
  throw new Error(`The list of dossiers was answered with ${JSON.stringify(value).slice(0, 200)}.`);
}
