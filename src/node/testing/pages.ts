// A browser's page before a node, for tests: its origin and its cookies, as a browser sends them.

import { z } from "../../base/index.ts";

export interface PageAnswer {
  readonly status: number;
  readonly json: unknown;
  /** The header Set-Cookie as it came. */
  readonly cookie: string | undefined;
  readonly headers: Headers;
}

const ceremony = z.looseObject({ ceremony: z.string(), options: z.looseObject({ challenge: z.string() }) });

/** One browser at one node: it keeps the cookie it is given. */
export class TestBrowserPage {
  readonly origin: string;
  readonly #agent: string;
  /** As a proxy on the node's machine tells it: what the node counts attempts by. */
  readonly #address: string;
  jar: string | undefined;

  /** `url`: where the node listens; the page calls it by `localhost`, where browsers offer passkeys. */
  constructor(url: string, from: { readonly agent?: string; readonly address?: string } = {}) {
    this.#agent = from.agent ?? "A browser of a test";
    this.#address = from.address ?? "192.0.2.1";
    this.origin = url.replace("127.0.0.1", "localhost");
  }

  /** As the page's own script asks. `headers` replace what a browser would send; undefined leaves one out. */
  async ask(
    path: string,
    input: {
      readonly method?: "GET" | "POST" | "DELETE";
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string | undefined>>;
    } = {},
  ): Promise<PageAnswer> {
    const { method = input.body === undefined ? "GET" : "POST", body, headers } = input;
    const usual: Record<string, string | undefined> = {
      "user-agent": this.#agent,
      "x-forwarded-for": this.#address,
      "sec-fetch-site": "same-origin",
      ...(method === "GET" ? {} : { origin: this.origin, "entente-request": "1" }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(this.jar === undefined ? {} : { cookie: this.jar }),
      ...headers,
    };
    const sent = Object.entries(usual).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    );
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.get("set-cookie") ?? undefined;
    if (cookie !== undefined) this.jar = cookie.includes("Max-Age=0") ? undefined : cookie.split(";")[0];
    const text = await response.text();
    const json: unknown = text.startsWith("{") ? JSON.parse(text) : undefined;
    return { status: response.status, json, cookie, headers: response.headers };
  }

  /** A ceremony begun: its id, and the challenge to answer. */
  async begin(path: string, body: unknown = {}): Promise<{ readonly ceremony: string; readonly challenge: string }> {
    const answer = ceremony.parse((await this.ask(path, { body })).json);
    return { ceremony: answer.ceremony, challenge: answer.options.challenge };
  }
}
