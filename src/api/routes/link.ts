// Routes about the link, as officers see it and as the other side's node uses it, and the events of the node.

import { z } from "../../base/index.ts";
import { eventsAnswer, jsonAnswer, octetsAnswer, textAnswer } from "../answer.ts";
import { noBody, octetsBody } from "../body.ts";
import { parseCursor } from "../cursor.ts";
import { route } from "../route.ts";
import { accordParams, noParams, noQuery } from "../schemas/common.ts";
import { apiEvent, challenge, linkDetail } from "../schemas/link.ts";

/** Bytes of one parcel, as docs/formats.md limits it. */
export const parcelBytesMax = 8 * 1024 * 1024;

const officer = { caller: "officer", params: accordParams, query: noQuery, body: noBody } as const;

export const linkRoutes = {
  link: route({
    ...officer,
    method: "GET",
    path: "/api/accords/{accord}/link",
    summary: "How the link to the other side stands.",
    answer: jsonAnswer(linkDetail, "The link."),
  }),
  evidence: route({
    ...officer,
    method: "GET",
    path: "/api/accords/{accord}/link/evidence",
    summary: "The evidence file of a stopped link.",
    answer: textAnswer({ description: "The evidence, for a third party to check." }),
  }),
  retryLink: route({
    ...officer,
    method: "POST",
    path: "/api/accords/{accord}/link/retry",
    summary: "Tries the link at once, or opens a stopped one again. For administrators.",
    answer: jsonAnswer(linkDetail, "The link as it stands now."),
  }),
  events: route({
    ...officer,
    method: "GET",
    path: "/api/accords/{accord}/events",
    query: z.strictObject({
      after: z
        .string()
        .max(40)
        .transform(parseCursor)
        .optional()
        .meta({ description: "The same as the header Last-Event-ID, which prevails." }),
    }),
    summary: "What happens in the accord, as Server-Sent Events.",
    notes:
      "An event's id is how far it covers the two registers, in the founding's order: `12:7` after leaf 11 of the " +
      "first and leaf 6 of the second. With it in Last-Event-ID a reader misses no act; without it the stream " +
      "starts now.",
    answer: eventsAnswer(apiEvent, "Events as they happen; a comment line every 15 seconds keeps the connection."),
  }),
  hello: route({
    method: "POST",
    path: "/link/hello",
    caller: "anyone",
    params: noParams,
    query: noQuery,
    body: noBody,
    summary: "A challenge, on which a node rests the nonces of its signed requests.",
    answer: jsonAnswer(challenge, "The challenge: 32 bytes, base64url."),
  }),
  parcel: route({
    method: "POST",
    path: "/link/{accord}/parcel",
    caller: "peer",
    params: accordParams,
    query: noQuery,
    body: octetsBody(parcelBytesMax),
    summary: "Takes a parcel of the other side's register and answers how far it is held.",
    answer: octetsAnswer({ description: "The mirror's answer." }),
  }),
} as const;
