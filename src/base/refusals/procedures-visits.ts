import type { WordsTable } from "./words.ts";

/** What the procedures `visit` and `programme` refuse. */
export const visitsRefusals = {
  "procedures.visitDates": {
    failed: "A visit from {from} to {until} is not possible.",
    expected: "A last day not before the first, and at most {longest} days.",
    todo: "Correct the dates.",
  },
  "procedures.visitOverLimits": {
    failed: "The request is for {visitors} visitors, {sites} sites and {days} days.",
    expected: "At most {visitorsMax} visitors, {sitesMax} sites and {daysMax} days in one request.",
    todo: "Send it in {parts} requests: {how}.",
  },
  "procedures.visitOpening": {
    failed: "The subject in the language {language} does not begin as that of a recurring visit.",
    expected: "One of these openings: {openings}.",
    todo: "Begin the subject with these words, or ask for a one-time visit.",
  },
  "procedures.visitNotEmergency": {
    failed: "An ordinary request calls itself an emergency.",
    expected: "A one-time or a recurring visit.",
    todo: "Open an emergency, with the reason and the host's contact who confirmed it.",
  },
  "procedures.visitWriteUp": {
    failed: "The request is of the type {type}; sites left out: {sites}; visitors left out or changed: {visitors}.",
    expected: "A request of the type emergency that covers every site and visitor of the emergency.",
    todo: "Complete the request.",
  },
  "procedures.visitWrittenUp": {
    failed: "No emergency of this dossier waits to be written up.",
    expected: "A confirmed emergency without its request.",
    todo: "Correct the amendment, or open another request.",
  },
  "procedures.visitNotWrittenUp": {
    failed: "The emergency has not been written up as a request.",
    expected: "The request first, sent and answered.",
    todo: "Write the emergency up, then make this step.",
  },
  "procedures.visitLevelRaise": {
    failed: "The amendment raises the level from {level} to {got}.",
    expected: "The approved level or a lower one: an amendment never raises it.",
    todo: "Open a new request at the higher level.",
  },
  "procedures.visitNumberTaken": {
    failed: "In this dossier {taken} already stands for another visitor or site.",
    expected: "A number for each person and a code for each site that were never used for another.",
    todo: "Give the new visitor or site a number or code of its own.",
  },
  "procedures.visitAmendedLists": {
    failed: "The amendment would leave {visitors} visitors and {sites} sites, some of them twice or none at all.",
    expected: "At least one visitor and one site, each once.",
    todo: "Correct what is added and dropped, or cancel the visit.",
  },
  "procedures.visitEffectiveFrom": {
    failed: "The amendment is needed from {effectiveFrom}, outside the visit.",
    expected: "A day from {from} to {until}.",
    todo: "Give the first day of the visit on which the change is needed.",
  },
  "procedures.visitClearance": {
    failed: "These visitors are not shown as cleared to {level} until {until}: {visitors}.",
    expected: "For each visitor a clearance of that level or a higher one, valid on the last day.",
    todo: "Renew or confirm the clearances, lower the level, or leave these visitors out.",
  },
  "procedures.visitOtherVersion": {
    failed: "The act is about the version {got}.",
    expected: "The version under way, {expected}.",
    todo: "Read the present version and make the step for it.",
  },
  "procedures.visitLate": {
    failed: "The visit is needed from {from}, and {host} asks for {workingDays} working days for the type {type}.",
    expected: "Sending before {before}, which is {beforeThere} on this side's clock.",
    todo: "Move the dates, or use the emergency path if the normal delay was impossible.",
  },
  "procedures.visitUnknownSite": {
    failed: "Not sites of this request: {got}.",
    expected: "The sites of the version under way: {sites}.",
    todo: "Correct the site's code.",
  },
  "procedures.visitUnknownVisitor": {
    failed: "Not visitors of the version that counts here: {got}.",
    expected: "Numbers on its list of visitors.",
    todo: "Correct the number; a visitor who is not on the list needs an amendment.",
  },
  "procedures.visitLimitDays": {
    failed: "The limit allows {from} to {until}.",
    expected: "Days within those asked for, {first} to {last}.",
    todo: "Narrow the days; other days need an amendment of the requester.",
  },
  "procedures.visitLimitLevel": {
    failed: "The limit allows the level {got}.",
    expected: "The level asked for, {level}, or a lower one.",
    todo: "Lower the level of the limit.",
  },
  "procedures.visitGateNotTold": {
    failed: "No gate was told of the approval for {sites}.",
    expected: "A gate and its function for every site that approved.",
    todo: "Tell the gates, then name them in the notice.",
  },
  "procedures.visitNotDeferred": {
    failed: "The site {site} has no deferred decision to settle; it has {held}.",
    expected: "A decision other than deferred, for a site whose decision is deferred.",
    todo: "Check the site; an approval that was notified can only be withdrawn.",
  },
  "procedures.visitNotApproved": {
    failed: "No approval holds for {sites}.",
    expected: "A site with an approval that was notified and not withdrawn.",
    todo: "Check the site's decision.",
  },
  "procedures.visitNotAdmitted": {
    failed: "The approval of {site} does not admit the visitors {visitors}.",
    expected: "Visitors whom the limits of the approval name.",
    todo: "Turn them away and log that, or have the requester ask for an amendment.",
  },
  "procedures.visitOtherDay": {
    failed: "The date {date} is not a day of the visit to {site}.",
    expected: "A day from {from} to {until}.",
    todo: "Turn the visitor away and log that, or have the requester ask for an amendment.",
  },
  "procedures.visitAhead": {
    failed: "{what} is dated {at}, later than this act.",
    expected: "An instant that has passed.",
    todo: "Correct the time, or make the act when it has happened.",
  },
  "procedures.visitBriefingLevel": {
    failed: "These topics are above the level of the approval, {level}: {topics}.",
    expected: "Topics at that level or below.",
    todo: "Correct the level; if it was disclosed all the same, report it as a breach of security.",
  },
  "procedures.visitOutcome": {
    failed: "The visit is closed as {outcome}, and the gates logged {entries} entries.",
    expected: "Held when somebody entered, not held when nobody did.",
    todo: "Enter the missing passages, or correct the outcome.",
  },
  "procedures.programmeDates": {
    failed: "The dates {from} to {until} are not possible.",
    expected: "A last day not before the first, and at most {longest} days.",
    todo: "Correct the dates.",
  },
  "procedures.programmeOtherDates": {
    failed: "The answer is for {got}.",
    expected: "The dates the other side proposed: {expected}.",
    todo: "Accept these, or propose others.",
  },
  "procedures.programmeOtherDay": {
    failed: "These engagements lie outside the agreed dates: {engagements}.",
    expected: "Days from {from} to {until}.",
    todo: "Move them, or propose other dates first.",
  },
  "procedures.programmeOtherVersion": {
    failed: "The act is on the version {got}.",
    expected: "The latest version, {expected}.",
    todo: "Read the latest version and make the step on it.",
  },
  "procedures.programmeNoVersion": {
    failed: "There is no programme to agree on.",
    expected: "At least one version tabled.",
    todo: "Table the programme first.",
  },
  "procedures.programmeClash": {
    failed:
      "{from} and {to} clash: {gap} minutes between the starts, {length} for the first, {movement} for the movement.",
    expected: "Enough time, or the clash acknowledged by both sides; {missing} minutes are missing.",
    todo: "Shorten the first, start it earlier, move the second later, or acknowledge the clash.",
  },
  "procedures.programmeNoClash": {
    failed: "The act acknowledges a clash between {from} and {to}, and there is none.",
    expected: "Exactly the clashes of this version.",
    todo: "Leave it out.",
  },
  "procedures.programmeLength": {
    failed: "The programme would have {got} engagements.",
    expected: "1 to {most}.",
    todo: "Split the programme, or keep at least one engagement.",
  },
  "procedures.programmeSameEngagement": {
    failed: "The programme already has an engagement {id}.",
    expected: "An id of its own for each engagement.",
    todo: "Give the new engagement another id, or change the one that is there.",
  },
  "procedures.programmeNoEngagement": {
    failed: "The programme has no engagement {got}.",
    expected: "One of {engagements}.",
    todo: "Correct the id.",
  },
  "procedures.programmeName": {
    failed: "The delegation names persons without public office, at the places {places}.",
    expected: "Functions; a name only for a holder of public office, marked as such.",
    todo: "Give the function alone, and the personal details in the sealed document.",
  },
  "procedures.programmeNoRequest": {
    failed: "No request waits under the numbers {got}.",
    expected: "Requests of the visitor without an answer: {open}.",
    todo: "Correct the numbers.",
  },
  "procedures.programmeNoAdvanceVisit": {
    failed: "No advance visit waits for this side's answer.",
    expected: "An advance visit the other side proposed, not yet answered.",
    todo: "Propose one, or wait for the other side.",
  },
  "procedures.programmeNoMove": {
    failed: "Note is taken up to the move {got}.",
    expected: "A move from {first} to {last}.",
    todo: "Give the number of the latest move that was read.",
  },
} as const satisfies WordsTable;
