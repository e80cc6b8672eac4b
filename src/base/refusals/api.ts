import type { WordsTable } from "./words.ts";

/**
 * What the room `api` refuses, and the node's HTTP rim with it: the shape of requests, who sends them, and the link.
 */
export const apiRefusals = {
  "api.noSuchPath": {
    failed: "Nothing answers at {path}.",
    expected: "one of the paths that /api lists.",
    todo: "Check the address; /api/openapi.json has every path.",
  },
  "api.wrongMethod": {
    failed: "{path} does not answer to {method}.",
    expected: "one of {allowed}.",
    todo: "Send the request again with one of these methods.",
  },
  "api.badRequest": {
    failed: "The request cannot be read: {problem}.",
    expected: "an HTTP request with a proper target and Host.",
    todo: "Check the program or the proxy that sent it.",
  },
  "api.badInput": {
    failed: "The field {path} of the {where} is not as it should be: {problem}.",
    expected: "the fields that /api lists for this route.",
    todo: "Correct the field and send the request again.",
  },
  "api.unknownQuery": {
    failed: "This route has no query parameter {got}.",
    expected: "only these: {known}.",
    todo: "Check the spelling; a parameter that is not known is never passed over in silence.",
  },
  "api.repeatedQuery": {
    failed: "The query parameter {got} is given more than once.",
    expected: "each parameter once.",
    todo: "Send it once.",
  },
  "api.badContentType": {
    failed: "The body comes as {got}.",
    expected: "a body of the type {expected}.",
    todo: "Set the header Content-Type and send the request again.",
  },
  "api.badJson": {
    failed: "The body is not JSON: {problem}.",
    expected: "one JSON value in UTF-8.",
    todo: "Correct the body and send it again.",
  },
  "api.tooLarge": {
    failed: "The body is longer than {limit} bytes.",
    expected: "at most {limit} bytes in one request.",
    todo: "Send it in several requests.",
  },
  "api.unknown": {
    failed: "There is no {what} {got} here.",
    expected: "the name of one that this node has.",
    todo: "Check the name; if the other side made it, it may still be on its way.",
  },
  "api.notYetHeld": {
    failed: "The act {act} has no proof yet: the other side has not cosigned a checkpoint that covers it.",
    expected: "an act held by both sides.",
    todo: "Wait for the other side's cosignature, by link or by bag, and ask again.",
  },
  "api.notAuthenticated": {
    failed: "The request does not say who sends it, or its token is not known here.",
    expected: "the header Authorization with an officer's bearer token.",
    todo: "Sign in again, or ask this side's administrator for a token.",
  },
  "api.insecureChannel": {
    failed: "The request from {from} came without TLS.",
    expected: "TLS, or a connection from the machine itself.",
    todo: "Use the https address. A token sent this way may have been read: have it replaced.",
  },
  "api.notDemonstration": {
    failed: "This node runs on the system's clock, which nobody sets through the API.",
    expected: "a demonstration node, which says so on every page.",
    todo: "Start a demonstration to tell a story in another time.",
  },
  "api.tooSlow": {
    failed: "The answer was not ready after {seconds} seconds.",
    expected: "an answer within that time.",
    todo: "Send the same request again, acts under the same ids: what was registered will not be registered twice.",
  },
  "api.tooManyStreams": {
    failed: "{limit} event streams are open already.",
    expected: "at most that many at a time.",
    todo: "Close a page that is not needed, or try again later.",
  },
  "api.fault": {
    failed: "The node did not keep a promise of its own; the fault has the number {id}.",
    expected: "no such fault.",
    todo: "Give the number to this side's administrator: the node's log has the rest under it.",
  },
  "api.unsigned": {
    failed: "The request of the link carries no signature.",
    expected: "a request signed by the other side's node (RFC 9421).",
    todo: "Only the other side's node speaks here; officers use the routes under /api.",
  },
  "api.wrongCard": {
    failed: "The request is signed with the key {keyid}.",
    expected: "the node key in the card of {party}.",
    todo: "Compare the two sides' cards; if the node's key was changed, exchange the card again.",
  },
  "api.staleChallenge": {
    failed: "The request's nonce rests on a challenge that is not, or no longer, known here.",
    expected: "a challenge of this node, not older than ten minutes since its last use.",
    todo: "Take the challenge in the header Entente-Challenge and sign the request again.",
  },
  "api.replayed": {
    failed: "The counter {counter} of the request's nonce was used before, or lies too far back.",
    expected: "a counter that has not been used with this challenge.",
    todo: "Sign the request again with the next counter.",
  },
  "api.alteredBody": {
    failed: "The body is not the one whose digest was signed.",
    expected: "a body with the SHA-256 of Content-Digest (RFC 9530).",
    todo: "Send it again; if it stays so, look for a proxy between the nodes that rewrites bodies.",
  },
  "api.unreachable": {
    failed: "The other side's node at {address} did not answer: {problem}.",
    expected: "an answer over the link.",
    todo: "Nothing is lost: what waits is sent when the link is back, or goes by bag.",
  },
  "api.unsignedAnswer": {
    failed: "What answered at {address} with the status {status} did not sign its answer.",
    expected: "an answer signed with the node key in the other side's card.",
    todo: "Check the address in the card, and what stands between the two nodes.",
  },
  "api.wrongAnswer": {
    failed: 'The answer from {address} cannot be believed ("{problem}").',
    expected: "an answer signed for this request with the node key in the other side's card.",
    todo: "Compare the two sides' cards by voice before anything else is sent.",
  },
  "api.answerTooLarge": {
    failed: "The answer from {address} is longer than {limit} bytes.",
    expected: "at most that many bytes.",
    todo: "Warn the other side: its node does not keep to the protocol.",
  },
  "api.peerRefused": {
    failed: 'The other side\'s node refused the request with {code}: "{failed}".',
    expected: 'a request it accepts: "{expected}".',
    todo: 'Do what it advises: "{todo}".',
  },
} as const satisfies WordsTable;
