import type { WordsTable } from "./words.ts";

/** What the procedure `plan` refuses. */
export const planRefusals = {
  "procedures.planYear": {
    failed: "The plan of {year} was called for on {made}, when that year was over.",
    expected: "A year that has not ended.",
    todo: "Correct the year.",
  },
  "procedures.planDates": {
    failed: "The line {line} is dated from {from} to {until}.",
    expected: "A first day not after the last, in the year {year}.",
    todo: "Correct the dates, or leave them out until they are settled.",
  },
  "procedures.planParty": {
    failed: "The line {line} names {got}, which is no party to the accord.",
    expected: "One of {parties}.",
    todo: "Correct the party; a third place is named as the venue only.",
  },
  "procedures.planLineNumber": {
    failed: "The line {got} does not begin with the mark of the party that proposes it.",
    expected: "A number that begins with {prefix}.",
    todo: "Number the line anew.",
  },
  "procedures.planSameLine": {
    failed: "The number {got} stands for another line.",
    expected: "Each number once in the plan, lines that were dropped excepted.",
    todo: "Give the line another number.",
  },
  "procedures.planLength": {
    failed: "The plan would have {count} lines.",
    expected: "At most {most}.",
    todo: "Put activities of one kind together in one line.",
  },
  "procedures.planNoLine": {
    failed: "The plan has no line {got}.",
    expected: "The number of a line of this plan.",
    todo: "Look up the line in the plan and correct the number.",
  },
  "procedures.planLineOther": {
    failed: "The line {line} was changed meanwhile: this names the text {got}.",
    expected: "The text that stands now, {expected}.",
    todo: "Read the line as it stands and change that.",
  },
  "procedures.planLineEnded": {
    failed: "The line {line} is {status} and cannot be changed any more.",
    expected: "A line that is planned, confirmed or postponed.",
    todo: "Add a line of its own for what is to come.",
  },
  "procedures.planNotOwn": {
    failed: "The line {line} is a proposal of {by}: the step {step} is not the other party's before the expert talks.",
    expected: "A line of one's own, or both parties' proposals closed.",
    todo: "Close the proposals, then change the line in the harmonisation.",
  },
  "procedures.planEmpty": {
    failed: "The plan of {year} has no line.",
    expected: "At least one line.",
    todo: "Propose lines first.",
  },
  "procedures.planOtherVersion": {
    failed: "This names the version {got} of the plan.",
    expected: "The version that stands now, {expected}.",
    todo: "Read the plan as it stands, then agree to that.",
  },
  "procedures.planNoLetter": {
    failed: "No letter {got} waits for this.",
    expected: "One of these letters: {open}.",
    todo: "Name a letter that has no answer yet.",
  },
  "procedures.planLetterNumber": {
    failed: "The reference {got} stands on an earlier letter of this party.",
    expected: "A reference of its own for each letter.",
    todo: "Give the letter another reference.",
  },
  "procedures.planStatus": {
    failed: "The line {line} is {status}; it cannot become {got}.",
    expected: "One of: {possible}.",
    todo: "Correct the status, or add a line for what is to come.",
  },
  "procedures.planLinked": {
    failed: "The dossier {dossier} stands under the line {line} already.",
    expected: "A dossier under no line of this plan.",
    todo: "Take it from that line first, if it belongs to another.",
  },
  "procedures.planNotLinked": {
    failed: "The dossier {dossier} does not stand under the line {line}.",
    expected: "A dossier of that line.",
    todo: "Look up the line under which it stands.",
  },
  "procedures.planReport": {
    failed: "The report says {got}.",
    expected: "What the plan says: {expected}.",
    todo: "Have the report written anew and adopt that.",
  },
} as const satisfies WordsTable;
