import { expect, test } from "vitest";
import { refusalWords, z } from "../base/index.ts";
import { allProcedures } from "../procedures/index.ts";
import { procedureDetailOf } from "./describe.ts";
import { html } from "./html.ts";
import { apiPage } from "./page.ts";
import { pageStyle } from "./pageStyle.ts";
import { routeNames, routeTable } from "./routes.ts";
import { procedureDetail } from "./schemas/procedure.ts";

const page = apiPage({ version: "1.2.3", procedures: allProcedures });

test("the page runs nothing and fetches nothing", () => {
  expect(/<script|<link|<img|<iframe| on\w+=|javascript:| style=/i.exec(page)).toBeNull();
  expect(pageStyle).not.toMatch(/url\(|@import|</i);
  expect(page.split("<style>")[1]?.split("</style>")[0] === pageStyle).toBe(true);
});

test("every route, every procedure's form and every refusal stands on the page", () => {
  for (const name of routeNames) {
    const { method, path } = routeTable[name];
    expect(page.includes(`<section id="route-${name}"><h3><code>${method} ${path}</code>`), name).toBe(true);
  }
  for (const code of Object.keys(refusalWords)) expect(page.includes(`<dt id="${code}">`), code).toBe(true);
  for (const { name, steps } of allProcedures) {
    for (const step of Object.keys(steps)) expect(page.includes(`id="form-${name}-${step}"`), step).toBe(true);
  }
});

test("every link inside the page leads somewhere on it", () => {
  const targets = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThan(20);
  for (const link of links) expect(targets.has(link), link).toBe(true);
});

test("what is put into HTML is escaped, and HTML is not escaped twice", () => {
  const inner = html`<b>${"<i> & \"'"}</b>`;
  expect(html`<p>${inner}${[inner]}${7}</p>`.html).toBe(`<p>${"<b>&lt;i&gt; &amp; &quot;&#39;</b>".repeat(2)}7</p>`);
});

test("every procedure is described as the contract says, with a form for each step", () => {
  for (const procedure of allProcedures) {
    const described = procedureDetailOf(procedure);
    expect(z.safeParse(procedureDetail, JSON.parse(JSON.stringify(described))).error).toBeUndefined();
    expect(described.steps.map((step) => step.name)).toEqual(Object.keys(procedure.steps));
    for (const step of described.steps) expect(step.form, `${described.name} ${step.name}`).toHaveProperty("$schema");
    expect(described.mermaid).toMatch(/^stateDiagram-v2\n/);
  }
});
