// Routes of the calendar feeds: an officer's addresses, and the feed itself, which a calendar program reads by its
// address alone.

import { z } from "../../base/index.ts";
import { jsonAnswer, textAnswer } from "../answer.ts";
import { jsonBody, noBody } from "../body.ts";
import { route } from "../route.ts";
import { calendarAddresses, calendarLanguage, madeCalendar } from "../schemas/calendar.ts";
import { accordId, accordParams, functionCode, noQuery } from "../schemas/common.ts";

const path = "/api/accords/{accord}/calendar-feeds";
const plain = { params: accordParams, query: noQuery, body: noBody, caller: "officer" } as const;

export const calendarRoutes = {
  feeds: route({
    ...plain,
    method: "GET",
    path,
    summary: "The officer's calendar feeds.",
    answer: jsonAnswer(calendarAddresses, "One for each function that has an address."),
  }),
  makeFeed: route({
    ...plain,
    method: "POST",
    path,
    summary: "Makes the address of a function's calendar feed; the one before leads nowhere from then on.",
    notes: "The address is told once. It opens this feed and nothing else, to whoever has it.",
    body: jsonBody(z.strictObject({ function: functionCode, language: calendarLanguage })),
    answer: jsonAnswer(madeCalendar, "The address."),
  }),
  revokeFeed: route({
    ...plain,
    method: "DELETE",
    path: `${path}/{function}`,
    params: z.strictObject({ accord: accordId, function: functionCode }),
    summary: "Revokes the address of a function's feed.",
    answer: jsonAnswer(calendarAddresses, "The feeds that are left."),
  }),
  calendarFeed: route({
    method: "GET",
    path: "/calendars/{secret}",
    caller: "anyone",
    params: z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
    query: noQuery,
    body: noBody,
    summary: "A function's deadlines and dates as iCalendar (RFC 5545), by the address alone.",
    notes: "UIDs stay; SEQUENCE grows with the dossier's acts. Entries of a dossier that is closed leave the feed.",
    answer: textAnswer({ description: "The calendar.", type: "text/calendar; charset=utf-8" }),
  }),
} as const;
