import type { WordsTable } from "./words.ts";

/** What the channels between services refuse, and the labels of the documents that go by them. */
export const channelsRefusals = {
  "procedures.noEquivalence": {
    failed:
      "A document bears {level} of the policy {policy}, and no table in force on {at} says what that is in {accord}.",
    expected: "a level of {accord}, or one that a table adopted by both sides relates to it.",
    todo: "Have both security authorities adopt a table, or label the document in the accord's policy.",
  },
  "procedures.documentAboveAct": {
    failed: "The document {digest} is {level}, and the act that names it only {act}.",
    expected: "an act whose label dominates every document it names.",
    todo: "Label the act as high as its documents, or have the originator lower the document.",
  },
  "procedures.documentMarking": {
    failed: "The document {digest} asks for the markings {missing}, which the act does not bear.",
    expected: "an act that bears every marking of its documents among its caveats.",
    todo: "Add the markings to the act's label.",
  },
  "procedures.documentNotReleasable": {
    failed: "The document {digest} is releasable to {releasableTo}, and the act to {to} as well.",
    expected: "an act released no wider than any document it names.",
    todo: "Narrow the act's releasability, or have the originator widen the document's.",
  },
  "procedures.equivalenceDates": {
    failed: "The table would hold from {from} to {until}.",
    expected: "a last day not before the first.",
    todo: "Correct the dates.",
  },
  "procedures.equivalencePolicy": {
    failed: "The policy {policy} cannot stand in the table: {problem}.",
    expected: "each side's own policies, each once, beside the accord's.",
    todo: "Correct the list of policies.",
  },
  "procedures.equivalenceNames": {
    failed: "In the policy {policy} these have no name: {missing}.",
    expected: "every level and marking named in each language of the accord; a name is never translated.",
    todo: "Ask the side whose policy it is for the names, and table the table again.",
  },
  "procedures.equivalenceRow": {
    failed: "Row {number} cannot stand: {problem}.",
    expected: "rows between two policies of the table, each direction of a level once for each caveat.",
    todo: "Correct the row.",
  },
  "procedures.equivalenceOtherTable": {
    failed: "The act adopts the table {got}.",
    expected: "the table that lies there: {expected}.",
    todo: "Compare the tables; one of you reads another one.",
  },
  "procedures.equivalenceNotSuperseded": {
    failed: "The dossier {by} holds no adopted table that supersedes {dossier}.",
    expected: "a table that both sides have adopted and that names this dossier under supersedes.",
    todo: "Adopt the new table first.",
  },
  "procedures.channelSides": {
    failed: "The {what} are given for {got}.",
    expected: "one for each of {parties}.",
    todo: "Complete the form.",
  },
  "procedures.channelNotReleasable": {
    failed: "The channel would be releasable to {releasableTo} and not to {missing}.",
    expected: "both parties at least.",
    todo: "Add the missing party.",
  },
  "procedures.channelNoArticle": {
    failed: "The articles {missing} do not allow a channel now.",
    expected: "articles in force that allow intelligence cooperation: {needed}.",
    todo: "Name one of these; where there is none, the accord must be amended or enter into force first.",
  },
  "procedures.channelNoService": {
    failed: "The service {service} of {party} cannot be an end of the channel: it lacks {missing}.",
    expected: "a service of each side that is designated for intelligence.",
    todo: "Designate the service, or wait until the other side's designation has arrived.",
  },
  "procedures.channelLevel": {
    failed: "The accord's policy has no level {got}.",
    expected: "one of {levels}.",
    todo: "Choose one of these levels.",
  },
  "procedures.channelAboveCap": {
    failed: "The channel's cap {got} is above {cap}, the cap of {from}.",
    expected: "a cap not above that of the founding or of any article named.",
    todo: "Lower the channel's cap, or name articles that allow it.",
  },
  "procedures.channelOtherProposal": {
    failed: "The act confirms the proposal {got}.",
    expected: "the proposal of this dossier: {expected}.",
    todo: "Read the proposal again; one of you reads another one.",
  },
  "procedures.channelSuspended": {
    failed: "{side} has suspended the channel already.",
    expected: "each side to suspend it once.",
    todo: "Nothing more is needed; it stays suspended until you resume it.",
  },
  "procedures.channelNotSuspended": {
    failed: "{side} has not suspended the channel.",
    expected: "whoever suspended it to resume it: {by}.",
    todo: "Ask the other side to resume it.",
  },
  "procedures.noChannel": {
    failed: "There is no channel {got}.",
    expected: "a channel that both sides have confirmed, as far as you have seen: {channels}.",
    todo: "Open the channel first, or correct the dossier's id.",
  },
  "procedures.channelNotOpen": {
    failed: "The channel {channel} is {state}.",
    expected: "an open channel.",
    todo: "Have it resumed, or use another channel.",
  },
  "procedures.channelOtherService": {
    failed: "The act is made by the service {got}.",
    expected: "your side's end of the channel: {expected}.",
    todo: "Let that service make the act.",
  },
  "procedures.channelOtherArticle": {
    failed: "The act rests on {got}.",
    expected: "at least one of the articles that allow the channel: {articles}.",
    todo: "Name the article.",
  },
  "procedures.aboveChannelCap": {
    failed: "The level {got} is above the cap {cap}.",
    expected: "a level at or below {cap}.",
    todo: "Send it by a channel whose cap allows it, or have the originator lower it.",
  },
  "procedures.channelReleasability": {
    failed: "The act is releasable to {beyond}, which the channel is not.",
    expected: "a releasability within the channel's: {releasableTo}.",
    todo: "Narrow the label, or have both sides widen the channel.",
  },
  "procedures.documentUnknown": {
    failed: "The dossier has carried no such documents: {documents}.",
    expected: "documents that an act of this dossier sent.",
    todo: "Correct the digests.",
  },
  "procedures.notOriginator": {
    failed: "The documents {documents} are {originator}'s.",
    expected: "the side that sent a document to lower, correct or recall it.",
    todo: "Ask the originator.",
  },
  "procedures.ownDocument": {
    failed: "The documents {documents} are of your own side.",
    expected: "documents of the other side, for opening and for destruction.",
    todo: "Name documents you have received.",
  },
  "procedures.documentDestroyed": {
    failed: "The documents {documents} are destroyed.",
    expected: "documents that are still held.",
    todo: "Nothing more can be made of them; the register keeps the proof.",
  },
  "procedures.documentHeld": {
    failed: "The side whose act it is holds the document {digest} for a reason ({reason}).",
    expected: "an act that erases nothing its own side holds.",
    todo: "Lift the hold {hold} with a reason, or wait until it ends.",
  },
  "procedures.documentOpened": {
    failed: "The documents {documents} have been opened before.",
    expected: "documents your side opens for the first time; who opens them again is in the access log.",
    todo: "Nothing is needed.",
  },
  "procedures.documentSuperseded": {
    failed: "The documents {documents} have been corrected before.",
    expected: "documents that are still valid.",
    todo: "Name the documents that took their place.",
  },
  "procedures.documentRecalled": {
    failed: "The documents {documents} are recalled already.",
    expected: "documents that are not recalled, or whose destruction was refused.",
    todo: "Wait for the answer to the recall.",
  },
  "procedures.documentNotRecalled": {
    failed: "The documents {documents} have not been recalled.",
    expected: "documents whose originator has recalled them.",
    todo: "Name the recalled documents; what is kept no longer goes by the rules of retention.",
  },
  "procedures.destructionRefused": {
    failed: "The destruction of the documents {documents} is refused already.",
    expected: "each refusal once.",
    todo: "Attest the destruction when it has been done.",
  },
  "procedures.notLower": {
    failed: "The document {digest} is {before}, and {after} as given is not lower.",
    expected: "a lower level of the same policy, or the same with fewer caveats, releasable to the same.",
    todo: "Correct the label; a higher one needs a correction that puts another document in its place.",
  },
  "procedures.requestPast": {
    failed: "The {what} is {got}, and the act is made on {made}.",
    expected: "a time that lies ahead.",
    todo: "Correct the time.",
  },
  "procedures.requestAboveAccepted": {
    failed: "The document {digest} is {level}, and the requester can take {highest} at most.",
    expected: "an answer at or below that level.",
    todo: "Answer at that level, or answer that what there is cannot be released.",
  },
  "procedures.requestRedirection": {
    failed: "The request cannot be redirected to {got}.",
    expected: "another service that your side has designated: {services}.",
    todo: "Name one of these, or reject the request with a reason.",
  },
  "procedures.requestReopened": {
    failed: "The request has been reopened once.",
    expected: "one reopening.",
    todo: "Close it with your feedback and make a new request.",
  },
  "procedures.requestOtherAnswer": {
    failed: "The receipt names the answer {got}.",
    expected: "the last answer given: {expected}.",
    todo: "Correct the digest; where there were no holdings leave it out.",
  },
  "procedures.requestUnreasoned": {
    failed: "The answer is assessed as {satisfaction}, and no reason is given.",
    expected: "a reason, unless the answer satisfies.",
    todo: "Say what is missing.",
  },
  "procedures.releaseNotAsked": {
    failed: "The consent names documents that were not asked for: {documents}.",
    expected: "documents of the request: {asked}.",
    todo: "Correct the digests; a sanitised version is granted by the step of that name.",
  },
  "procedures.releaseNotGranted": {
    failed: "The documents {documents} may not be passed on.",
    expected: "documents the originator has granted: {granted}.",
    todo: "Pass on only what was granted; ask anew for the rest.",
  },
  "procedures.releaseEnded": {
    failed: "The consent ended at {until}.",
    expected: "a passing on while the consent holds.",
    todo: "Ask anew.",
  },
  "procedures.incidentDates": {
    failed:
      "The incident is said to have begun at {since} and been discovered at {discovered}; the act is made at {made}.",
    expected: "a beginning, a discovery and a report in this order.",
    todo: "Correct the times.",
  },
  "procedures.incidentOutcome": {
    failed: "The close names the outcome {got}.",
    expected: "the outcome of the findings: {expected}.",
    todo: "Correct it, or have the findings made anew.",
  },
  "procedures.retentionPast": {
    failed: "The hold would end at {until}, and the act is made at {made}.",
    expected: "an end that lies ahead, or none.",
    todo: "Correct the end of the hold.",
  },
  "procedures.retentionNotEnded": {
    failed: "The dossier is said to have ended at {endedAt}, and the act is made at {made}.",
    expected: "a dossier that has come to its end.",
    todo: "Wait until it has.",
  },
} as const satisfies WordsTable;
