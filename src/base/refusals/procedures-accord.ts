import type { WordsTable } from "./words.ts";

/** What the procedures of an instrument, of a designation and of a contest refuse. */
export const accordRefusals = {
  "procedures.amendsUnknown": {
    failed: "The amendment names the instrument {got}.",
    expected: "The dossier of the accord these registers hold: {expected}.",
    todo: "Name that dossier; another instrument is changed by one that supersedes it.",
  },
  "procedures.frameworkUnknown": {
    failed: "The arrangement names the framework {got}.",
    expected: "The dossier of the accord these registers hold: {expected}.",
    todo: "Name that dossier.",
  },
  "procedures.frameworkExists": {
    failed: "A framework stands already, in the dossier {dossier}.",
    expected: "A new framework only where it names the old one among those it supersedes.",
    todo: "Propose an amendment, or name that dossier under supersedes.",
  },
  "procedures.versionNumber": {
    failed: "The act speaks of version {got}.",
    expected: "Version {latest}, which is on the table, or to table text, the number after it.",
    todo: "Look at the latest version and correct the number.",
  },
  "procedures.languageTabled": {
    failed: "The text in {language} of version {version} is already on the table, from {by}.",
    expected: "Each language of a version once, from one side.",
    todo: "Table a new version with what should change.",
  },
  "procedures.partOutOfOrder": {
    failed: "The part {got} of the text in {language} is not the one awaited.",
    expected: "Part {next}: the parts in their order.",
    todo: "Send the missing part first.",
  },
  "procedures.articleTwice": {
    failed: "Article {article} is given twice.",
    expected: "Each article once in a language version.",
    todo: "Correct the numbers.",
  },
  "procedures.noBasis": {
    failed: "Changes are given to the text in {language}, and the version before {version} has no whole text in it.",
    expected: "A whole text of the version before that the changes can be made to.",
    todo: "Table the text in this language whole.",
  },
  "procedures.unknownArticle": {
    failed: "There is no article {article} in the text ({language}).",
    expected: "The number of an article of this text.",
    todo: "Correct the number.",
  },
  "procedures.badAnnex": {
    failed: "The annex does not hold together at {path}: {problem}.",
    expected: "An annex whose parts agree with each other and with the founding.",
    todo: "Correct the annex and table it again.",
  },
  "procedures.versionIncomplete": {
    failed: "Version {version} still lacks {missing}.",
    expected: "The annex, and the whole text in every language the annex names.",
    todo: "Table what is missing.",
  },
  "procedures.notConcordant": {
    failed:
      "Article {article} has {paragraphs} paragraphs in {language}, {otherParagraphs} in {other}; 0 means missing.",
    expected: "The same articles with as many paragraphs in every language.",
    todo: "Table a version in which the languages agree.",
  },
  "procedures.annexNotOfText": {
    failed: "Article {article} stands in {in} and not in {not}.",
    expected: "The same articles in the annex and in the text.",
    todo: "Table a version in which both name the same articles; an article that authorises nothing has no domains.",
  },
  "procedures.pointsOpen": {
    failed: "These points are still open: {points}.",
    expected: "A text without open points.",
    todo: "Settle each point; the side that raised it says so.",
  },
  "procedures.pointKnown": {
    failed: "There is a point {point} already.",
    expected: "A new name for each point.",
    todo: "Choose another name.",
  },
  "procedures.pointUnknown": {
    failed: "There is no point {point}.",
    expected: "One of {points}.",
    todo: "Correct the name.",
  },
  "procedures.pointNotYours": {
    failed: "The point {point} was raised by {by}.",
    expected: "The side that raised a point to settle it.",
    todo: "Ask the other side to settle it.",
  },
  "procedures.digestDiffers": {
    failed: "The digest given for {language} is {got}.",
    expected: "The digest of what stands there: {expected}.",
    todo: "Compare the texts; somebody reads another text than the one on the table.",
  },
  "procedures.alreadyRecorded": {
    failed: "It is already recorded: {what}.",
    expected: "Each such fact once.",
    todo: "Look at the act that recorded it.",
  },
  "procedures.notYet": {
    failed: "The {what} is dated {date}, and the act is made on {today}.",
    expected: "A date not later than the act.",
    todo: "Register it when it has happened, or correct the date.",
  },
  "procedures.otherText": {
    failed: "The act names the text {got}.",
    expected: "The agreed text: {expected}.",
    todo: "Compare your copy with the agreed text before you go on.",
  },
  "procedures.bothSides": {
    failed: "The {what} are given for {got}.",
    expected: "One for each of {parties}.",
    todo: "Complete the form.",
  },
  "procedures.notEveryArticle": {
    failed: "These articles are not initialled: {missing}.",
    expected: "The initials on every article of the text.",
    todo: "Add them.",
  },
  "procedures.erratumElsewhere": {
    failed: "Article {article}, paragraph {paragraph} in {language} does not read as the erratum says.",
    expected: "The words that stand there, exactly.",
    todo: "Copy them from the agreed text.",
  },
  "procedures.notAlternat": {
    failed: "The order of the parties on the original of {original} is not that of the alternat.",
    expected: "The order {expected}: each side's own original names that side first, and it signs it first.",
    todo: "Correct the order, and the printed original if it has it so.",
  },
  "procedures.otherLanguages": {
    failed: "The languages given are {got}.",
    expected: "The languages of the agreed text: {expected}.",
    todo: "Correct the languages.",
  },
  "procedures.notEmpowered": {
    failed: "For {side}, {got} signs.",
    expected: "The signatory whose powers that side has issued: {expected}.",
    todo: "Issue full powers for the signatory, or correct the function.",
  },
  "procedures.fullPowersEnded": {
    failed: "The full powers of {side} ended on {until}, before the signature.",
    expected: "Full powers that hold on the day of the signature.",
    todo: "Issue them anew.",
  },
  "procedures.itemKnown": {
    failed: "Your side's procedure already has an item {item}.",
    expected: "A new name for each item.",
    todo: "Choose another name.",
  },
  "procedures.itemUnknown": {
    failed: "Your side's procedure has no item {item}.",
    expected: "One of {items}.",
    todo: "Add the item first, with its legal basis.",
  },
  "procedures.requirementsOpen": {
    failed: "Your side's own procedure is not completed: {items}.",
    expected: "Every item done before the completion is notified.",
    todo: "Complete the items, or record the exception with the consent it needs.",
  },
  "procedures.noNoteNeeded": {
    failed: "The instrument is in force since its signature.",
    expected: "A rule of entry into force that asks for notes of completion.",
    todo: "Record the exchange of folders, or wait for the next day.",
  },
  "procedures.noNote": {
    failed: "{side} has sent no note yet.",
    expected: "A receipt of a note that has been registered.",
    todo: "Wait for the other side to register its note.",
  },
  "procedures.ownNote": {
    failed: "The note is that of {side}, which would acknowledge itself.",
    expected: "The receipt by {other}.",
    todo: "Wait for the other side.",
  },
  "procedures.otherNote": {
    failed: "The receipt names the note {got}.",
    expected: "The note {expected}.",
    todo: "Correct the number of the note.",
  },
  "procedures.receivedBeforeSent": {
    failed: "The receipt is dated {received}, and the note {sent}.",
    expected: "A receipt on the day of the note or later.",
    todo: "Correct the date.",
  },
  "procedures.beforeSignature": {
    failed: "Provisional application is to begin on {from}, and the signature was given at {signed}.",
    expected: "A beginning on the day of the signature or later.",
    todo: "Correct the date.",
  },
  "procedures.notProvisional": {
    failed: "No article is applied provisionally.",
    expected: "An instrument of which some articles are.",
    todo: "Agree on provisional application first.",
  },
  "procedures.registeredTooEarly": {
    failed: "The instrument is not in force.",
    expected: "Registration after the entry into force (Charter of the United Nations, art. 102).",
    todo: "Register it then; provisional application can be registered as such.",
  },
  "procedures.unlimited": {
    failed: "The instrument is concluded for an unlimited time.",
    expected: "An instrument with a duration, which can be prolonged.",
    todo: "There is nothing to renew.",
  },
  "procedures.noTacitRenewal": {
    failed: "The instrument does not renew itself.",
    expected: "An instrument in force whose annex says that it renews itself.",
    todo: "Let it expire, or denounce it.",
  },
  "procedures.objectionLate": {
    failed: "The period ends on {end}, and an objection had to be made before {limit}.",
    expected: "An objection before the notice begins.",
    todo: "Object to the next renewal, or denounce the instrument.",
  },
  "procedures.notYourDenunciation": {
    failed: "{side} has not denounced the instrument.",
    expected: "{by}, which did, to take it back.",
    todo: "Ask the other side.",
  },
  "procedures.supersedesItself": {
    failed: "The instrument is said to be superseded by itself.",
    expected: "The dossier of another instrument.",
    todo: "Name the instrument that took its place.",
  },
  "procedures.keyKnown": {
    failed: "The key {kid} is already in this designation.",
    expected: "A new key: none is issued twice, nor again after it was revoked.",
    todo: "Make a new key.",
  },
  "procedures.sealingKeyKnown": {
    failed: "The sealing key {recipient} is already in this designation.",
    expected: "A new key: none is issued twice, nor again after it was revoked.",
    todo: "Make a new key (`entente service sealing-key make`).",
  },
  "procedures.sealingKeyUnknown": {
    failed: "This designation has no sealing key {recipient}.",
    expected: "One of the sealing keys that this designation published.",
    todo: "Copy the key from the designation's own acts.",
  },
  "procedures.sealingKeyNotValid": {
    failed: "The sealing key {recipient} counts no more.",
    expected: "A sealing key that is neither revoked nor replaced.",
    todo: "Name the key that is in use.",
  },
  "procedures.tooManySealingKeys": {
    failed: "{count} sealing keys of the kind {kind} would count for one service.",
    expected: "At most {limit} of a kind: every document is sealed to all of them.",
    todo: "Rotate a key instead of issuing another, or revoke one that is not used.",
  },
  "procedures.noSealingKey": {
    failed: "The service {service} has no sealing key of the kind {kind} that counts.",
    expected: "A sealing key of that kind in the designation of each of the two services.",
    todo: "Have the key designated (issueSealingKey), or seal for an older age where both have such keys.",
  },
  "procedures.keyUnknown": {
    failed: "This designation has no such key: {kid}.",
    expected: "One of {kids}.",
    todo: "Correct the key's id.",
  },
  "procedures.keyNotValid": {
    failed: "The key {kid} counts no more.",
    expected: "A key that is neither revoked nor replaced.",
    todo: "Name the key that is in use.",
  },
  "procedures.kidDiffers": {
    failed: "The key is given with the id {got}.",
    expected: "Its own RFC 7638 thumbprint: {expected}.",
    todo: "Leave the id out, or correct the key.",
  },
  "procedures.lastRegistryKey": {
    failed: "The registry would be left without a key.",
    expected: "At least one key with which the side can still make designations.",
    todo: "Rotate the key: it names the new one in the same act.",
  },
  "procedures.functionKnown": {
    failed: "The service has a function {function} already.",
    expected: "A new function.",
    todo: "Change the function instead.",
  },
  "procedures.contestOwnLeaf": {
    failed: "The contest is not of a leaf of the other side: {party} would contest itself.",
    expected: "A leaf of {other}.",
    todo: "Correct an act of your own by another act.",
  },
} as const satisfies WordsTable;
