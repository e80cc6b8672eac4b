// A refusal on the wire: application/problem+json (RFC 9457) with the members code, failed, expected, todo and details.
// Which HTTP status a refusal has is told here and nowhere else.

import { type Refusal, type RefusalCode, wordsOf, type z } from "../base/index.ts";
import type { refusalText } from "./schemas/common.ts";
import type { Problem } from "./schemas/problem.ts";

export const problemType = "application/problem+json";

export type RefusalText = z.input<typeof refusalText>;

/** The refusal with its words, as it stands inside other answers. */
export function refusalTextOf(refusal: Refusal): RefusalText {
  const details = Object.entries(refusal.details).map(([name, value]) => [
    name,
    typeof value === "object" ? [...value] : value,
  ]);
  return { code: refusal.code, ...wordsOf(refusal), details: Object.fromEntries(details) };
}

export function problemOf(refusal: Refusal): Problem {
  const text = refusalTextOf(refusal);
  return {
    type: `/api#${refusal.code}`,
    title: text.failed,
    status: statusOf(refusal.code),
    detail: `Expected: ${text.expected} ${text.todo}`,
    ...text,
  };
}

type ApiCode = Extract<RefusalCode, `api.${string}`>;

const apiStatus: Readonly<Record<ApiCode, number>> = {
  "api.noSuchPath": 404,
  "api.wrongMethod": 405,
  "api.badRequest": 400,
  "api.badInput": 400,
  "api.unknownQuery": 400,
  "api.repeatedQuery": 400,
  "api.badContentType": 415,
  "api.badJson": 400,
  "api.tooLarge": 413,
  "api.unknown": 404,
  "api.notYetHeld": 409,
  "api.notAuthenticated": 401,
  "api.insecureChannel": 403,
  "api.notDemonstration": 409,
  "api.demonstrationOnly": 409,
  "api.noDemonstrationKey": 409,
  "api.crossSite": 403,
  "api.noRequestHeader": 403,
  "api.sessionEnded": 401,
  "api.tooManyAttempts": 429,
  "api.noPasskeysHere": 409,
  "api.unknownPasskey": 401,
  "api.badPasskey": 401,
  "api.knownPasskey": 409,
  "api.tooManyPasskeys": 409,
  "api.staleCeremony": 409,
  "api.badCode": 401,
  "api.passkeyNotFresh": 403,
  "api.tooSlow": 503,
  "api.tooManyStreams": 503,
  "api.fault": 500,
  "api.unsigned": 401,
  "api.wrongCard": 403,
  "api.staleChallenge": 401,
  "api.replayed": 409,
  "api.alteredBody": 400,
  "api.unreachable": 502,
  "api.unsignedAnswer": 502,
  "api.wrongAnswer": 502,
  "api.answerTooLarge": 502,
  "api.peerRefused": 502,
};

/** What the refusals of the other rooms are to HTTP: by the room, the part of the code before its dot. */
const roomStatus: ReadonlyMap<string, number> = new Map([
  ["seal", 400],
  ["acts", 400],
  ["policy", 403],
  ["documents", 400],
]);

export function statusOf(code: RefusalCode): number {
  if (isApiCode(code)) return apiStatus[code];
  // The rest is well formed and cannot be done as things stand.
  return roomStatus.get(code.slice(0, code.indexOf("."))) ?? 409;
}

function isApiCode(code: RefusalCode): code is ApiCode {
  return Object.hasOwn(apiStatus, code);
}
