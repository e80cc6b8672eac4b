// An officer at a real browser before a real node: enrols a passkey by an invitation, signs in, signs a grave step that
// both nodes accept; leaves the page alone and finds it again. The authenticator is Chromium's own virtual one.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, languages, openTheatre, type Theatre } from "../../../test/browser/pages.ts";
import { parseCard, parseFounding } from "../../acts/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { verifyActProof } from "../../proof/index.ts";
import { nativeSuite } from "../../seal/native.ts";

const officer = "adn-security-security-authority";
const site = "parachute-brigade-1";

let theatre: Theatre;
/** The node of Morocco at the name under which a browser offers passkeys. */
let base: string;
let visit: string;

beforeAll(async () => {
  theatre = await openTheatre({ before: `visit.decide.${site}` });
  base = theatre.stage.urls.MA.replace("127.0.0.1", "localhost");
  const { items } = dossiers.parse(await get("MA", "/dossiers?procedure=visit&limit=1"));
  visit = items[0]?.dossier ?? "";
});
afterAll(async () => {
  await theatre.close();
});

const dossiers = z.looseObject({ items: z.array(z.looseObject({ dossier: z.string() })) });
const passkeys = z.looseObject({
  items: z.array(z.looseObject({ kid: z.string(), key: z.record(z.string(), z.string()) })),
});
const directory = z.looseObject({
  parties: z.record(z.string(), z.array(z.looseObject({ service: z.string(), dossier: z.string().optional() }))),
});
const session = z.looseObject({ state: z.string(), officer: z.string().optional() });

type Side = "MA" | "IL";

const tokenOf = (side: Side, id: string): string =>
  readFileSync(join(theatre.stage.homes[side], "tokens", id), "utf8").trim();

/** Asks a node as one of its officers' programs would. */
async function ask(side: Side, path: string, by: { readonly as?: string; readonly body?: unknown } = {}) {
  const { as = side === "MA" ? officer : "mod-security-liaison-officer", body } = by;
  const whole = path.startsWith("/api") ? path : `/api/accords/${theatre.stage.accord}${path}`;
  return await fetch(`${theatre.stage.urls[side]}${whole}`, {
    headers: { authorization: `Bearer ${tokenOf(side, as)}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
}

async function get(side: Side, path: string): Promise<unknown> {
  return await (await ask(side, path)).json();
}

interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly authenticator: string;
}

/** A browser with an authenticator of its own that verifies its officer. */
async function sit(): Promise<Seat> {
  const context = await theatre.browser.newContext({ baseURL: base, reducedMotion: "reduce", locale: "en-GB" });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page, cdp, authenticator: authenticatorId };
}

async function enrol({ page }: Seat): Promise<void> {
  const code = theatre.invite("MA", officer);
  await page.goto("/?lang=en");
  await page.getByText("You have an invitation code").click();
  await page.getByLabel("Invitation code").fill(code);
  await page.getByLabel("Name of the passkey").fill("the blue key");
  await page.getByRole("button", { name: "Enrol the passkey" }).click();
  await page.locator(".me").waitFor();
}

/** The registrar publishes the key of the officer's newest passkey for the function. */
async function publish(): Promise<string> {
  const { items } = passkeys.parse(await get("MA", "/api/session/credentials"));
  const newest = items.at(-1);
  const { parties } = directory.parse(await get("MA", "/directory"));
  const dossier = parties.MA?.find(({ service }) => service === "adn-security")?.dossier;
  const id = `01890000-0000-7000-8000-${Date.now().toString(16).padStart(12, "0")}`;
  const label = z.looseObject({ labels: z.looseObject({ policy: z.string() }) }).parse(await get("MA", ""));
  const act = {
    id,
    dossier,
    service: "registry",
    function: "registrar",
    procedure: "designation/1",
    step: "issueOfficerKey",
    articles: [],
    label: { policy: label.labels.policy, classification: "unclassified", releasableTo: ["IL", "MA"] },
    body: { function: "security-authority", officer: { key: newest?.key, label: "passkey of a test" } },
  };
  const answer = await (await ask("MA", "/acts", { as: "registrar", body: { acts: [act] } })).json();
  expect(answer).toMatchObject({ results: [{ status: "registered" }] });
  return newest?.kid ?? "";
}

const patient = { timeout: 120_000 } as const;

test(
  "an invited officer enrols, leaves, signs in by passkey, and signs a grave step both nodes accept",
  patient,
  async () => {
    const seat = await sit();
    const { page } = seat;
    await enrol(seat);
    const kid = await publish();
    await page.locator(".me").click();
    await page.getByRole("menuitem", { name: "End the session" }).click();
    await page.getByRole("button", { name: "Use your passkey" }).click();
    await page.locator(".me").waitFor();

    await page.goto(`/accords/${theatre.stage.accord}/dossiers/${visit}?step=decideSite`);
    await decide(page, 0);
    await page.getByRole("button", { name: /read and sign/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Sign with your passkey" }).waitFor();
    await expect.poll(() => dialog.innerText()).toContain(site);
    await checkAccessible(page);

    // An authenticator that cannot verify its officer signs nothing, and nothing is lost by it.
    const { cdp, authenticator } = seat;
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId: authenticator, isUserVerified: false });
    await dialog.getByRole("button", { name: "Sign with your passkey" }).click();
    await dialog.getByText("The passkey was not used. Nothing has happened.").waitFor();
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId: authenticator, isUserVerified: true });
    await dialog.getByRole("button", { name: "Sign with your passkey" }).click();
    await dialog.waitFor({ state: "detached" });

    const made = await lastDecision("MA");
    await expect.poll(() => lastDecision("IL"), { timeout: 20_000 }).toBe(made);
    await expect.poll(() => proven("IL", made), { timeout: 20_000 }).toContain(kid);
    await seat.context.close();
  },
);

const decisions = "form fieldset.group input[type=radio]";
const siteField = "form fieldset.group .members input";

/** Fills the form of a decision: which of the four, and for which site. */
async function decide(page: Page, which: number): Promise<void> {
  await page.locator(decisions).nth(which).check();
  await page.locator(siteField).first().fill(site);
}

const detail = z.looseObject({ acts: z.array(z.looseObject({ id: z.string(), step: z.string() })) });

async function lastDecision(side: Side): Promise<string> {
  const { acts } = detail.parse(await get(side, `/dossiers/${visit}`));
  const decisions = acts.filter(({ step }) => step === "decideSite");
  expect(decisions.length).toBeGreaterThan(1);
  return decisions.at(-1)?.id ?? "";
}

/** The keys that a stranger finds on the act by its proof file, against the two cards. */
async function proven(side: Side, act: string): Promise<readonly string[]> {
  const answer = await ask(side, `/acts/${act}/proof`);
  if (!answer.ok) return [];
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const founding = parseFounding(JSON.parse(new TextDecoder().decode(bytes)).founding);
  if (isRefusal(founding)) throw new Error(founding.code);
  const [first, second] = founding.cards.map((card) => parseCard(card));
  if (!first || !second || isRefusal(first) || isRefusal(second)) throw new Error("No cards.");
  const shown = verifyActProof({ suite: nativeSuite, bytes, cards: [first, second] });
  if (isRefusal(shown)) throw new Error(shown.code);
  expect(shown.mandate).toBe("proven");
  return shown.keys;
}

test("a page left alone locks with its label in sight, and opens again as it was", patient, async () => {
  const seat = await sit();
  const { page } = seat;
  await page.clock.install();
  await enrol(seat);
  await page.goto(`/accords/${theatre.stage.accord}/dossiers/${visit}?step=decideSite`);
  await decide(page, 3);
  await page.clock.fastForward("16:00");
  const lock = page.locator("dialog.lock");
  await lock.waitFor();
  await expect.poll(() => page.locator(".banner--top").isVisible()).toBe(true);
  await expect.poll(() => page.locator("main").isVisible()).toBe(false);
  await checkAccessible(page);
  // Not only the page is locked: the session has ended on the node.
  const told = session.parse(await (await seat.context.request.get(`${base}/api/session`)).json());
  expect(told.state).toBe("none");
  await page.keyboard.press("Escape");
  await expect.poll(() => lock.isVisible()).toBe(true);
  await lock.getByRole("button", { name: "Open with your passkey" }).click();
  await lock.waitFor({ state: "detached" });
  await expect.poll(() => page.locator(decisions).nth(3).isChecked()).toBe(true);
  await expect.poll(() => page.locator(siteField).first().inputValue()).toBe(site);
  await seat.context.close();
});

test("a passkey that was revoked opens nothing, and the page it had opened locks", patient, async () => {
  const seat = await sit();
  const { page } = seat;
  await enrol(seat);
  const { items } = z
    .looseObject({ items: z.array(z.looseObject({ credential: z.string() })) })
    .parse(await get("MA", "/api/session/credentials"));
  for (const { credential } of items) {
    const path = `${theatre.stage.urls.MA}/api/session/credentials/${credential}`;
    const headers = { authorization: `Bearer ${tokenOf("MA", officer)}` };
    expect((await fetch(path, { method: "DELETE", headers })).status).toBe(200);
  }
  await page.locator("dialog.lock").waitFor({ timeout: 20_000 });
  await page.getByRole("button", { name: "Open with your passkey" }).click();
  await page.getByText("api.unknownPasskey").waitFor();
  await seat.context.close();
});

test(
  "in a demonstration one enters as an officer, and the node's key signs, which the page says",
  patient,
  async () => {
    const seat = await theatre.open({ side: "MA", language: "en", path: "/" });
    const { page } = seat;
    await page.getByText("This is a demonstration").waitFor();
    await page
      .getByRole("group", { name: /adn-security/ })
      .getByRole("button")
      .last()
      .click();
    await page.locator(".me").waitFor();
    await page.goto(`/accords/${theatre.stage.accord}/dossiers/${visit}?step=decideSite`);
    await decide(page, 0);
    await page.getByRole("button", { name: /read and sign/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("This is a demonstration: a key kept by its node signs").waitFor();
    await dialog.getByRole("button", { name: "Sign with the demonstration’s key" }).click();
    await dialog.waitFor({ state: "detached" });
    await seat.close();
  },
);

test.each(languages)("the way in is accessible, and the same to every script (%s)", patient, async (language) => {
  const seat = await theatre.open({ side: "MA", language, path: "/" });
  await checkAccessible(seat.page);
  await seat.page.setViewportSize({ width: 390, height: 800 });
  await checkAccessible(seat.page);
  const wide = await seat.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
  await seat.close();
});
