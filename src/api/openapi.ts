// The table of routes as OpenAPI 3.1. Schemas are JSON Schema 2020-12 made from the ones that parse; what only code can
// check (that an id is a UUIDv7, say) is in their descriptions.

import { z } from "../base/index.ts";
import { problemType } from "./problem.ts";
import type { CallerKind, Route } from "./route.ts";
import { routeNames, routeTable } from "./routes.ts";
import { createComponents, type JsonSchema } from "./schemaComponents.ts";
import { problem } from "./schemas/problem.ts";

type AnyRoute = Route<unknown, unknown, CallerKind>;

const security: Readonly<Record<CallerKind, readonly Readonly<Record<string, readonly string[]>>[]>> = {
  anyone: [],
  officer: [{ officer: [] }, { session: [] }],
  peer: [{ peer: [] }],
  either: [{ officer: [] }, { session: [] }, { peer: [] }],
  visitor: [{}, { session: [] }],
};

const securitySchemes = {
  officer: { type: "http", scheme: "bearer", description: "An officer's token. Over TLS or from the machine itself." },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-entente",
    description:
      "A session that a page of the node has opened. Whatever is not a reading request also carries the header " +
      "Entente-Request: 1 and comes from a page of the node itself.",
  },
  peer: {
    type: "apiKey",
    in: "header",
    name: "Signature",
    description:
      "The other side's node, by an HTTP message signature (RFC 9421) with the node key of its card: the components " +
      '"@method" "@path" "content-digest", and "@query" and "content-type" where there are any; alg="ed25519", ' +
      'tag="entente-link/1", nonce = a challenge of /link/hello, a dot, and a counter. The answer is signed too.',
  },
} as const;

/** `version` is the release of the software that serves it. */
export function openApi({ version }: { readonly version: string }): Readonly<Record<string, unknown>> {
  const components = createComponents();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of routeNames) {
    const route: AnyRoute = routeTable[name];
    const path = route.path.replaceAll("+}", "}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, { route, refer: components.refer }) };
  }
  components.refer(problem);
  return {
    openapi: "3.1.1",
    info: {
      title: "Entente",
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description: "One side's node of an accord: its officers' API, the registers, and the link to the other side.",
    },
    paths,
    components: { schemas: components.all(), securitySchemes },
  };
}

interface Described {
  readonly route: AnyRoute;
  readonly refer: (schema: z.ZodType) => JsonSchema;
}

function operation(name: string, { route, refer }: Described): Readonly<Record<string, unknown>> {
  const { answer, body } = route;
  const content =
    answer.schema === undefined ? { schema: answerSchema(answer.kind) } : { schema: refer(answer.schema) };
  return {
    operationId: name,
    summary: route.summary,
    ...(route.notes === undefined ? {} : { description: route.notes }),
    security: security[route.caller],
    parameters: parametersOf(route, refer),
    ...(body.kind === "none" ? {} : { requestBody: requestBody({ route, refer }) }),
    responses: {
      200: { description: answer.description, content: { [answer.type]: content } },
      default: {
        description: "A refusal, or a fault of the node.",
        content: { [problemType]: { schema: refer(problem) } },
      },
    },
  };
}

function answerSchema(kind: string): JsonSchema {
  return kind === "octets" || kind === "stream" ? {} : { type: "string" };
}

function requestBody({ route, refer }: Described): Readonly<Record<string, unknown>> {
  const { schema, limit } = route.body;
  const type = schema === undefined ? "application/octet-stream" : "application/json";
  const content = { [type]: schema === undefined ? {} : { schema: refer(schema) } };
  return { required: true, description: `At most ${limit} bytes.`, content };
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The parameters of a route's path, then of its query. */
export function parametersOf(route: AnyRoute, refer: Described["refer"]): readonly Parameter[] {
  const of = (place: Parameter["in"], shape: z.ZodObject["shape"]): Parameter[] =>
    Object.entries(shape).map(([name, schema]) => {
      const described = z.instanceof(z.ZodType).parse(schema);
      const required = place === "path" || !described.safeParse(undefined).success;
      return { name, in: place, required, schema: refer(described) };
    });
  return [...of("path", route.params.shape), ...of("query", route.query.shape)];
}
