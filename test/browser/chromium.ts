// The browser that the pages are tested in: the one $ENTENTE_CHROMIUM names, or one the machine has. Where there is
// none and the test may install packages, Debian's is installed; else it says what to do.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}

/** The program's path. Throws with what to do where there is none. */
export function findChromium(): string {
  const named = process.env.ENTENTE_CHROMIUM;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`ENTENTE_CHROMIUM names ${named}, which is not there.`);
  }
  const found = onPath();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore" });
    const installed = onPath();
    if (installed !== undefined) return installed;
  }
  throw new Error("No Chromium was found: install the package chromium, or name a browser in ENTENTE_CHROMIUM.");
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
