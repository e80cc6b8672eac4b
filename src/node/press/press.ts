// What of the press runs on a serving node: its desk, and beside it the webhook.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nativeSuite } from "../../seal/native.ts";
import type { Node } from "../node.ts";
import { PressDesk } from "./desk.ts";
import { Webhook } from "./webhook.ts";

/** The public feed and the webhook, where the configuration has them. */
export function openPress(
  node: Node,
  { report }: { readonly report: (line: string) => void },
): { readonly desk: PressDesk; close(): Promise<void> } | undefined {
  const { home, clock } = node;
  const config = home.config.press;
  if (!config) return undefined;
  const monotonicMs = (): number => performance.now();
  const desk = new PressDesk(node, { config, monotonicMs });
  const { webhook: asked } = config;
  if (!asked) return { desk, close: async () => undefined };
  const { address, authority, languages } = asked;
  const webhook = new Webhook({
    desk,
    address,
    languages,
    tlsCa: authority === undefined ? undefined : readFileSync(join(home.folder, authority), "utf8"),
    folder: join(home.folder, "press"),
    suite: nativeSuite,
    signer: home.keys.node,
    seconds: () => clock.seconds(),
    monotonicMs,
    report,
  });
  const running = webhook.run();
  return {
    desk,
    close: async () => {
      webhook.close();
      await running;
    },
  };
}
