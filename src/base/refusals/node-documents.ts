import type { WordsTable } from "./words.ts";

/** What the room `node` refuses of sealed documents. */
export const nodeDocumentRefusals = {
  "node.documentTooLarge": {
    failed: "The content has {bytes} bytes.",
    expected: "At most {limit} bytes in one document.",
    todo: "Send it in parts, each as a document of its own.",
  },
  "node.documentRoom": {
    failed: "The document takes {bytes} bytes, and {free} are free for documents on this node's disk.",
    expected: "Room for the whole document beside the reserve that the registers need.",
    todo: "Free the disk or move the home to a larger one, then go on where the upload stands: nothing is lost.",
  },
  "node.tooManyUploads": {
    failed: "Too many contents are being sealed at once.",
    expected: "At most {limit} uploads under way.",
    todo: "Try again when others have ended.",
  },
  "node.uploadOffset": {
    failed: "The content was sent from byte {got} on, and the upload stands at byte {offset}.",
    expected: "Content that goes on where the upload stands.",
    todo: "Send the content from byte {offset} on.",
  },
  "node.uploadBusy": {
    failed: "The upload {upload} is being written by another request.",
    expected: "One request at a time for one upload.",
    todo: "Wait until the other request has ended, then ask where the upload stands.",
  },
  "node.uploadEnded": {
    failed: "The upload {upload} has ended.",
    expected: "Content before its end.",
    todo: "Use the reference that its end gave, or begin another upload.",
  },
  "node.uploadLost": {
    failed: "The node was restarted before the first 64 KiB of the upload {upload} were sealed.",
    expected: "An upload that can be taken up again.",
    todo: "Begin the upload anew: what is sealed in memory is not kept, so that nothing is ever written in clear.",
  },
  "node.documentUnknown": {
    failed: "The document {digest} is not on this node and no act in its registers names it.",
    expected: "A document that was uploaded here, or one that an act has named before.",
    todo: "Upload the document for this act, and name the reference that its end gives.",
  },
  "node.documentNamed": {
    failed: "The document {digest} is named by the act {act}.",
    expected: "A document that no act in a register names.",
    todo: "Bytes that an act names are erased by an act: a recall that is answered, or retention.",
  },
  "node.documentForOtherAct": {
    failed: "The document {digest} was sealed for the act {act}.",
    expected: "A document sealed for the very act that first names it: the act's id is inside the sealed bytes.",
    todo: "Give the act that id, or upload the document for this one.",
  },
  "node.sealingKeyLapsed": {
    failed: "The document {digest} was sealed to the key {key}, which its service no longer publishes.",
    expected: "A document sealed to keys that count when its act is registered.",
    todo: "Upload the document again: it is then sealed to the keys of today.",
  },
  "node.documentDiffers": {
    failed: "The act describes the document {digest} otherwise than it was sealed.",
    expected: "The reference as the upload's end gave it.",
    todo: "Take the reference from the upload.",
  },
  "node.documentNotHere": {
    failed: "The bytes of the document {digest} are not on this node ({state}).",
    expected: "A document that has arrived.",
    todo:
      "Wait until the link has brought it; or have the other side send the file by another way and put it in with " +
      "`entente document put`.",
  },
  "node.documentErased": {
    failed: "The document {digest} was erased by the act {act}.",
    expected: "A document whose bytes are kept.",
    todo: "Read that act for the reason; the proof that the document existed stays.",
  },
  "node.documentNotOpened": {
    failed: "The document {digest} has not been opened by this side's service.",
    expected: "A document whose opening is registered before its content is read.",
    todo: "Open it first.",
  },
  "node.documentNotWanted": {
    failed: "The document {digest} is not waited for here ({state}).",
    expected: "A document that an act names and that is not here.",
    todo: "There is nothing to do: look the document up.",
  },
} as const satisfies WordsTable;
