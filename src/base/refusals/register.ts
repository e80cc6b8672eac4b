import type { WordsTable } from "./words.ts";

/** What the room `register` refuses. */
export const registerRefusals = {
  "register.badHash": {
    failed: "The hash has {length} bytes.",
    expected: "A SHA-256 hash of 32 bytes.",
    todo: "Obtain the value again from its author.",
  },
  "register.badNumber": {
    failed: "{value} is not {what}.",
    expected: "A whole number from 0 to 9007199254740991, in decimal without leading zeroes.",
    todo: "Correct the number.",
  },
  "register.badOrigin": {
    failed: "{value} cannot name a register: {reason}.",
    expected: "1 to 255 bytes of UTF-8 without spaces, plus signs or control characters.",
    todo: "Choose another name; the name of a register never changes after its founding.",
  },
  "register.badLeaf": {
    failed: "The leaf has {size} bytes.",
    expected: "1 to 65535 bytes.",
    todo: "Put a large body in a sealed document, and register its digest.",
  },
  "register.badTilePath": {
    failed: "{path} is not the path of a tile.",
    expected: "tile/<level or entries>/<index in groups of three digits>[.p/<width>] (C2SP tlog-tiles).",
    todo: "Correct the path.",
  },
  "register.badTile": {
    failed: "The tile has {size} bytes.",
    expected: "{expected} bytes: 32 for each of its hashes.",
    todo: "Fetch the tile again; if it stays so, the copy there is damaged.",
  },
  "register.badBundle": {
    failed: "The bundle of entries cannot be read: {reason}.",
    expected: "{width} entries, each after its length in two bytes, and nothing more.",
    todo: "Fetch the bundle again; if it stays so, the copy there is damaged.",
  },
  "register.inclusionUnproven": {
    failed: "The proof does not show leaf {index} in the tree of {size} leaves: {reason}.",
    expected: "The inclusion proof of RFC 6962 for exactly this leaf, index, size and root.",
    todo: "Ask the holder of the register for the proof again.",
  },
  "register.consistencyUnproven": {
    failed: "The proof does not show the tree of {first} leaves at the start of the tree of {second}: {reason}.",
    expected: "The consistency proof of RFC 6962 for exactly these sizes and roots.",
    todo: "Ask for the proof again; if it stays so, gather the two checkpoints: they may be a fork.",
  },
  "register.badCheckpoint": {
    failed: "The checkpoint cannot be read: {reason}.",
    expected: "Origin, size and root on three lines (C2SP tlog-checkpoint).",
    todo: "Obtain the checkpoint again from its register.",
  },
  "register.extensionLines": {
    failed: "The checkpoint has lines after its root.",
    expected: "Three lines: registers of this protocol write no extension, and one signature would not cover it.",
    todo: "Obtain the checkpoint again from its register.",
  },
  "register.wrongOrigin": {
    failed: "The checkpoint is of the register {came}.",
    expected: "A checkpoint of the register {expected}.",
    todo: "Send the checkpoint of the register that was asked for.",
  },
  "register.emptyRootWrong": {
    failed: "The checkpoint says that the register is empty and gives another root than that of the empty tree.",
    expected: "The SHA-256 of nothing as the root of an empty register.",
    todo: "Have the author's node sign its checkpoint again.",
  },
  "register.cosignatureTimes": {
    failed: "The two cosignatures of {name} give two times, {ed25519} and {mlDsa44}.",
    expected: "Both cosignatures of one act of cosigning, with one time.",
    todo: "Ask the cosigner for both lines again.",
  },
  "register.cosignatureOfItself": {
    failed: "The line to attach carries the name of the register itself, {origin}.",
    expected: "The line of a cosigner; the register's own signatures are never replaced.",
    todo: "Attach the lines that the other side returned.",
  },
  "register.badProofFile": {
    failed: "The proof file cannot be read: {reason}.",
    expected: "A file as C2SP tlog-proof describes it, at version 1.",
    todo: "Export the proof again.",
  },
  "register.badForkEvidence": {
    failed: "The evidence file cannot be read: {reason}.",
    expected: "The line entente/fork-evidence@v1, perhaps hashes, then two signed checkpoints, parted by blank lines.",
    todo: "Ask for the evidence file again.",
  },
  "register.noFork": {
    failed: "The two checkpoints do not prove a fork: {reason}.",
    expected: "Two signed heads of one register that cannot both be heads of one append-only tree.",
    todo: "Treat the register as sound unless other evidence is given.",
  },
  "register.leavesMissing": {
    failed: "The store of {origin} gave {came} leaves from {start} on.",
    expected: "All the leaves up to {end}.",
    todo: "Stop writing to this register and recover its tail from the other side's mirror.",
  },
  "register.tileDiffers": {
    failed: "The stored tile {path} of {origin} is not the one its leaves give.",
    expected: "A tile of the hashes of the stored leaves.",
    todo: "Rebuild the tiles from the leaves, after checking the leaves against the mirror.",
  },
  "register.rootDiffers": {
    failed: "The leaves of {origin} give another root than its signed checkpoint of size {size}.",
    expected: "The leaves that were signed.",
    todo: "Stop writing to this register and compare it with the other side's mirror.",
  },
  "register.headDiffers": {
    failed: "The stored head of {origin} does not say what its checkpoint says.",
    expected: "The size and root of the signed checkpoint.",
    todo: "Stop writing to this register and restore its head from the checkpoint.",
  },
} as const satisfies WordsTable;
