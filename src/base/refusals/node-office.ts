import type { WordsTable } from "./words.ts";

/** What the room `node` refuses about what a side keeps for itself: drafts, the access log, retention. */
export const nodeOfficeRefusals = {
  "node.draftExists": {
    failed: "There is a draft of the id {id} already, with other content or by another officer.",
    expected: "A new id for a new draft.",
    todo: "Read the draft that is there; change it, or compose another under an id of its own.",
  },
  "node.draftChanged": {
    failed: "The draft {id} was changed meanwhile: its version is {version}, and {got} was named.",
    expected: "The version that was read last.",
    todo: "Read the draft again, then do what you meant to.",
  },
  "node.draftNotSo": {
    failed: "The draft {id} is {state}.",
    expected: "a draft that is {wanted}.",
    todo: "Read the draft and its history; what was released stands in the register and does not change.",
  },
  "node.notTheDraft": {
    failed: "What was signed is not the draft {id} as it stands.",
    expected: "The payload that preparing this version of the draft gave, and an officer's signature over it.",
    todo: "Prepare the draft again, read it, and have it signed.",
  },
  "node.officerExists": {
    failed: "This side has an officer {officer} already.",
    expected: "An id that no officer of this side has.",
    todo: "Change the officer who is there, or choose another id.",
  },
  "node.lastAdministrator": {
    failed: "{officer} is the only administrator of this node.",
    expected: "At least one officer with the function administrator.",
    todo: "Make another officer administrator first.",
  },
  "node.unknownOfficer": {
    failed: "This side has no officer {officer}.",
    expected: "One of {officers}.",
    todo: "Add the officer with `entente officer add`, or name another.",
  },
} as const satisfies WordsTable;
