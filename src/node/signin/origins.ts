// At which addresses this node's pages are its own. A browser names the page's origin by itself; what is not in this
// list is another site, whatever name it has given this machine (DNS rebinding).

import type { Config } from "../home.ts";
import { isLoopback } from "../http/index.ts";

export interface Origins {
  isOwn(origin: string): boolean;
  /** The rp id under which passkeys are asked for on pages of an own origin; undefined where browsers allow none. */
  rpIdOf(origin: string): string | undefined;
}

/** `port` is the one the node listens on, once it does. */
export function ownOrigins(config: Pick<Config, "card" | "listen" | "web">, port: () => number): Origins {
  const given = new Set([new URL(config.card.address).origin, ...(config.web?.origins ?? [])]);
  const scheme = config.listen.tls ? "https" : "http";
  const own = (): ReadonlySet<string> => {
    const local = ["localhost", "127.0.0.1", "[::1]"].map((host) => `${scheme}://${host}:${port()}`);
    return new Set([...given, ...(isLoopback(config.listen.host) || config.listen.host === "localhost" ? local : [])]);
  };
  return {
    isOwn: (origin) => own().has(origin),
    rpIdOf(origin) {
      if (!own().has(origin)) return undefined;
      const { hostname, protocol } = new URL(origin);
      // WebAuthn section 5.1.3: the effective domain must be a domain, not an address; without TLS only localhost.
      if (hostname === "localhost") return hostname;
      return protocol === "https:" && /[a-z]/.test(hostname) && hostname.includes(".") ? hostname : undefined;
    },
  };
}
