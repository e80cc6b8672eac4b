// Routes of the public feed: what this side has let out under the procedure of communiqués and nothing else, for
// anyone. A node whose configuration has no `press` has no feed.

import { z } from "../../base/index.ts";
import { jsonAnswer, textAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { noQuery } from "../schemas/common.ts";
import { feedLanguage, jsonFeed } from "../schemas/feed.ts";

const feed = {
  method: "GET",
  caller: "anyone",
  params: z.strictObject({ language: feedLanguage }),
  query: noQuery,
  body: noBody,
} as const;

const notes =
  "Off unless the home's configuration has `press`. A text under embargo is not in it; a corrected one stands under " +
  "the same id with a later date; of one that was killed only a kill notice stands under its id. Answers a request " +
  "with If-None-Match by 304 when nothing has changed.";

export const feedRoutes = {
  atomFeed: route({
    ...feed,
    path: "/feeds/{language}/atom.xml",
    summary: "What this side has told the public, as Atom (RFC 4287).",
    notes,
    answer: textAnswer({
      description: "The feed.",
      type: "application/atom+xml; charset=utf-8",
      keeping: "public",
    }),
  }),
  jsonFeed: route({
    ...feed,
    path: "/feeds/{language}/feed.json",
    summary: "What this side has told the public, as JSON Feed 1.1.",
    notes,
    answer: jsonAnswer(jsonFeed, "The feed.", { type: "application/feed+json", keeping: "public" }),
  }),
} as const;
