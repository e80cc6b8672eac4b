import type { WordsTable } from "./words.ts";

/** What the room `node` refuses. */
export const nodeRefusals = {
  "node.recoveryKeyShared": {
    failed: "The recovery key given for {officer} is {other}'s.",
    expected: "a key of its own for each officer: one key twice would let one person recover alone.",
    todo: "Let the officer make a key, and keep it where {other} does not reach it.",
  },
  "node.notEnrolled": {
    failed: "{officer} is not enrolled for recovery.",
    expected: "one of the enrolled officers: {officers}.",
    todo: "Ask `entente recovery list` who is.",
  },
  "node.recoveryNeedsTwo": {
    failed: "The same recovery key was given twice.",
    expected: "the keys of two enrolled officers.",
    todo: "Have the second officer give the key that is kept there.",
  },
  "node.recoveryNothing": {
    failed: "No file in {folder} opens with these two keys.",
    expected: "recovery files that were written for these two officers.",
    todo: "Name a copy of the folder with --from, or try the key of a third officer.",
  },
  "node.recoveryDamaged": {
    failed: "The recovery file {file} opens and holds no key of that name.",
    expected: "a file as this side's node wrote it.",
    todo: "Take it from another copy, or the file of two other officers.",
  },
  "node.idReused": {
    failed: "The id {id} is registered already, at leaf {index} of {party}, for an act of other content or author.",
    expected: "The same content under the same id by the same side, or a new id.",
    todo: "Look the registered act up; give the new act an id of its own.",
  },
  "node.badPrepared": {
    failed: "The prepared act cannot be used: {problem}.",
    expected: "The payload as `prepare` gave it, and the officer's signature over it.",
    todo: "Prepare the act again and have it signed.",
  },
  "node.preparedStale": {
    failed: "The dossier has changed since the act was prepared at {at}.",
    expected: "An act that its officer signed in view of the dossier as it is.",
    todo: "Read the dossier, prepare the act again and have it signed.",
  },
  "node.noServiceKey": {
    failed: "This node holds no valid key of the service {service}.",
    expected: "One of the keys that the latest designation published.",
    todo: "Issue a key for the service with a designation act, on this node.",
  },
  "node.clockBehind": {
    failed: "This node's clock says {now}, before the last act it registered, {last}.",
    expected: "A clock that has not gone back by more than {tolerance} minutes.",
    todo: "Set the machine's clock right.",
  },
  "node.writeFailed": {
    failed: "The act could not be written: {problem}.",
    expected: "A database that takes the write; nothing was registered.",
    todo: "Free the disk or mend the database, then send the act again under the same id.",
  },
  "node.busy": {
    failed: "{waiting} acts are waiting to be registered.",
    expected: "At most {limit} waiting.",
    todo: "Send again in a moment under the same ids.",
  },
  "node.badConfig": {
    failed: "The configuration {file} is not of its form: {path}: {problem}.",
    expected: "A configuration as `entente init` writes it.",
    todo: "Correct the file; the node was not started.",
  },
  "node.noHome": {
    failed: "There is no Entente side in {folder}.",
    expected: "A folder made by `entente init`.",
    todo: "Run `entente init` there, or name the right folder with --home.",
  },
  "node.homeExists": {
    failed: "{folder} already holds an Entente side.",
    expected: "An empty or new folder.",
    todo: "Choose another folder; keys are never overwritten.",
  },
  "node.notOwnCard": {
    failed: "The founding does not contain this side's own card as it is here.",
    expected: "This side's card, unchanged, and the other side's.",
    todo: "Make the founding from this side's present card.",
  },
  "node.plainAddress": {
    failed: "The address {address} is neither HTTPS nor on this machine.",
    expected: "Https, or http on loopback for a demonstration or behind a reverse proxy.",
    todo: "Give an https address.",
  },
  "node.unknownRefusal": {
    failed: "Something was refused for a reason that this version does not know: {code} ({details}).",
    expected: "A reason of this version's list.",
    todo: "Look the code up in the documents of the newer version, or install it here.",
  },
  "node.recoveryFailed": {
    failed: "The own tail could not be recovered: {problem}.",
    expected: "The other side's mirror of this side's register, signed with this side's keys.",
    todo: "Restore the link and wait, or see docs/operations.md on restoring.",
  },
} as const satisfies WordsTable;
