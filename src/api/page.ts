// The contract as a page to read: every route with its parameters and schemas, the procedures' forms, and every refusal
// with its words. Whole in itself: one style sheet inside, no script, nothing fetched.

import { refusalWords } from "../base/index.ts";
import type { Procedure } from "../procedures/index.ts";
import { procedureDetailOf } from "./describe.ts";
import { type Html, html } from "./html.ts";
import { parametersOf } from "./openapi.ts";
import { pageStyle } from "./pageStyle.ts";
import type { CallerKind, Route } from "./route.ts";
import { routeNames, routeTable } from "./routes.ts";
import { createComponents, type JsonSchema } from "./schemaComponents.ts";

interface PageInput {
  /** The release of the software that serves the page. */
  readonly version: string;
  readonly procedures: readonly Procedure<unknown>[];
}

const callers: Readonly<Record<CallerKind, string>> = {
  anyone: "anyone",
  officer: "an officer, by a session's cookie or a bearer token",
  peer: "the other side's node, by signature (RFC 9421)",
  either: "an officer, or the other side's node",
  visitor: "whoever sits before a page of this node",
};

/** The whole page; its one inline style sheet is `pageStyle`, byte for byte, for a policy that names it by its hash. */
export function apiPage({ version, procedures }: PageInput): string {
  const components = createComponents();
  const routes = routeNames.map((name) => routeSection(name, { route: routeTable[name], refer: components.refer }));
  const schemas = Object.entries(components.all()).map(
    ([name, schema]) => html`<details id="schema-${name}"><summary>${name}</summary>${schemaBlock(schema)}</details>`,
  );
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Entente: API</title>
<style>${{ html: pageStyle }}</style></head>
<body>
<header><h1>Entente: API</h1>
<p>Version ${version}. The same as data: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
Instants are ISO 8601 in UTC. What is refused is answered as <code>application/problem+json</code> (RFC 9457) with
<code>code</code>, <code>failed</code>, <code>expected</code>, <code>todo</code> and <code>details</code>.</p>
<nav><a href="#routes">Routes</a> <a href="#forms">Procedures and their forms</a> <a href="#schemas">Schemas</a>
<a href="#refusals">Refusals</a></nav></header>
<main>
<h2 id="routes">Routes</h2>
${routes}
<h2 id="forms">Procedures and their forms</h2>
<p>The <code>body</code> of an act is the form of its step.</p>
${procedures.map(procedureSection)}
<h2 id="schemas">Schemas</h2>
${schemas}
<h2 id="refusals">Refusals</h2>
<dl>${refusals()}</dl>
</main></body></html>
`;
  return page.html;
}

interface Shown {
  readonly route: Route<unknown, unknown, CallerKind>;
  readonly refer: ReturnType<typeof createComponents>["refer"];
}

function routeSection(name: string, { route, refer }: Shown): Html {
  const { answer, body } = route;
  const rows = parametersOf(route, refer).map(
    ({ name: parameter, in: place, required, schema }) =>
      html`<tr><td><code>${parameter}</code></td><td>${place}${required ? "" : ", optional"}</td>
<td>${typeof schema.description === "string" ? schema.description : ""} ${schemaLine(schema)}</td></tr>`,
  );
  return html`<section id="route-${name}"><h3><code>${route.method} ${route.path}</code></h3>
<p>${route.summary} ${route.notes ?? ""}</p>
<p>Who: ${callers[route.caller]}.</p>
${rows.length === 0 ? "" : html`<table>${rows}</table>`}
${body.kind === "none" ? "" : html`<h4>Body, at most ${body.limit} bytes</h4>${bodyBlock(body.schema, refer)}`}
<h4>Answer: <code>${answer.type}</code></h4><p>${answer.description}</p>
${answer.schema === undefined ? "" : schemaLine(refer(answer.schema))}
</section>
`;
}

function bodyBlock(schema: Route<unknown, unknown, CallerKind>["body"]["schema"], refer: Shown["refer"]): Html {
  return schema === undefined ? html`<p>Bytes.</p>` : schemaLine(refer(schema));
}

/** A link where the schema has a name, the schema itself where it has none. */
function schemaLine(schema: JsonSchema): Html {
  const { $ref, description: _, ...rest } = schema;
  if (typeof $ref !== "string") return schemaBlock(rest);
  const name = $ref.replace("#/components/schemas/", "");
  return html`<a href="#schema-${name}">${name}</a>`;
}

function schemaBlock(schema: JsonSchema): Html {
  return html`<pre>${JSON.stringify(schema, null, 2).replaceAll("#/components/schemas/", "#schema-")}</pre>`;
}

function procedureSection(procedure: Procedure<unknown>): Html {
  const { name, version, rests, roles, steps } = procedureDetailOf(procedure);
  const rows = steps.map(
    (step) => html`<details id="form-${name}-${step.name}"><summary><code>${step.name}</code>
${step.from === "opening" ? "opens the dossier" : `from ${step.from.join(", ")}`} → ${step.to.join(", ")};
by ${step.by}${step.grave ? ", grave" : ""}</summary>${schemaBlock(step.form)}</details>`,
  );
  return html`<section id="procedure-${name}"><h3>${name}/${version}</h3>
<p>Rests on ${rests === "founding" ? "the founding" : `an article that authorises ${rests}`}.
Roles: ${roles.join(", ")}.</p>
${rows}</section>
`;
}

function refusals(): readonly Html[] {
  return Object.entries(refusalWords).map(
    ([code, words]) =>
      html`<dt id="${code}"><code>${code}</code></dt><dd>${words.failed} Expected: ${words.expected} ${words.todo}</dd>
`,
  );
}
