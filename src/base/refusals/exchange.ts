import type { WordsTable } from "./words.ts";

/** What the room `exchange` refuses. */
export const exchangeRefusals = {
  "exchange.notParcel": {
    failed: "The bytes are not a parcel of this protocol.",
    expected: "A parcel that begins with the line entente/parcel@v1.",
    todo: "Check that the right file or address was used, and that both nodes run a version that knows this format.",
  },
  "exchange.parcelTooLarge": {
    failed: "The parcel has {size} bytes.",
    expected: "At most {limit} bytes.",
    todo: "Send fewer leaves in one parcel.",
  },
  "exchange.parcelCutShort": {
    failed: "The parcel ends at byte {at}, inside {part}.",
    expected: "A whole parcel.",
    todo: "Send it again; a cut parcel does no harm.",
  },
  "exchange.parcelTrailingBytes": {
    failed: "The parcel is complete at byte {at}, and {count} more bytes follow.",
    expected: "Nothing after the acknowledgement.",
    todo: "Send the parcel as its author wrote it.",
  },
  "exchange.parcelTooManyLeaves": {
    failed: "The parcel's checkpoint is {count} leaves past its start.",
    expected: "At most {limit} leaves in one parcel.",
    todo: "Send fewer leaves, with a checkpoint that ends with the last of them.",
  },
  "exchange.parcelStart": {
    failed: "The parcel starts at {start}, after the end of its checkpoint of {size} leaves.",
    expected: "A start no larger than the checkpoint's size.",
    todo: "Have the author's node make the parcel again.",
  },
  "exchange.parcelEmptyLeaf": {
    failed: "Leaf {leaf} of {count} in the parcel is empty.",
    expected: "Leaves of 1 to 65535 bytes.",
    todo: "Have the author's node make the parcel again.",
  },
  "exchange.parcelOrigin": {
    failed: "The parcel names the register {origin}, and its checkpoint is of {checkpoint}.",
    expected: "One register in both.",
    todo: "Have the author's node make the parcel again.",
  },
  "exchange.badAnswer": {
    failed: "The answer of the other side cannot be read: {reason}.",
    expected: "An answer that begins with the line entente/answer@v1.",
    todo: "Check the address of the other node, and what stands between the two nodes; the parcel will be sent again.",
  },
  "exchange.impossibleAnswer": {
    failed: "The other side asks for leaves from {size} on, in answer to a parcel that started at {start}.",
    expected: "A size smaller than the start: only then is there a gap.",
    todo: "Nothing is lost and the parcel will be sent again; if it stays so, ask the other side to check its node.",
  },
  "exchange.stillBehind": {
    failed: "The other side was sent the leaves it lacked, and now has only {size}.",
    expected: "A mirror that keeps what it was sent.",
    todo: "Nothing is lost and the leaves will be sent again; if it stays so, ask the other side to check its store.",
  },
  "exchange.oldAnswer": {
    failed: "The other side answered with a receipt for {size} leaves to a parcel that ended at {end}.",
    expected: "A receipt that covers the parcel.",
    todo: "Nothing is lost and the parcel will be sent again; if it stays so, look for a cache between the two nodes.",
  },
  "exchange.unreachable": {
    failed: "The other side's node was not reached.",
    expected: "An answer from its address.",
    todo: "Nothing is lost: what waits is sent as soon as the link is back, or can go by bag at once.",
  },
  "exchange.stoppedThere": {
    failed: "The other side has stopped the link, for {code}.",
    expected: "A link that is open on both sides.",
    todo: "Ask the other side for its evidence file, and settle the matter before the link is opened again.",
  },
  "exchange.unknownOrigin": {
    failed: "The parcel is of the register {origin}, which is not mirrored here.",
    expected: "A parcel of the register {expected}.",
    todo: "Check that both sides founded the accord with the same cards.",
  },
  "exchange.leavesDiffer": {
    failed:
      "Leaf {index} of the parcel is not the one mirrored here, and the parcel's leaves do not give " +
      "its checkpoint's root.",
    expected: "The leaves that the author signed for.",
    todo: "Send the parcel again from its author's register; the mirror has kept what it had.",
  },
  "exchange.rootDiffers": {
    failed:
      "The checkpoint is signed by its author, but leaves {start} to {size} of the parcel give another " +
      "root after those mirrored here.",
    expected: "The leaves that the author signed for.",
    todo:
      "Send the parcel again, from an earlier start: either a leaf was changed on the way, or the author's " +
      "register is no longer the one mirrored here.",
  },
  "exchange.fork": {
    failed:
      "The register {origin} shows two histories: its checkpoint of {size} leaves does not fit the one " +
      "of {mirrored} mirrored here.",
    expected: "One register that only grows.",
    todo:
      "Nothing was overwritten. Keep the evidence file, show it to the other side, and open the link only " +
      "when both agree which history stands.",
  },
  "exchange.ownFork": {
    failed:
      "This side's keys have signed two histories of its own register {origin}, parting at or before leaf {size}.",
    expected: "One register that only grows.",
    todo:
      "Stop every node that uses these keys, keep the evidence file, and tell the other side: most often a " +
      "backup was restored and used before its end had been recovered.",
  },
  "exchange.seenFuture": {
    failed: "Leaf {index} says that its author had seen {claimed} leaves of this side's register, which has {size}.",
    expected: "Nobody sees more than there is.",
    todo:
      "Keep the evidence file. If this side's node was restored from a backup, recover its register first; " +
      "otherwise ask the other side for the checkpoint it relied on.",
  },
  "exchange.recovering": {
    failed: "This node was restored and has not yet recovered the end of its own register from the other side.",
    expected: "A node that knows everything it has signed.",
    todo: "Wait until the recovery has finished; the sender tries again by itself.",
  },
  "exchange.linkStopped": {
    failed: "The link is stopped here, for {code}.",
    expected: "An open link.",
    todo: "Settle the matter of the evidence file, then open the link again.",
  },
  "exchange.peerLeavesWrong": {
    failed:
      "The leaves that the other side serves as this side's register do not give the root of the " +
      "checkpoint of {size} leaves.",
    expected: "The leaves that this side's keys signed for.",
    todo: "Ask the other side to check its store, or recover from a bag.",
  },
  "exchange.peerLeavesMissing": {
    failed:
      "The other side holds a checkpoint of {size} leaves of this side's register but serves no leaf from {start} on.",
    expected: "Every leaf that its cosignature covers.",
    todo: "Ask the other side to check its store, or recover from a bag.",
  },
  "exchange.badEvidence": {
    failed: "The evidence file cannot be read: {reason}.",
    expected: "A file that begins with entente/fork-evidence@v1 or entente/seen-future@v1.",
    todo: "Ask for the evidence file again.",
  },
  "exchange.evidenceStranger": {
    failed: "The evidence is about the register {origin}, whose keys were not given.",
    expected: "The founding of the accord that the evidence is about.",
    todo: "Verify the file with the founding of the accord it names.",
  },
  "exchange.notFuture": {
    failed: "The leaf claims {claimed} leaves of a register whose checkpoint in the file has {size}.",
    expected: "A claim larger than the register.",
    todo: "Treat the leaf as sound unless other evidence is given.",
  },
} as const satisfies WordsTable;
