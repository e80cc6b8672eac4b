// Every page there is, as an officer can open it in a telling of the story: for screens, and for tests that go through
// all of them. The pages are those that the features tell of themselves (src/web/*/index.ts, pages.ts), read as text,
// since this runs without a bundler too; a page with a parameter is opened with an example of each kind.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const web = fileURLToPath(new URL("../../src/web", import.meta.url));

interface Row {
  readonly dossier: string;
  readonly procedure: string;
}

/** The pages' paths below the accord's address, parameters and all, as the features tell them. */
function toldPaths(): readonly string[] {
  const files = readdirSync(web).flatMap((feature) => ["index.ts", "pages.ts"].map((file) => join(web, feature, file)));
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\bpath: "([^"]*)"/g)].map(([, path = ""]) => path));
}

/** Further views of a page, which the address chooses. */
const views: Readonly<Record<string, readonly string[]>> = {
  administration: ["policy", "calendars", "retention", "access", "keys", "node"].map((part) => `?part=${part}`),
  visits: ["?view=calendar"],
  "programmes/$dossier": ["?view=order", "?view=versions", "?view=live"],
  "injects/$dossier": ["?view=board"],
};

/** Of which procedures a page of dossiers shows one each; all of them where nothing is said. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  visits: ["visit"],
  programmes: ["programme"],
  channels: ["channel", "request", "dispatch", "release", "incident"],
  plans: ["plan"],
  procurement: ["procurement"],
  projects: ["project"],
  training: ["course"],
  communiques: ["communique"],
  committee: ["committee"],
  exercises: ["exercise"],
  injects: ["injects"],
};

/** What stands for `$procedure` in a page's path. */
const opened: Readonly<Record<string, readonly string[]>> = {
  open: ["visit", "designation"],
  "channels/new": ["request", "dispatch"],
};

function pathsOf(told: string, rows: readonly Row[]): readonly string[] {
  const first = told.split("/")[0] ?? "";
  if (told.includes("$dossier")) {
    const wanted = shownBy[first] ?? [...new Set(rows.map((row) => row.procedure))];
    const shown = wanted.flatMap((procedure) => rows.find((row) => row.procedure === procedure) ?? []);
    const step = told.endsWith("/request") ? "?step=draftAmendment" : "";
    return shown.flatMap(({ dossier }) => withViews(told, `${told.replace("$dossier", dossier)}${step}`));
  }
  if (told.includes("$procedure"))
    return (opened[told.replace("/$procedure", "")] ?? []).map((name) => told.replace("$procedure", name));
  return told.includes("$") ? [] : withViews(told, told);
}

const withViews = (told: string, path: string): readonly string[] => [
  path,
  ...(views[told] ?? []).map((view) => `${path}${view}`),
];

/** Every path below the accord's address; `page` is one that an officer has open. */
export async function everyPath(page: Page, accord: string): Promise<readonly string[]> {
  const answer = await page.request.get(`/api/accords/${accord}/dossiers?limit=200`);
  const rows = parseRows(await answer.json());
  return toldPaths().flatMap((told) => pathsOf(told, rows));
}

function parseRows(value: unknown): readonly Row[] {
  if (typeof value === "object" && value !== null && "items" in value) return value.items as readonly Row[];
  throw new Error(`The list of dossiers was answered with ${JSON.stringify(value).slice(0, 200)}.`);
}
