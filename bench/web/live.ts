// How soon an act of one side is seen on the other side's open page: from the moment its officer hands it in until the
// page shows one row more, through registering, mirroring, the stream of events and the browser's drawing.

import { randomBytes } from "node:crypto";
import { readToken } from "../../src/node/index.ts";
import type { Theatre } from "../../test/browser/pages.ts";

const acts = 40;
const rows = "table.tbl tbody tr";

/** Milliseconds of each act. */
export async function liveTimes(theatre: Theatre): Promise<readonly number[]> {
  const { page, context } = await theatre.open({ side: "IL", officer: "mod-security-liaison-officer", language: "en" });
  const answer = await page.request.get(`/api/accords/${theatre.stage.accord}/visits`);
  const visit = parseVisit(await answer.json());
  await page.goto(`/accords/${theatre.stage.accord}/dossiers/${visit}?lang=en`);
  await page.locator(rows).first().waitFor();
  const times: number[] = [];
  for (let i = 0; i < acts; i++) {
    const before = await page.locator(rows).count();
    const seen = page.evaluate<number>(seenAt(before));
    // Where the passage is refused, that is what is told.
    seen.catch(() => undefined);
    const start = Date.now();
    await logPassage(theatre, { visit, direction: i % 2 === 0 ? "in" : "out" });
    times.push((await seen) - start);
  }
  await context.close();
  return times;
}

/** Runs in the page: when it has drawn more rows than before, by the machine's one clock. */
const seenAt = (before: number): string => `new Promise((resolve) => {
  const look = () =>
    requestAnimationFrame(() => {
      if (document.querySelectorAll(${JSON.stringify(rows)}).length > ${before}) resolve(Date.now());
      else look();
    });
  look();
})`;

async function logPassage(theatre: Theatre, passage: { readonly visit: string; readonly direction: string }) {
  const { stage } = theatre;
  const token = readToken(stage.homes.MA, "adn-security-security-officer") ?? "";
  const response = await fetch(`${stage.urls.MA}/api/accords/${stage.accord}/acts`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ acts: [draftOf(passage)] }),
  });
  const text = await response.text();
  if (!response.ok || !text.includes('"registered"')) throw new Error(`The passage was not registered: ${text}`);
}

function draftOf({ visit, direction }: { readonly visit: string; readonly direction: string }) {
  const random = randomBytes(10).toString("hex");
  const time = Date.now().toString(16).padStart(12, "0");
  return {
    id: `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`,
    dossier: visit,
    service: "adn-security",
    function: "security-officer",
    procedure: "visit/1",
    step: "logGate",
    articles: ["6"],
    label: { policy: "MA-IL-DEMONSTRATION", classification: "restricted", releasableTo: ["IL", "MA"] },
    body: { site: "parachute-brigade-1", visitor: 1, direction, at: "2021-11-15T17:00:00Z" },
  };
}

function parseVisit(value: unknown): string {
  const { items } = value as { readonly items: readonly { readonly row: { readonly dossier: string } }[] };
  const [first] = items;
  if (!first) throw new Error("The story has no visit.");
  return first.row.dossier;
}
