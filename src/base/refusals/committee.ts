import type { WordsTable } from "./words.ts";

/** What the procedure `committee` refuses. */
export const committeeRefusals = {
  "procedures.committeeDates": {
    failed: "A session from {from} to {until} is not possible.",
    expected: "A last day not before the first, and at most {longest} days.",
    todo: "Correct the dates.",
  },
  "procedures.committeeLanguage": {
    failed: "The session would adopt its conclusions in {got}.",
    expected: "Languages of the accord: {languages}.",
    todo: "Leave out what is no language of the accord.",
  },
  "procedures.committeeOtherDates": {
    failed: "This accepts the dates {got}.",
    expected: "The dates that stand proposed, {expected}.",
    todo: "Accept those dates, or propose others.",
  },
  "procedures.committeeName": {
    failed: "The delegation names persons at the places {places} who hold no public office.",
    expected: "Functions; a name only of a holder of public office.",
    todo: "Give the function and leave the name out.",
  },
  "procedures.committeeNumber": {
    failed: "{got} does not begin with the mark of the party that brings it in.",
    expected: "A number that begins with {prefix}.",
    todo: "Number it anew.",
  },
  "procedures.committeeSameItem": {
    failed: "The number {got} stands for something else in this session.",
    expected: "Each number once.",
    todo: "Give it another number.",
  },
  "procedures.committeeLength": {
    failed: "The agenda is full.",
    expected: "At most {most} items.",
    todo: "Put related items together.",
  },
  "procedures.committeeNoItem": {
    failed: "The agenda has no item {got}.",
    expected: "The number of an item of this session.",
    todo: "Look up the item in the agenda and correct the number.",
  },
  "procedures.committeeNotOwn": {
    failed: "The item {item} was brought in by {by}.",
    expected: "An item of one's own.",
    todo: "Ask the other party to change it, or bring in an item beside it.",
  },
  "procedures.committeeOtherText": {
    failed: "What is written of {item} was changed meanwhile: this names {got}.",
    expected: "The text that stands now, {expected}.",
    todo: "Read the text as it stands and change that.",
  },
  "procedures.committeeOrder": {
    failed: "The order of the agenda names {got}.",
    expected: "Every item once: {expected}.",
    todo: "Correct the order.",
  },
  "procedures.committeeOtherAgenda": {
    failed: "This names the agenda {got}.",
    expected: "The agenda that stands now, {expected}.",
    todo: "Read the agenda as it stands, then freeze that.",
  },
  "procedures.committeeNotYet": {
    failed: "The session was opened at {made}, before its first day.",
    expected: "A time on {from} or after.",
    todo: "Wait for the day, or agree on other dates.",
  },
  "procedures.committeeOwner": {
    failed: "The action {action} is owed by {got}, which is no party to the accord.",
    expected: "One of {parties}.",
    todo: "Name the party that owes it.",
  },
  "procedures.committeeNoMinutes": {
    failed: "Nothing has been written of the session.",
    expected: "The minutes of at least one item.",
    todo: "Draft the minutes, then adopt them.",
  },
  "procedures.committeeMissing": {
    failed: "Under the item {item}, {id} has no text in the language {language}.",
    expected: "Every decision and action in each language of the session.",
    todo: "Add the text in that language.",
  },
  "procedures.committeeOtherMinutes": {
    failed: "In the language {language} this adopts the minutes {got}.",
    expected: "The minutes that stand now, {expected}.",
    todo: "Read the minutes as they stand in that language, then adopt those.",
  },
  "procedures.committeeNoAction": {
    failed: "No action {got} is open for this.",
    expected: "One of these actions: {open}.",
    todo: "Name an action that is not done.",
  },
  "procedures.committeeNotLater": {
    failed: "For the action {action} the day {got} is asked for.",
    expected: "A later day than {due}.",
    todo: "Ask for a later day, or report what was done.",
  },
  "procedures.committeeNotAsked": {
    failed: "Nobody asked for a later day for the action {action}.",
    expected: "A request of the action's owner that has no answer.",
    todo: "Wait for a request.",
  },
  "procedures.committeeCarried": {
    failed: "The session would close and carry over {got}.",
    expected: "Every action that is not done, and no other: {expected}.",
    todo: "Name the open actions, or have them done first.",
  },
} as const satisfies WordsTable;
