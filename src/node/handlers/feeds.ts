// The handlers of the public feed: anyone's to ask, and there only where the configuration says so.

import type { Handlers } from "../../api/index.ts";
import { refuse } from "../../base/index.ts";
import { atomText, jsonFeed } from "../../documents/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { PressDesk } from "../press/desk.ts";

export function feedHandlers(desk: PressDesk | undefined): Pick<Handlers<Officer>, "atomFeed" | "jsonFeed"> {
  const none = (language: string) => refuse("api.unknown", { what: "public feed", got: language });
  return {
    atomFeed: async ({ params: { language } }) => (desk ? atomText(await desk.feed(language)) : none(language)),
    jsonFeed: async ({ params: { language } }) => {
      if (!desk) return none(language);
      const feed = jsonFeed(await desk.feed(language));
      return { ...feed, language, items: feed.items.map((item) => ({ ...item, language })) };
    },
  };
}
