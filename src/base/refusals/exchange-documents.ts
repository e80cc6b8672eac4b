import type { WordsTable } from "./words.ts";

/** What the room `exchange` refuses of sealed documents on their way. */
export const exchangeDocumentRefusals = {
  "exchange.notFrames": {
    failed: "The bytes are not documents of this protocol.",
    expected: "Frames that begin with the line entente/documents@v1.",
    todo: "Check that both nodes run a version that knows this format.",
  },
  "exchange.framesTooLarge": {
    failed: "The request has {size} bytes of frames.",
    expected: "At most {limit} bytes.",
    todo: "Send fewer or shorter frames in one request.",
  },
  "exchange.tooManyFrames": {
    failed: "The request has too many frames.",
    expected: "At most {limit} frames.",
    todo: "Send fewer frames in one request.",
  },
  "exchange.framesCutShort": {
    failed: "The request ends at byte {at}, inside a frame.",
    expected: "Whole frames.",
    todo: "Send them again; a cut request does no harm.",
  },
  "exchange.frameOffset": {
    failed: "A frame of {digest} stands beyond any document's end.",
    expected: "Offsets below 2^53.",
    todo: "Have the sender's node make the request again.",
  },
  "exchange.badDocumentAnswer": {
    failed: "The other side's answer about documents cannot be read: {reason}.",
    expected: "An answer that begins with the line entente/documents-answer@v1.",
    todo: "Check the address of the other node, and what stands between the two; the documents will be sent again.",
  },
  "exchange.documentStandsStill": {
    failed: "The other side answered, and holds no more of any document than before.",
    expected: "A node that keeps what it was sent.",
    todo: "Nothing is lost and they will be sent again; if it stays so, ask the other side to check its disk.",
  },
  "exchange.unknownDocument": {
    failed: "No act in either register names this document.",
    expected: "A document whose act is mirrored here already: the act goes first.",
    todo: "Wait until the act is held by both; the sender tries again by itself.",
  },
  "exchange.documentTooLong": {
    failed: "More bytes were sent than the act says that the document has.",
    expected: "As many bytes as the reference in the act says.",
    todo: "Have the author's side check its documents, and register a reference to the right one.",
  },
  "exchange.documentAltered": {
    failed: "The bytes that were sent do not give the document's digest.",
    expected: "The document that the act names, to the last bit.",
    todo: "It will be sent anew from its start; if it stays so, the sender's copy is damaged: `entente fsck` there.",
  },
  "exchange.noRoomForDocument": {
    failed: "There is no room for the document on the receiving node's disk.",
    expected: "Room for the whole document and the reserve that the node keeps free.",
    todo: "Have the receiving side free its disk; the sender tries again by itself and nothing is lost.",
  },
  "exchange.documentQuota": {
    failed: "The other side's documents would take more room here than this side has set for them.",
    expected: "Documents within the quota (documents.peerBytesMax in the configuration).",
    todo: "Have the receiving side raise the quota, or have documents erased that are no longer needed.",
  },
} as const satisfies WordsTable;
