import type { WordsTable } from "./words.ts";

/** What the procedure `course` refuses. */
export const courseRefusals = {
  "procedures.courseOther": {
    failed: "The act names the text {got}, which is not the one that stands.",
    expected: "The text {expected}.",
    todo: "Read the text as it stands now and act on that.",
  },
  "procedures.courseSame": {
    failed: "{got} is there already.",
    expected: "Each code, number, day and sealed document once.",
    todo: "Correct it, or leave it out; what is sealed for two cannot be erased for one of them.",
  },
  "procedures.courseUnknown": {
    failed: "There is no {got} here.",
    expected: "One of {known}.",
    todo: "Look it up and correct the code or number.",
  },
  "procedures.courseFull": {
    failed: "The list would be longer than {most}.",
    expected: "At most {most}.",
    todo: "Leave something out, or offer the course anew under a number of its own.",
  },
  "procedures.courseOpen": {
    failed: "{open} is still open.",
    expected: "Every iteration reported or cancelled, and a result for everyone who was confirmed.",
    todo: "Record the results and report the iteration, or cancel it.",
  },
  "procedures.courseDates": {
    failed: "The iteration is dated from {from} to {until} on {made}.",
    expected: "A first day that has not come and is not after the last.",
    todo: "Correct the dates.",
  },
  "procedures.courseParty": {
    failed: "{got} is no party to the accord and has no seats.",
    expected: "One of {parties}.",
    todo: "Correct the party.",
  },
  "procedures.courseCapacity": {
    failed: "{got} seats are more than there are to give.",
    expected: "At most {most}.",
    todo: "Give fewer seats, or change the capacity first.",
  },
  "procedures.courseTaken": {
    failed: "{taken} seats are taken already, and {got} would be left.",
    expected: "No fewer seats than are taken.",
    todo: "Leave the seats that are taken, or ask the side to withdraw nominees.",
  },
  "procedures.courseIterationOver": {
    failed: "The iteration {iteration} is over: {status}.",
    expected: "An iteration that is neither cancelled nor reported.",
    todo: "Look up the iteration; one that is over is not changed any more.",
  },
  "procedures.courseBegun": {
    failed: "The iteration {iteration} began on {from}, before {made}.",
    expected: "A step made before the first day.",
    todo: "Say what became of a nominee with its result instead.",
  },
  "procedures.courseNumber": {
    failed: "The number {got} does not begin with the mark of the party that nominates.",
    expected: "A number that begins with {prefix}.",
    todo: "Number the nominee anew.",
  },
  "procedures.courseNoDetails": {
    failed: "The nominee {nominee} comes without details.",
    expected: "The sealed details of everyone who comes from the other side.",
    todo: "Seal the nominee’s details and name them in the nomination.",
  },
  "procedures.courseNotOwn": {
    failed: "The nominee {nominee} is {by}’s.",
    expected: "A nominee of the side that makes the act.",
    todo: "Leave the step to the side that nominated.",
  },
  "procedures.courseSeatStatus": {
    failed: "The seat of {nominee} stands as {status}.",
    expected: "A seat that stands as {expected}.",
    todo: "Read the seats as they stand now; another act may have changed them meanwhile.",
  },
  "procedures.courseRequirement": {
    failed: "The nominee {nominee} does not meet {missing} of the course.",
    expected: "Everything the entry asks, valid until the last day.",
    todo: "Confirm what is missing, or nominate another.",
  },
  "procedures.courseNotDue": {
    failed: "The seats of the iteration {iteration} are not released on {made}: each side’s are its own until {from}.",
    expected: "The release on {from} or later.",
    todo: "Wait for the day, or give back your own seats.",
  },
  "procedures.courseReleased": {
    failed: "The seats of the iteration {iteration} were released already.",
    expected: "One release, and another only when offers stand unanswered.",
    todo: "Read the board: what is free is open to both sides.",
  },
  "procedures.courseTooLate": {
    failed: "The substitute for the iteration {iteration} comes on {made}, too late.",
    expected: "A substitute before {before}.",
    todo: "Withdraw the nominee; the seat goes to the next on the list.",
  },
  "procedures.courseDay": {
    failed: "{got} is no day for this on {made}.",
    expected: "A day that has come, from {from} to {until}.",
    todo: "Correct the day, or wait for it.",
  },
  "procedures.courseNeeded": {
    failed: "The document {document} is still needed.",
    expected: "Erasure from {from} on, or by the side that sealed it once the seat is over.",
    todo: "Wait for the day, or ask the side that sealed it.",
  },
} as const satisfies WordsTable;
