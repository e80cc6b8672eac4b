import type { WordsTable } from "./words.ts";

/** What the room `api` and the node's HTTP rim refuse of whoever signs in, or holds a session. */
export const sessionRefusals = {
  "api.demonstrationOnly": {
    failed: "This node is no demonstration: nobody enters it, and nothing is signed, without proof of who it is.",
    expected: "a demonstration node, which says so on every page.",
    todo: "Sign in with a passkey.",
  },
  "api.noDemonstrationKey": {
    failed: "This demonstration keeps no key file of the officer {officer}.",
    expected: "a key file in the folder officer-keys of the node's home, named after the officer.",
    todo: "Enter as an officer of the story, or sign from the command line.",
  },
  "api.crossSite": {
    failed: "The request comes from {from}, and not from a page of this node.",
    expected: "a request that a page of this node's own address makes.",
    todo: "Open this node's page at its own address; if you did, tell this side's administrator.",
  },
  "api.noRequestHeader": {
    failed: "The request changes something and does not carry the header Entente-Request.",
    expected: "the header Entente-Request: 1, which only a page of this node can set.",
    todo: "Load the page again; a program sends its officer's bearer token instead of a cookie.",
  },
  "api.sessionEnded": {
    failed: "The session has ended: {reason}.",
    expected: "a session that holds.",
    todo: "Sign in again; what stands half-filled on the page is kept.",
  },
  "api.tooManyAttempts": {
    failed: "There were too many attempts to sign in {by}.",
    expected: "at most {limit} attempts that fail in {minutes} minutes.",
    todo: "Wait {seconds} seconds, then try again; if it was not you, tell this side's administrator.",
  },
  "api.noPasskeysHere": {
    failed: "No passkey can be asked for at {origin}.",
    expected: "a page of this node at a name, by https, or on this machine at localhost.",
    todo: "Open this node at the address that its administrator gave you.",
  },
  "api.unknownPasskey": {
    failed: "The passkey is not, or no longer, enrolled here.",
    expected: "a passkey enrolled at this node and not revoked.",
    todo: "Use another passkey, or ask this side's administrator for a new invitation.",
  },
  "api.badPasskey": {
    failed: "The passkey's answer cannot be accepted: {problem}.",
    expected: "an answer to this node's own question, with the officer verified by PIN or biometry.",
    todo: "Begin again; if it stays so, tell this side's administrator.",
  },
  "api.knownPasskey": {
    failed: "This passkey is enrolled already.",
    expected: "a passkey that this node does not know yet.",
    todo: "Sign in with it, or enrol another one.",
  },
  "api.tooManyPasskeys": {
    failed: "The officer {officer} has {limit} passkeys.",
    expected: "at most {limit} passkeys an officer.",
    todo: "Revoke one that is no longer used, then enrol the new one.",
  },
  "api.staleCeremony": {
    failed: "What was begun here is finished already, or was left for more than {minutes} minutes.",
    expected: "one answer, in time, to each question.",
    todo: "Begin again.",
  },
  "api.badCode": {
    failed: "The code is not that of an invitation that holds.",
    expected: "the twenty letters and digits of an invitation, used once, within {hours} hours.",
    todo: "Check the code letter by letter, or ask this side's administrator for a new one.",
  },
  "api.passkeyNotFresh": {
    failed: "A passkey is added only by an officer whose own was used within {minutes} minutes.",
    expected: "a session opened by a passkey just now.",
    todo: "Use your passkey again, then add the new one.",
  },
} as const satisfies WordsTable;
