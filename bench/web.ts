// The application in a browser: how much code its first page is, how soon it can be used on a slow machine, and how
// soon what one side does is seen on the other's open page.

import { openTheatre, type Theatre } from "../test/browser/pages.ts";
import { type Figure, percentile } from "./figure.ts";
import { liveTimes } from "./web/live.ts";

const liaison = { side: "MA", officer: "adn-security-liaison-officer", language: "fr" } as const;
const slowdown = 4;
const runs = 5;

/** Each load is a browser that has seen nothing yet. */
export async function webFigures(): Promise<Figure[]> {
  const theatre = await openTheatre({ before: "programme.version3" });
  try {
    const bytes = await scriptBytes(theatre);
    const cold: number[] = [];
    for (let run = 0; run < runs; run++) cold.push(await coldLoad(theatre));
    return [
      { name: "web.js.gz", value: bytes / 1000, unit: "kB", wanted: "≤ 200" },
      {
        name: "web.dashboard.cold",
        value: percentile(cold, 0.5),
        unit: "ms",
        wanted: `≤ 1000, CPU ${slowdown}x slower`,
      },
      { name: "web.live.p95", value: percentile(await liveTimes(theatre), 0.95), unit: "ms", wanted: "< 300" },
    ];
  } finally {
    await theatre.close();
  }
}

/** Bytes of every script that came before the first page stood, as they came over the wire. */
async function scriptBytes(theatre: Theatre): Promise<number> {
  const { page, context } = await theatre.open(liaison);
  const fresh = await context.newPage();
  let bytes = 0;
  fresh.on("response", async (response) => {
    if (!response.url().endsWith(".js")) return;
    const { responseBodySize } = await response.request().sizes();
    bytes += responseBodySize;
  });
  const session = await context.newCDPSession(fresh);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await fresh.goto(page.url());
  await fresh.locator("main h1").waitFor();
  await fresh.waitForLoadState("networkidle");
  await context.close();
  return bytes;
}

/** From asking for the address until the lists of the dashboard stand, milliseconds. */
async function coldLoad(theatre: Theatre): Promise<number> {
  const { page, context } = await theatre.open(liaison);
  const fresh = await context.newPage();
  const session = await context.newCDPSession(fresh);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const start = performance.now();
  await fresh.goto(page.url(), { waitUntil: "commit" });
  await fresh.locator(".sheet--mine .task").first().waitFor();
  const took = performance.now() - start;
  await context.close();
  return took;
}
