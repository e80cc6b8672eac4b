// Messages for the browser: the ICU texts of a messages file become the tree their formatter reads, so that the parser
// of the language stays here and never reaches the page. Vitest and Vite load the same plugin.

import { parse } from "@formatjs/icu-messageformat-parser";

interface Transformed {
  readonly code: string;
  readonly map: null;
}

interface MessagesPlugin {
  readonly name: string;
  readonly enforce: "pre";
  transform(text: string, id: string): Transformed | undefined;
}

const isMessages = /\/src\/web\/[a-z-]+\/messages\/[a-z]{2}\.json$/;

/** Throws where a message is not ICU MessageFormat, naming it: a build with it would fail in front of its reader. */
export function compileMessages(text: string, file: string): Record<string, unknown> {
  const messages: unknown = JSON.parse(text);
  if (typeof messages !== "object" || messages === null) throw new Error(`${file} is no object of messages.`);
  const compiled = Object.entries(messages).map(([id, message]) => {
    if (typeof message !== "string") throw new Error(`${file}: ${id} is no text.`);
    try {
      return [id, parse(message, { captureLocation: false })];
    } catch (cause) {
      throw new Error(`${file}: ${id} is not ICU MessageFormat: ${message}`, { cause });
    }
  });
  return Object.fromEntries(compiled);
}

export function messagesPlugin(): MessagesPlugin {
  return {
    name: "entente-messages",
    enforce: "pre",
    transform(text, id) {
      const file = id.split("?")[0] ?? id;
      if (!isMessages.test(file)) return undefined;
      // Still JSON: Vite makes the module of it.
      return { code: JSON.stringify(compileMessages(text, file)), map: null };
    },
  };
}
