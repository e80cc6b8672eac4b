import type { WordsTable } from "./words.ts";

/** What the procedure `project` refuses. */
export const projectRefusals = {
  "procedures.projectNumber": {
    failed: "{got} does not begin with the mark of the party that brings it in.",
    expected: "A number that begins with {prefix}.",
    todo: "Number it anew.",
  },
  "procedures.projectSameNumber": {
    failed: "The number {got} stands for something else in this project.",
    expected: "Each number once.",
    todo: "Give it another number.",
  },
  "procedures.projectOtherText": {
    failed: "This is about {got}.",
    expected: "What stands in the dossier, {expected}.",
    todo: "Read it as it stands, then do it again.",
  },
  "procedures.projectParties": {
    failed: "{got} is named.",
    expected: "Each of the parties once: {parties}.",
    todo: "Correct the parties.",
  },
  "procedures.projectAmount": {
    failed: "{got} is no amount in {currency}.",
    expected: "Amounts in the currency of the arrangement, with no more decimals than it has.",
    todo: "Correct the amount or the currency.",
  },
  "procedures.projectShares": {
    failed: "The parts of the work are {got}.",
    expected: "Parts that make a hundred per cent together.",
    todo: "Correct the parts.",
  },
  "procedures.projectDates": {
    failed: "The phase {phase} with the last day {until} does not go with {at}.",
    expected: "Phases one after the other, deliverables within their phase, and a gate put off to a later day.",
    todo: "Correct the days.",
  },
  "procedures.projectKept": {
    failed: "The amended arrangement loses {lost}.",
    expected: "Everything that was delivered, and every phase that has passed its gate, at its place.",
    todo: "Put it back.",
  },
  "procedures.projectBeyond": {
    failed: "{got} {currency} would be paid in all.",
    expected: "Not more than the party's share, {share} {currency}.",
    todo: "Correct the amount, or amend the arrangement first.",
  },
  "procedures.projectReviewed": {
    failed: "The {kind} review of this text is made.",
    expected: "One review of each kind by each party.",
    todo: "Table another text if the review has to change.",
  },
  "procedures.projectReviews": {
    failed: "This party has no favourable review of this text for {missing}.",
    expected: "A favourable legal, security and export review of the text that is signed.",
    todo: "Register the reviews, then sign.",
  },
  "procedures.projectNothing": {
    failed: "{got} is not something this party can do this with now.",
    expected: "One of {possible}.",
    todo: "Choose another, or wait for the other party.",
  },
  "procedures.projectNotAccepted": {
    failed: "The deliverables {deliverables} of the phase are not accepted.",
    expected: "A phase whose deliverables the receiving party has accepted.",
    todo: "Deliver and have them accepted, or put the gate off.",
  },
  "procedures.projectOwner": {
    failed: "The background information {information} is declared as that of {got}.",
    expected: "Background information of the party that declares it.",
    todo: "Let its owner declare it, or declare foreground information.",
  },
  "procedures.projectAppointed": {
    failed: "{missing} has not said who acts for it in the project.",
    expected: "A member of the steering committee and a project officer of each party.",
    todo: "Wait until both have appointed theirs.",
  },
  "procedures.projectEdition": {
    failed: "Edition {got} of the security instruction is not newer than the one in force.",
    expected: "Edition {least} or a later one.",
    todo: "Number the edition anew.",
  },
  "procedures.projectLevel": {
    failed: "The level {got} is too low.",
    expected: "{level} or a higher level.",
    todo: "Choose a level that is high enough.",
  },
  "procedures.projectInstruction": {
    failed: "Nothing of the level {got} is handed over while the project has no security instruction.",
    expected: "A project security instruction that both parties have adopted.",
    todo: "Adopt the instruction first.",
  },
  "procedures.projectLent": {
    failed: "The equipment with the serial number {serial} is on loan already, as {equipment}.",
    expected: "Each piece of equipment on loan once.",
    todo: "Account for the loan that stands, or correct the serial number.",
  },
  "procedures.projectReturn": {
    failed: "The day {got} is over.",
    expected: "A day to come.",
    todo: "Give a later day.",
  },
  "procedures.projectLicenceEnded": {
    failed: "The licence {licence} ended on {until}.",
    expected: "A licence that is valid on the day of the transfer.",
    todo: "Register a new licence first.",
  },
  "procedures.projectLicenceSpent": {
    failed: "The licence {licence} is used up.",
    expected: "At most {transfers} transfers under it.",
    todo: "Register a new licence first.",
  },
  "procedures.projectNotice": {
    failed: "Notice until {got} is too short.",
    expected: "{months} months: not before {earliest}.",
    todo: "Give a later day.",
  },
  "procedures.projectUnsettled": {
    failed: "{open} is still open in the ledgers.",
    expected: "Every loan accounted for, every transfer receipted, every question answered.",
    todo: "Settle these first.",
  },
} as const satisfies WordsTable;
