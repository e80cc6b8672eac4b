import type { WordsTable } from "./words.ts";

/** What the engine of the room `procedures` refuses; what one procedure refuses stands in a file of its own. */
export const proceduresRefusals = {
  "procedures.unknownProcedure": {
    failed: "No procedure is called {got}.",
    expected: "one of {procedures}.",
    todo: "Check the name and the version; a newer version may need a newer Entente on this side.",
  },
  "procedures.unknownStep": {
    failed: "The procedure {procedure} has no step {got}.",
    expected: "one of {steps}.",
    todo: "Choose one of these steps.",
  },
  "procedures.badBody": {
    failed: "The form's field {path} is not as it should be: {problem}.",
    expected: "the fields of the step's form, as the API and docs/procedures give them.",
    todo: "Correct the field and send it again; nothing was registered.",
  },
  "procedures.alreadyOpen": {
    failed: "The dossier {dossier} is open already.",
    expected: "an opening step only as a dossier's first act.",
    todo: "Make one of the dossier's next steps, or open another dossier.",
  },
  "procedures.openingNamesItself": {
    failed: "The opening act {act} names the dossier {dossier}.",
    expected: "an opening act whose dossier is its own id.",
    todo: "Give the dossier the id of the act that opens it.",
  },
  "procedures.noDossier": {
    failed: "No dossier {dossier} has been opened.",
    expected: "a dossier that an effective act has opened.",
    todo: "Open the dossier first, or check its id.",
  },
  "procedures.otherProcedure": {
    failed: "The dossier {dossier} belongs to the procedure {expected}, and the act names {got}.",
    expected: "an act of the dossier's own procedure and version.",
    todo: "Name the dossier's procedure.",
  },
  "procedures.wrongState": {
    failed: "The step {step} cannot be made while the dossier is {state}.",
    expected: "the dossier to be in one of: {from}.",
    todo: "What your side can do now: {possible}.",
  },
  "procedures.wrongSide": {
    failed: "The step {step} is not {side}'s to make.",
    expected: "the side that is {mover} in this dossier.",
    todo: "Wait for the other side, or choose one of your own next steps.",
  },
  "procedures.alreadyMade": {
    failed: "{side} has already made its part of {step}.",
    expected: "the other side's part.",
    todo: "Wait for the other side.",
  },
  "procedures.notTheSame": {
    failed: "What is given for {step} is not what {side} gave in the act {other}.",
    expected: "the same content from both sides.",
    todo: "Compare both acts; agree on one text and make the step again.",
  },
  "procedures.tooManyActs": {
    failed: "The dossier holds {acts} acts.",
    expected: "at most {limit} acts in one dossier.",
    todo: "Close this dossier and continue in a new one.",
  },
  "procedures.otherAccord": {
    failed: "The act names the accord {got}.",
    expected: "the accord {expected}, in whose register it stands.",
    todo: "Send the act to the accord it names.",
  },
  "procedures.otherParty": {
    failed: "The act is in {register}'s register and names the party {got}.",
    expected: "acts of {register} only.",
    todo: "Each side registers its own acts.",
  },
  "procedures.unknownService": {
    failed: "{party} has designated no service {service}.",
    expected: "a service that a designation of this register, before the act, named.",
    todo: "Designate the service first.",
  },
  "procedures.withdrawnService": {
    failed: "{party} has withdrawn the designation of its service {service}.",
    expected: "a service whose designation stands.",
    todo: "Let another service act, or designate it anew.",
  },
  "procedures.unknownFunction": {
    failed: "The service {service} has no function {function}.",
    expected: "one of {functions}.",
    todo: "Designate the function, or act in one that is designated.",
  },
  "procedures.outsideDomains": {
    failed: "The service {service} is not designated for {domain}.",
    expected: "a service designated for {domain}.",
    todo: "Extend its designation, or let the service act that is designated for it.",
  },
  "procedures.notSigned": {
    failed: "No signature on the act verifies with a key of {service} that is valid at this point.",
    expected: "the signature of the service with one of its present keys.",
    todo: "Sign with the key that the latest designation published; a revoked key counts no more.",
  },
  "procedures.notSignedByOfficer": {
    failed: "The step {step} is grave and carries no valid signature of an officer in the function {function}.",
    expected: "a second signature, with a key designated for {function} in {service}.",
    todo: "Let the officer sign the act with the designated key.",
  },
  "procedures.registryOnly": {
    failed: "The service {service} cannot make this act.",
    expected: "the service registry, which each side's card names.",
    todo: "Make designations through the registry.",
  },
  "procedures.noArticle": {
    failed: "The act rests on {got}, and none of it authorises {domain}.",
    expected: "at least one of the articles that do: {needed}.",
    todo: "Name the article; if there is none, the accord must be amended first.",
  },
  "procedures.articleMissing": {
    failed: "The accord has no article {article}.",
    expected: "articles of the agreed text.",
    todo: "Correct the article's number.",
  },
  "procedures.notInForce": {
    failed: "The article {article} is not in force on {at}.",
    expected: "an article in force or provisionally applied; {inForce}.",
    todo: "Wait for the entry into force, or agree on provisional application.",
  },
  "procedures.noAccord": {
    failed: "There is no agreed accord yet that the act could rest on.",
    expected: "an accord signed by both sides.",
    todo: "Bring the accord into force first.",
  },
  "procedures.datedAhead": {
    failed: "The act is dated {at}, more than a day ahead of the clock of the side that received it, {contested}.",
    expected: "a date not more than a day ahead of the other side's clock.",
    todo: "Set the clock right and make the act again.",
  },
  "procedures.repeatedId": {
    failed: "The act's id {id} already stands at leaf {index} of the same register.",
    expected: "an id of its own for every act.",
    todo: "Give the act a new id.",
  },
} as const satisfies WordsTable;
