// The node's API inside a page: calls, kept answers, the stream of events.

export { AccordContext, useAccordId } from "./accord.ts";
export { type CallInput, call, Refused, requestMark, Unreachable } from "./call.ts";
export { type Change, seeChanges, useChanges } from "./changes.ts";
export { createQueryClient } from "./client.ts";
export { type StreamState, sessionReopened, streamRefused, useAccordEvents } from "./events.ts";
export { type AskInput, keyOf, queryOf, useAsk } from "./queries.ts";
