// The story's acts made by clicking: an officer of the side opens a page, fills the step's form, picks the label and
// sends it, or reads what is signed and signs. Nothing is made past the pages. What was registered is compared with
// what the story says, and waited for on the other side. For tests.

import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { z } from "../../src/base/index.ts";
import { fillForm, type Json } from "../../test/browser/fill.ts";
import { enter, type OpenPage, type Theatre } from "../../test/browser/pages.ts";
import { otherOf, type Party } from "./data.ts";
import { keyTexts } from "./keys.ts";
import { officerId } from "./posts.ts";
import { actIdOf, officerKeyFile, openRun, type RunFolder } from "./run-folder.ts";
import type { ActStep, AttemptStep, Reading, Scene } from "./step.ts";
import { storyActs } from "./story.ts";

type Made = ActStep | AttemptStep;

/** Where a step is made: the form to fill, where there is one, and the button that sends or goes on to signing. */
export interface Place {
  readonly form?: Locator;
  readonly send: Locator;
}

export interface WayInput {
  readonly page: Page;
  /** The accord's address. */
  readonly base: string;
  readonly step: Made;
  readonly dossier: string;
  readonly body: Json;
  /** What the side's node tells of the dossier; undefined for a step that opens one. */
  readonly data: unknown;
}

export type Way = (input: WayInput) => Promise<Place>;

const json: z.ZodType<Json> = z.json();
const registration = z.object({
  results: z.array(z.looseObject({ id: z.string(), status: z.string(), refusal: z.unknown().optional() })),
});
const actShown = z.looseObject({
  act: z.looseObject({ body: json, service: z.string(), function: z.string(), label: z.looseObject({}) }),
});
const dossierShown = z.looseObject({ row: z.looseObject({ state: z.string() }), data: z.unknown() });
const patient = { timeout: 60_000 } as const;
const heldMs = 60_000;

export class Clicking {
  readonly #theatre: Theatre;
  readonly #run: RunFolder;
  readonly #ways: Readonly<Record<string, Way>>;
  readonly #made = new Map<string, string>();
  readonly #open = new Map<Party, OpenPage>();

  /** `ways`: by `procedure.step`; other steps are made on the page that every dossier has. */
  constructor(theatre: Theatre, ways: Readonly<Record<string, Way>> = {}) {
    this.#theatre = theatre;
    this.#run = openRun(dirname(theatre.stage.homes.MA));
    this.#ways = ways;
  }

  /** The id of a story's act: clicked here, or told before. */
  id(key: string): string {
    const clicked = this.#made.get(key);
    if (clicked !== undefined) return clicked;
    const step = storyActs.find((one) => one.key === key);
    if (!step) throw new Error(`The story has no act ${key}.`);
    return actIdOf(this.#run.seed, step);
  }

  /** Makes every act and attempt of a scene, in its order; gives how many acts. */
  async play(scene: Pick<Scene, "steps">): Promise<number> {
    const steps = scene.steps.filter((step) => step.kind === "act" || step.kind === "attempt");
    for (const step of steps) await this.make(step);
    return steps.filter((step) => step.kind === "act").length;
  }

  /** One act by its page; of an attempt, the refusal must be shown there. */
  async make(step: Made): Promise<void> {
    await this.#theatre.stage.clock(step.at);
    const page = await this.#page(step.side, officerId(step.by));
    const dossier = step.dossier === undefined ? "" : this.id(step.dossier);
    const body = json.parse(await step.body(this.#reading(step.side)));
    // What is attempted is said whole: a page of its own would see to what the node is to refuse.
    const special = step.kind === "act" ? this.#ways[`${step.procedure.split("/")[0]}.${step.step}`] : undefined;
    const way = special ?? derivedPage;
    const base = `/accords/${this.#theatre.stage.accord}`;
    const data = dossier === "" ? undefined : (await this.#dossier(step.side, dossier)).data;
    const place = await way({ page, base, step, dossier, body, data });
    if (place.form !== undefined) {
      await fillForm(place.form, body);
      await frame(place.form, step);
    }
    if (step.kind === "attempt") return refused({ page, step, send: place.send });
    const id = await sent({ page, step, send: place.send });
    this.#made.set(step.key, id);
    await this.#compare({ step, body, id });
    await this.#held(otherOf(step.side), id);
  }

  /** The state of a dossier as a side's own page says it, in the word of the terms. */
  async state(side: Party, key: string): Promise<string> {
    return (await this.#dossier(side, this.id(key))).row.state;
  }

  /** Throws what a browser complained of. */
  async close(): Promise<void> {
    for (const open of this.#open.values()) await open.close();
  }

  /** One browser a side; another officer of the side sits down at it by entering anew. */
  async #page(side: Party, officer: string): Promise<Page> {
    const open = this.#open.get(side) ?? (await this.#theatre.open({ side, officer, language: "en" }));
    this.#open.set(side, open);
    await enter(open.context, { base: this.#theatre.stage.urls[side], officer });
    return open.page;
  }

  async #ask(side: Party, path: string): Promise<unknown> {
    const open = this.#open.get(side) ?? (await this.#theatre.open({ side, officer: "registrar", language: "en" }));
    this.#open.set(side, open);
    const answer = await open.context.request.get(`/api/accords/${this.#theatre.stage.accord}${path}`);
    return answer.ok() ? answer.json() : undefined;
  }

  async #dossier(side: Party, dossier: string): Promise<z.output<typeof dossierShown>> {
    return dossierShown.parse(await this.#ask(side, `/dossiers/${dossier}`));
  }

  /** What was registered is what the story says, whatever the form made of it. */
  async #compare(made: { readonly step: Made; readonly body: Json; readonly id: string }): Promise<void> {
    const { step, body, id } = made;
    const { act } = actShown.parse(await this.#ask(step.side, `/acts/${id}`));
    const differs = firstDifference({ made: act.body, told: body, path: "body" });
    if (differs !== undefined) throw new Error(`${step.key} was registered otherwise than it is told: ${differs}`);
    if (act.service !== step.by.service || act.function !== step.by.function)
      throw new Error(`${step.key} was made as ${act.service} ${act.function}.`);
    if (step.level !== undefined && act.label.classification !== step.level)
      throw new Error(`${step.key} was labelled ${String(act.label.classification)}.`);
  }

  async #held(side: Party, id: string): Promise<void> {
    const end = performance.now() + heldMs;
    while ((await this.#ask(side, `/acts/${id}`)) === undefined) {
      if (performance.now() > end) throw new Error(`${side} did not receive the act ${id}.`);
      await sleep(20);
    }
  }

  #reading(side: Party): Reading {
    const home = this.#run.homes[side];
    return {
      id: (key) => this.id(key),
      texts: this.#run.texts,
      dossier: async (key) => {
        const { row, data } = await this.#dossier(side, this.id(key));
        return { state: row.state, data };
      },
      document: notClicked,
      erased: notClicked,
      accessLog: notClicked,
      serviceKey: (service) => keyTexts.service(home, service),
      officerKey: (post) => keyTexts.officer(officerKeyFile(home, post)),
      sealingKeys: (service) => keyTexts.sealing(home, service),
    };
  }
}

/** Sealed documents are no part of the scenes made here. */
function notClicked(): never {
  throw new Error("A scene with sealed documents is not made by clicking.");
}

/** The page that every dossier has, with the step's form open; for a step that opens one, the page for opening. */
export const derivedPage: Way = async ({ page, base, step, dossier }) => {
  const path = dossier === "" ? `open/${step.procedure.split("/")[0]}` : `dossiers/${dossier}`;
  await page.goto(`${base}/${path}?step=${step.step}&lang=en`);
  const form = page.locator("form.form");
  await form.waitFor(patient);
  return { form, send: form.locator("button[type=submit]") };
};

/** The label and the article. */
async function frame(form: Locator, step: Made): Promise<void> {
  if (step.level !== undefined) {
    const level = form.locator(`.labelled input[value="${step.level}"]`);
    if ((await level.count()) > 0) await level.check({ force: true, ...patient });
  }
  const [article] = step.articles ?? [];
  const articles = form.locator(".act-frame select").first();
  if (article !== undefined && (await articles.count()) > 0) await articles.selectOption(article, patient);
}

interface Sending {
  readonly page: Page;
  readonly step: Made;
  readonly send: Locator;
}

/** Sends, and signs what is grave; the act's id as the node answers it. */
async function sent({ page, step, send }: Sending): Promise<string> {
  const answer = page.waitForResponse(
    (response) => response.request().method() === "POST" && response.url().endsWith("/acts"),
    patient,
  );
  // Told below, with what the page says.
  answer.catch(() => undefined);
  await send.click(patient);
  if (step.kind === "act" && step.grave === true)
    await page.getByRole("button", { name: "Sign with the demonstration’s key" }).click(patient);
  const response = await answer.catch(async (cause: unknown) => {
    const told = await page.locator(".flaw, [role=alert]").allInnerTexts();
    throw new Error(`${step.key} was not sent: ${told.join(" ")}`, { cause });
  });
  const [result] = registration.parse(await response.json()).results;
  if (result?.status !== "registered") throw new Error(`${step.key}: ${JSON.stringify(result)}`);
  return result.id;
}

async function refused({ page, step, send }: Sending & { readonly step: AttemptStep }): Promise<void> {
  await send.click(patient);
  await page.getByText(step.refusal).first().waitFor(patient);
}

interface Compared {
  readonly made: Json | undefined;
  readonly told: Json | undefined;
  readonly path: string;
}

/** Where two bodies differ; an empty list or record and one that was not said are the same. */
function firstDifference({ made, told, path }: Compared): string | undefined {
  if (isEmpty(made) && isEmpty(told)) return undefined;
  if (!isWhole(made) || !isWhole(told))
    return made === told ? undefined : `${path} is ${JSON.stringify(made)}, not ${JSON.stringify(told)}`;
  const [there, here] = [new Map(Object.entries(made)), new Map(Object.entries(told))];
  for (const name of new Set([...there.keys(), ...here.keys()])) {
    const found = firstDifference({ made: there.get(name), told: here.get(name), path: `${path}.${name}` });
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWhole(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null;
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || (isWhole(value) && Object.keys(value).length === 0);
}
