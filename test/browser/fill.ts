// Fills a step's form as a person does: control after control, by the shape of the body that is wanted. Where a value
// stands in the body is what each control says in `data-path`. What the form begins with is written over; what the form
// writes by itself (a constant) has no control and is passed over, so compare what was registered with what was wanted.

import type { Locator } from "playwright-core";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const quick = { timeout: 30_000 } as const;

/** Types a whole body into the form; `form` holds its controls. */
export async function fillForm(form: Locator, body: Json): Promise<void> {
  await fill({ form, path: "", value: body });
}

interface At {
  readonly form: Locator;
  readonly path: string;
  readonly value: Json;
}

/** What a control or a group of them is, by its elements. */
type Kind = "none" | "text" | "instant" | "select" | "tick" | "choice" | "list" | "record" | "tuple" | "group";

/** What of an element is asked; this file is also compiled without a browser's types. */
interface PageElement {
  readonly tagName: string;
  querySelector(selector: string): unknown;
}

/** Runs in the page. */
function kindOf(all: readonly PageElement[]): Kind {
  const [node] = all;
  if (node === undefined) return "none";
  if (node.tagName !== "FIELDSET") {
    if (node.querySelector("input[type=time]")) return node.querySelector("input[type=date]") ? "instant" : "text";
    if (node.querySelector("input[type=checkbox]")) return "tick";
    return node.querySelector("select") ? "select" : "text";
  }
  if (node.querySelector(":scope > .choices")) return "choice";
  if (node.querySelector(":scope > .row > button")) return "list";
  return node.querySelector(":scope > button") ? "record" : "group";
}

const fieldAt = ({ form, path }: Pick<At, "form" | "path">): Locator => form.locator(`[data-path="${path}"]`);

async function fill(at: At): Promise<void> {
  const { value } = at;
  const place = fieldAt(at);
  const kind: Kind = await place.evaluateAll(kindOf);
  switch (kind) {
    case "none":
      return fillMembers(at);
    case "instant":
      return fillInstant(place, String(value));
    case "text":
      return place.locator("input, textarea").first().fill(String(value), quick);
    case "select":
      return choose(place.locator("select"), typeof value === "boolean" ? (value ? "yes" : "no") : String(value));
    case "tick":
      return place.locator("input").setChecked(value === true, quick);
    case "choice":
      return fillChoice(at, place);
    case "list":
      return fillList(at, place);
    case "record":
      return fillRecord(at, place);
    default:
      return fillMembers(at);
  }
}

async function choose(select: Locator, value: string): Promise<void> {
  await select.selectOption(value, quick);
}

/** On the clock of the zone that the form begins with, or of the one named. */
async function fillInstant(place: Locator, instant: string): Promise<void> {
  const zone = await place.locator("select").inputValue(quick);
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  await place.locator("input[type=date]").fill(there.toPlainDate().toString(), quick);
  await place.locator("input[type=time]").fill(there.toPlainTime().toString({ smallestUnit: "minute" }), quick);
}

async function fillMembers({ form, path, value }: At): Promise<void> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) await fill({ form, path: under(path, name), value: inner });
}

async function fillChoice(at: At, place: Locator): Promise<void> {
  const radios = place.locator(":scope > .choices input[type=radio]");
  const names = await radios.evaluateAll((all) => all.map((radio) => radio.getAttribute("value") ?? ""));
  const name = alternativeOf(at.value, names);
  await radios.and(place.locator(`[value="${name}"]`)).check({ force: true, ...quick });
  if (isRecord(at.value)) await fillMembers(at);
  else await fill({ ...at, form: place });
}

/** The alternative that a value has the shape of: the one its own constant names, or all of whose names it may have. */
function alternativeOf(value: Json, names: readonly string[]): string {
  if (isList(value)) return names.find((name) => name === "list" || name === "tuple") ?? "list";
  if (!isRecord(value))
    return typeof value === "string" ? (names.find((name) => name !== "group") ?? "") : typeof value;
  const members = Object.values(value);
  const named = names.find((name) => members.includes(name));
  const keys = Object.keys(value);
  const fitting = names.find((name) => keys.every((key) => name.split("+").includes(key)));
  const found = named ?? fitting;
  if (found === undefined) throw new Error(`None of ${names.join(", ")} fits ${JSON.stringify(value).slice(0, 200)}.`);
  return found;
}

async function fillList(at: At, place: Locator): Promise<void> {
  const { form, path, value } = at;
  if (!isList(value)) throw new Error(`${path} is a list in the form and not in the body.`);
  const items = place.locator(":scope > ol > li");
  const add = place.locator(":scope > .row > button").first();
  let count = await items.count();
  for (; count < value.length; count++) await add.click(quick);
  for (; count > value.length; count--)
    await items.last().locator(":scope > .item__tools > button").last().click(quick);
  for (const [i, inner] of value.entries()) await fill({ form, path: under(path, String(i)), value: inner });
}

async function fillRecord({ form, path, value }: At, place: Locator): Promise<void> {
  if (!isRecord(value)) throw new Error(`${path} is a record in the form and not in the body.`);
  const rows = place.locator(":scope > ol > li");
  for (let count = await rows.count(); count > 0; count--)
    await rows.last().locator(":scope > .item__tools > button").click(quick);
  for (const [i, [key, inner]] of Object.entries(value).entries()) {
    await place.locator(":scope > button").click(quick);
    const keyField = rows.nth(i).locator(":scope > .item__field > [data-path$='#']");
    const select = keyField.locator("select");
    if ((await select.count()) > 0) await choose(select, key);
    else await keyField.locator("input").fill(key, quick);
    await fill({ form, path: under(path, key), value: inner });
  }
}

const under = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
