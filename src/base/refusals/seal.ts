import type { WordsTable } from "./words.ts";

/** What the room `seal` refuses. */
export const sealRefusals = {
  "seal.badPublicKey": {
    failed: "The {algorithm} public key cannot be used: {reason}.",
    expected: "A public key in its one canonical encoding, of the full order.",
    todo: "Ask its owner for the key again, and compare its fingerprint by voice.",
  },
  "seal.tooLarge": {
    failed: "The data has {size} bytes.",
    expected: "At most {limit} bytes.",
    todo: "Send less in one piece; put a large body in a sealed document.",
  },
  "seal.badUtf8": {
    failed: "The bytes are not well-formed UTF-8.",
    expected: "JSON text in UTF-8, without a byte-order mark.",
    todo: "Encode the text as UTF-8 and sign it again.",
  },
  "seal.notJson": {
    failed: "The text stops being JSON at character {at}.",
    expected: "One JSON value (RFC 8259).",
    todo: "Correct the text at that place and sign it again.",
  },
  "seal.trailingBytes": {
    failed: "The JSON value ends at character {at}, and more text follows.",
    expected: "One JSON value and nothing after it.",
    todo: "Remove what follows the value and sign it again.",
  },
  "seal.tooDeep": {
    failed: "The JSON value is nested more than {limit} levels deep.",
    expected: "At most {limit} levels.",
    todo: "Flatten the value and sign it again.",
  },
  "seal.duplicateKey": {
    failed: "An object names the key {key} twice.",
    expected: "Each key once in an object, so that every reader sees the same value.",
    todo: "Remove one of the two and sign it again.",
  },
  "seal.loneSurrogate": {
    failed: "A string has half of a surrogate pair at character {at}.",
    expected: "Strings of whole Unicode characters.",
    todo: "Correct the string and sign it again.",
  },
  "seal.numberPrecision": {
    failed: "The number {number} cannot be held exactly by every reader.",
    expected: "Numbers that an IEEE 754 double represents without loss.",
    todo: "Write such a number as a string.",
  },
  "seal.notCanonical": {
    failed: "The JSON text is not in its canonical form (RFC 8785).",
    expected: "Sorted keys, no white space, the shortest form of each string and number.",
    todo: "Canonicalise the value and sign it again.",
  },
  "seal.badKeyId": {
    failed: "{value} is not the identifier of a key.",
    expected: "The JWK thumbprint of the key (RFC 7638): 43 characters of base64url.",
    todo: "Copy the identifier from the side's designation of the key.",
  },
  "seal.badEnvelope": {
    failed: "The signed envelope is not in its fixed form: at byte {at} there is not {part}.",
    expected: "One payload and one to four signatures, in the one form that is written, to the last byte.",
    todo: "Have the author's node write the envelope again; an envelope is never repaired by another.",
  },
  "seal.wrongKey": {
    failed: "The signature names the key {named}, and the key offered is {offered}.",
    expected: "The key that the signature names.",
    todo: "Look up the named key among those the side has designated.",
  },
  "seal.badSignature": {
    failed: "The signature by the key {kid} does not match what is signed.",
    expected: "An Ed25519 signature over exactly these bytes.",
    todo: "Obtain the original bytes again from their author.",
  },
  "seal.badNote": {
    failed: "The signed note cannot be read: {reason}.",
    expected: "A note as C2SP signed-note describes it, with at most 16 signatures.",
    todo: "Obtain the note again from its author.",
  },
  "seal.badVerifierKey": {
    failed: "The verifier key cannot be read: {reason}.",
    expected: "name+key ID+base64 as C2SP signed-note describes it, of the type 0x01, 0x04 or 0x06.",
    todo: "Copy the whole verifier key again from its owner.",
  },
  "seal.noteSignatureMissing": {
    failed: "The note carries no {algorithm} signature by the known key of {name}.",
    expected: "One signature line with that name and key ID.",
    todo: "Obtain the note with that signature, or check that the key is still the right one.",
  },
  "seal.noteSignatureRepeated": {
    failed: "The note carries several {algorithm} signatures by the same key of {name}.",
    expected: "Exactly one, so that every reader judges the same one.",
    todo: "Obtain the note again from its author.",
  },
  "seal.noteSignatureInvalid": {
    failed: "The {algorithm} signature of {name} does not match the note.",
    expected: "A signature over exactly this text.",
    todo: "Obtain the note again from its author; if it stays so, warn them: something changed it.",
  },
  "seal.httpSignatureMissing": {
    failed: "The message has no {header} header.",
    expected: "A message signed as RFC 9421 describes it.",
    todo: "Sign the message with the node's key.",
  },
  "seal.httpSignatureMalformed": {
    failed: "The {header} header is not in the form that nodes of this protocol write.",
    expected: "One label; components in quotes; created, keyid, nonce, alg and tag in that order.",
    todo: "Update the node that signed the message.",
  },
  "seal.httpComponentMissing": {
    failed: "The signature covers {component}, which the message does not have.",
    expected: "Every covered component present in the message.",
    todo: "Check whether a proxy between the nodes removes headers.",
  },
  "seal.httpComponentNotCovered": {
    failed: "The signature does not cover {component}.",
    expected: "A signature over every component that the protocol relies on.",
    todo: "Update the node that signed the message.",
  },
  "seal.httpParameterMissing": {
    failed: "The signature has no parameter {parameter}.",
    expected: "A signature with created, keyid, nonce, alg and tag.",
    todo: "Update the node that signed the message.",
  },
  "seal.httpTagUnexpected": {
    failed: "The signature has the tag {came}.",
    expected: "The tag {expected}: a signature made for one purpose does not serve another.",
    todo: "Send the message to the address it was signed for.",
  },
  "seal.httpKeyUnknown": {
    failed: "The message is signed with the key {keyid}, which is not known here.",
    expected: "The node key of the other side's card.",
    todo: "Compare the cards of the two sides; if the key was changed, exchange the card again.",
  },
  "seal.httpSignatureInvalid": {
    failed: "The signature by the key {keyid} does not match the message.",
    expected: "A message that arrives as it was signed.",
    todo: "Check whether a proxy between the nodes rewrites paths or headers.",
  },
  "seal.contentDigestMismatch": {
    failed: "The body of the message is not the one that was signed.",
    expected: "A body whose SHA-256 is the one in Content-Digest (RFC 9530).",
    todo: "Send the message again; if it stays so, look for a proxy that rewrites bodies.",
  },
  "seal.bodyNotCovered": {
    failed: "The message has a body that its signature does not cover.",
    expected: "Content-Digest among the covered components of every message with a body.",
    todo: "Update the node that signed the message.",
  },
} as const satisfies WordsTable;
