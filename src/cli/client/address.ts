// Where this side's own node is reached from this machine, and how it is known to be ours: over TLS on loopback by its
// very certificate, which lies in the home. A name would not do: the certificate bears the public one.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Refusal, refuse } from "../../base/index.ts";
import type { Home } from "../../node/index.ts";

export interface NodeAddress {
  readonly url: URL;
  /** PEM of the certificate the node must show; undefined: judged as any certificate is. */
  readonly pin: string | undefined;
  /** PEM of the authority that signed its certificate, where the machine does not know it. */
  readonly ca?: string | undefined;
}

/** From --url, or from where the configuration lets the node listen. Refused as `cli.usage`, `cli.noAddress`. */
export function nodeAddress(input: {
  readonly home: Pick<Home, "folder" | "config"> | undefined;
  readonly url: string | undefined;
}): NodeAddress | Refusal {
  const { home, url } = input;
  if (url !== undefined) {
    if (!/^https?:/.test(url) || !URL.canParse(url))
      return refuse("cli.usage", { option: "--url", problem: "not an http or https address" });
    return { url: new URL(url), pin: undefined };
  }
  const listen = home?.config.listen;
  if (home === undefined || listen === undefined || listen.port === 0)
    return refuse("cli.noAddress", { folder: home?.folder ?? "(no folder)" });
  const host = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[listen.host] ?? bracketed(listen.host);
  const plain = listen.tls === undefined;
  return {
    url: new URL(`${plain ? "http" : "https"}://${host}:${listen.port}`),
    pin: listen.tls && readFileSync(join(home.folder, listen.tls.certificate), "utf8"),
  };
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
