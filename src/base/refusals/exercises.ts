import type { WordsTable } from "./words.ts";

/** What the procedures `exercise` and `injects` refuse. */
export const exercisesRefusals = {
  "procedures.exercisePeriod": {
    failed: "Days from {from} to {until} are not possible.",
    expected: "A last day not before the first, and at most {longest} days.",
    todo: "Correct the dates.",
  },
  "procedures.exerciseParty": {
    failed: "{got} is no party to the accord.",
    expected: "One of {parties}.",
    todo: "Correct the party.",
  },
  "procedures.exerciseNumber": {
    failed: "{got} does not begin with the mark of the party that gives it.",
    expected: "A number that begins with {prefix}.",
    todo: "Number it anew.",
  },
  "procedures.exerciseSameNumber": {
    failed: "The number {got} stands for something else already.",
    expected: "Each number once.",
    todo: "Give it another number.",
  },
  "procedures.exerciseOtherText": {
    failed: "The text was changed meanwhile: this names {got}.",
    expected: "The text that stands now, {expected}.",
    todo: "Read the text as it stands and name that.",
  },
  "procedures.exerciseNoObjective": {
    failed: "The specification has no objective {got}.",
    expected: "One of {objectives}.",
    todo: "Carry the lesson into an objective that there is.",
  },
  "procedures.exerciseHeld": {
    failed: "The conference {conference} has been held.",
    expected: "A conference that is still to come.",
    todo: "Call another conference.",
  },
  "procedures.exerciseNoConference": {
    failed: "{got} is no conference of the kinds {kinds} that is to come.",
    expected: "One that is called and not held: {open}.",
    todo: "Call the conference first, or correct its number.",
  },
  "procedures.exerciseTimes": {
    failed: "Times from {from} to {until} are not possible.",
    expected: "An end after the beginning.",
    todo: "Correct the times.",
  },
  "procedures.exerciseOutside": {
    failed: "The plan runs from {from} to {until}.",
    expected: "Times on the exercise’s days, {first} to {last}.",
    todo: "Correct the times, or put the exercise off to other days.",
  },
  "procedures.exerciseNoTask": {
    failed: "{got} is no open task of this party.",
    expected: "One of {open}.",
    todo: "Correct the number of the task.",
  },
  "procedures.exerciseHasList": {
    failed: "This puts a main events list in the place of {got}.",
    expected: "Another list in the place of the one that there is: {dossier}.",
    todo: "Write into the list that there is, or name it as the one replaced.",
  },
  "procedures.exerciseNotReady": {
    failed: "Readiness is not declared for {missing}.",
    expected: "Every point of the list.",
    todo: "Make ready what is missing, then declare the whole.",
  },
  "procedures.exerciseNotYet": {
    failed: "The exercise would begin before its first day; this was made at {made}.",
    expected: "A start on or after {from}.",
    todo: "Wait for the day, or put the exercise to other days.",
  },
  "procedures.exerciseInterruption": {
    failed: "This resumes after the interruption {got}.",
    expected: "The latest interruption, {expected}.",
    todo: "Look at what interrupted the exercise since, and name that.",
  },
  "procedures.exerciseImpression": {
    failed: "{side} has given its first impression.",
    expected: "One first impression from each party.",
    todo: "Put what is missing into the report.",
  },
  "procedures.exerciseObjectives": {
    failed: "The report speaks of the objectives {got}.",
    expected: "Each objective of the specification once: {expected}.",
    todo: "Report on every objective.",
  },
  "procedures.exerciseNoLesson": {
    failed: "There is no observation or lesson {got}.",
    expected: "The number of an observation of this exercise.",
    todo: "Look up the number and correct it.",
  },
  "procedures.exerciseLessonStage": {
    failed: "The lesson {lesson} is {stage}.",
    expected: "A lesson that is {expected}.",
    todo: "Take the step that the lesson waits for.",
  },
  "procedures.exerciseLessonSide": {
    failed: "{side} does not make this step for the lesson {lesson}.",
    expected: "Who observed it analyses it, who is tasked remedies it, and the other party validates.",
    todo: "Leave the step to the other party.",
  },
  "procedures.exerciseNotAnalysed": {
    failed: "Nobody has analysed the observations {lessons}.",
    expected: "Each observation rejected, or identified as a lesson.",
    todo: "Analyse them first.",
  },
  "procedures.exerciseOpenLessons": {
    failed: "The closing names the open lessons {got}.",
    expected: "Every lesson still under way: {expected}.",
    todo: "Name every one of them, so that none is lost.",
  },
  "procedures.injectNumber": {
    failed: "{got} does not begin with the mark of the party that writes it.",
    expected: "A number that begins with {prefix}.",
    todo: "Number the row anew.",
  },
  "procedures.injectSameRow": {
    failed: "The number {got} stands for another row.",
    expected: "Each number once in the whole list.",
    todo: "Give the row another number, or name the text that it changes.",
  },
  "procedures.injectNoRow": {
    failed: "The list has no row {got}.",
    expected: "The number of a row of this list.",
    todo: "Look up the row and correct the number.",
  },
  "procedures.injectNotOwn": {
    failed: "The row {row} was written by {by}.",
    expected: "A row of one’s own.",
    todo: "Return it to its author with a reason, or write a row beside it.",
  },
  "procedures.injectOwnReview": {
    failed: "The inject {inject} was written by {by}, who would review it.",
    expected: "A review by the other party.",
    todo: "Leave the review to the other party.",
  },
  "procedures.injectOtherText": {
    failed: "The row {row} was changed meanwhile: this names {got}.",
    expected: "The text that stands now, {expected}.",
    todo: "Read the row as it stands and name that.",
  },
  "procedures.injectStage": {
    failed: "The inject {inject} is {stage}.",
    expected: "An inject that is {expected}.",
    todo: "Take the step that the inject waits for.",
  },
  "procedures.injectParent": {
    failed: "The row {row} hangs from {got}, which is not in the list.",
    expected: "An objective for an event, an event for an incident, an incident for an inject.",
    todo: "Write what it hangs from first, or in the same act.",
  },
  "procedures.injectHangs": {
    failed: "The row {row} would hang from nothing.",
    expected: "Rows from which nothing hangs.",
    todo: "Drop what hangs from it first, or in the same act.",
  },
  "procedures.injectAudience": {
    failed: "The inject {inject} is played to {got}.",
    expected: "A party to the accord: {parties}.",
    todo: "Correct the audience.",
  },
  "procedures.injectNotAudience": {
    failed: "The inject {inject} is played to {audience}.",
    expected: "An acknowledgement or answer by the party it is played to.",
    todo: "Leave it to the other party.",
  },
  "procedures.injectLength": {
    failed: "The list would have {count} rows of one rank.",
    expected: "At most {most}.",
    todo: "Put rows together, or keep a second exercise’s rows out.",
  },
  "procedures.injectsEmpty": {
    failed: "The list has no inject.",
    expected: "At least one.",
    todo: "Write injects first.",
  },
  "procedures.injectsOpen": {
    failed: "{count} injects are not that far: {injects}.",
    expected: "Every inject {expected}.",
    todo: "Take each of them on, or leave it out.",
  },
  "procedures.injectsVersion": {
    failed: "The list was changed meanwhile: this names {got}.",
    expected: "The list that stands now, {expected}.",
    todo: "Read the list as it stands and name that.",
  },
  "procedures.injectsStop": {
    failed: "This resumes after the stop {got}.",
    expected: "The latest stop, {expected}.",
    todo: "Look at what stopped the play since, and name that.",
  },
} as const satisfies WordsTable;
