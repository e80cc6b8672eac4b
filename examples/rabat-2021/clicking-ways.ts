// The pages made for a procedure, where the story's steps can be made on them: the request for visit with its sections,
// the visit's own page with its sites, the programme's page with its one-press steps. The same acts as by the page that
// every dossier has.

import type { Page } from "playwright-core";
import { z } from "../../src/base/index.ts";
import type { Way } from "./clicking.ts";

const patient = { timeout: 60_000 } as const;
const atSite = z.looseObject({ site: z.string() });
const named = z.looseObject({ code: z.string(), name: z.string() });
const withRequest = z.looseObject({ request: z.looseObject({ sites: z.array(named) }) });

/** The form of the dialog that was opened. */
async function dialogForm(page: Page) {
  const form = page.getByRole("dialog").locator("form");
  await form.waitFor(patient);
  return { form, send: form.locator("button[type=submit]") };
}

const newVisit: Way = async ({ page, base }) => {
  await page.goto(`${base}/visits/new?lang=en`);
  const form = page.locator("form.form");
  await form.waitFor(patient);
  return { form, send: form.locator("button[type=submit]") };
};

/** A step offered beside the visit, by its name. */
const onVisit =
  (name: string): Way =>
  async ({ page, base, dossier }) => {
    await page.goto(`${base}/visits/${dossier}?lang=en`);
    const button = page.getByRole("button", { name, exact: true });
    const others = page.locator("details summary", { hasText: "Other steps" });
    await button.or(others).first().waitFor(patient);
    if (!(await button.isVisible())) await others.click(patient);
    await button.click(patient);
    return dialogForm(page);
  };

/** A step offered at each site, in the list of sites. */
const atItsSite =
  (name: string): Way =>
  async ({ page, base, dossier, body, data }) => {
    const { site } = atSite.parse(body);
    const { sites } = withRequest.parse(data).request;
    const place = sites.find((one) => one.code === site)?.name ?? "";
    await page.goto(`${base}/visits/${dossier}?lang=en`);
    await page.locator("article.task", { hasText: place }).getByRole("button", { name, exact: true }).click(patient);
    return dialogForm(page);
  };

/** A step whose whole body follows from the version before one's eyes. */
const onProgramme =
  (name: RegExp): Way =>
  async ({ page, base, dossier }) => {
    await page.goto(`${base}/programmes/${dossier}?view=day&lang=en`);
    return { send: page.getByRole("button", { name }) };
  };

export const ways: Readonly<Record<string, Way>> = {
  "visit.draft": newVisit,
  "visit.certify": onVisit("Certify"),
  "visit.transmit": onVisit("Transmit the request"),
  "visit.receive": onVisit("Acknowledge the request"),
  "visit.decideSite": atItsSite("Decide for this site"),
  "visit.logGate": atItsSite("Log a passage"),
  "programme.submitProgramme": onProgramme(/^Submit version/),
  "programme.agreeProgramme": onProgramme(/^Agree to version/),
  "programme.freeze": onProgramme(/^Freeze version/),
};
