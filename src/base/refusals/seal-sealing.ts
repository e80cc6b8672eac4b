import type { WordsTable } from "./words.ts";

/** What the room `seal` refuses of sealed documents and their keys. */
export const sealingRefusals = {
  "seal.badRecipient": {
    failed: "{value} is not a sealing key that anything can be sealed to.",
    expected: "An age recipient: age1pq1… (hybrid) or age1… (X25519), whole and in lower case.",
    todo: "Copy the key again from the side's designation; its checksum tells a mistyped letter.",
  },
  "seal.badIdentity": {
    failed: "What was given is not a private sealing key.",
    expected: "An age identity: AGE-SECRET-KEY-PQ-1… (hybrid) or AGE-SECRET-KEY-1… (X25519), whole and in upper case.",
    todo: "Copy the key again from the file or paper that holds it.",
  },
  "seal.noRecipient": {
    failed: "The document would be sealed to nobody.",
    expected: "At least one sealing key of the addressee and one of the own service.",
    todo: "Have the service's sealing key designated first (issueSealingKey).",
  },
  "seal.tooManyRecipients": {
    failed: "The document would be sealed to {count} keys.",
    expected: "At most {limit} keys in one document.",
    todo: "Revoke the sealing keys that are no longer used.",
  },
  "seal.mixedRecipients": {
    failed: "Hybrid and X25519 keys were named for one document.",
    expected: "Keys of one kind: one weaker key would undo the others.",
    todo: "Seal to the hybrid keys; only for a reader with an older age, to the X25519 keys of both.",
  },
  "seal.badAgeHeader": {
    failed: "The header of the sealed document cannot be read: {reason}.",
    expected: "A binary age file as C2SP age.md describes it.",
    todo: "Fetch the document again; if it stays so, ask its author to send it anew.",
  },
  "seal.noIdentity": {
    failed: "The document is sealed to none of the {tried} keys that were tried.",
    expected: "A document sealed to a key of the service that opens it.",
    todo: "Check that it is addressed to this service; if its key was lost, recover it (`entente recovery recover`).",
  },
  "seal.headerAltered": {
    failed: "The header of the sealed document is not the one that was sealed.",
    expected: "A header whose MAC matches.",
    todo: "Fetch the document again; if it stays so, warn its author: something changed it.",
  },
  "seal.bodyAltered": {
    failed: "The sealed document does not open at chunk {chunk}: it was altered or cut off there.",
    expected: "A payload as it was sealed, to the last byte.",
    todo: "Fetch the document again; what was shown of it before that chunk is authentic.",
  },
  "seal.bodyTruncated": {
    failed: "The sealed document ends before its end, at chunk {chunk}.",
    expected: "A last chunk that is marked as the last.",
    todo: "Fetch the rest of the document.",
  },
  "seal.bodyAfterEnd": {
    failed: "Something follows the end of the sealed document.",
    expected: "Nothing after the last chunk.",
    todo: "Fetch the document again from its author.",
  },
} as const satisfies WordsTable;
