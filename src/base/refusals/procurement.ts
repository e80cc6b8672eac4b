import type { WordsTable } from "./words.ts";

/** What the procedures `procurement`, `end-use` and `offset` refuse. */
export const procurementRefusals = {
  "procedures.noGoodsLine": {
    failed: "There is no line {got} here.",
    expected: "One of {lines}.",
    todo: "Look up the line and correct its number.",
  },
  "procedures.quantityBeyond": {
    failed: "{got} units of the line {line} are more than there can be.",
    expected: "At most {most}.",
    todo: "Correct the quantity; if another act has changed it meanwhile, read the dossier again.",
  },
  "procedures.endUseExpired": {
    failed: "The certificate would hold until {got}, which is over on {made}.",
    expected: "A last day that has not ended.",
    todo: "Correct the date.",
  },
  "procedures.endUseOther": {
    failed: "The act names the certificate {got}, which is not the text that stands.",
    expected: "The certificate {expected}.",
    todo: "Read the certificate as it stands now and act on that.",
  },
  "procedures.endUseSameShipment": {
    failed: "The shipment {got} was drawn before.",
    expected: "A shipment that the certificate does not know yet.",
    todo: "Give the shipment its own number; what was drawn twice by mistake is not drawn again.",
  },
  "procedures.endUseNoShipment": {
    failed: "No shipment {got} is on its way.",
    expected: "One of {open}.",
    todo: "Look up the shipment; what has arrived whole is not verified again.",
  },
  "procedures.endUseSameRequest": {
    failed: "The number {got} stands for another request to pass goods on.",
    expected: "A number that was not used before.",
    todo: "Number the request anew.",
  },
  "procedures.endUseNoRequest": {
    failed: "No request {got} to pass goods on waits for an answer.",
    expected: "One of {open}.",
    todo: "Look up the request and correct its number.",
  },
  "procedures.endUseUnsettled": {
    failed: "The certificate cannot be closed while {open} is open.",
    expected: "Every shipment received or given back, and every request answered.",
    todo: "Wait for the delivery or give the quantity back, and answer the request.",
  },
  "procedures.otherCurrency": {
    failed: "The amount is in {got}.",
    expected: "An amount in {expected}, the currency of this dossier.",
    todo: "Give the amount in that currency; a dossier is in one currency only.",
  },
  "procedures.caseExpiry": {
    failed: "The offer would hold until {got}.",
    expected: "A time after {after}.",
    todo: "Correct the time.",
  },
  "procedures.caseLicenceSide": {
    failed: "A licence of the kind {kind} is not this side's to record or to withdraw.",
    expected: "An act of {owner}.",
    todo: "Ask the other side to record it.",
  },
  "procedures.caseGate": {
    failed: "On {at} the case has nothing in force for {gate}.",
    expected: "A licence of that kind that is valid then, or for goods under end-use control a certificate.",
    todo: "Record the licence, or name the certificate, before this step.",
  },
  "procedures.caseOtherOffer": {
    failed: "The act names the offer {got}, which is not the one on the table.",
    expected: "The offer {expected}.",
    todo: "Read the offer as it stands now and act on that.",
  },
  "procedures.caseSameNumber": {
    failed: "The number {got} stands for another entry of this kind.",
    expected: "A number that was not used before in this dossier.",
    todo: "Number the entry anew.",
  },
  "procedures.caseNoEntry": {
    failed: "This step cannot be about {got}.",
    expected: "One of {known}.",
    todo: "Look up the entry and its state in the dossier, and correct its number.",
  },
  "procedures.caseReceiptLines": {
    failed: "The receipt tells of the lines {got}.",
    expected: "Each line of the consignment once: {expected}.",
    todo: "Say of every line what arrived; of one that did not arrive, zero.",
  },
  "procedures.caseAmendedLine": {
    failed: "The amendment leaves {got} units of the line {line}.",
    expected: "At least {least}, which are consigned already.",
    todo: "Leave what is on its way or delivered in the case.",
  },
  "procedures.caseMoney": {
    failed: "The amount {got} {currency} is more than the case allows.",
    expected: "At most {most} {currency}.",
    todo: "Correct the amount; if the case is to be worth more, amend it first.",
  },
  "procedures.caseDeposit": {
    failed: "Of the deposit {got} {currency} are received.",
    expected: "The deposit of {expected} {currency}, or the reason to begin without it.",
    todo: "Confirm the payment when it has come, or state the exception.",
  },
  "procedures.caseStatement": {
    failed: "The account says {got} for {field}.",
    expected: "{expected}, as the dossier has it.",
    todo: "Read the account as it stands now and state that.",
  },
  "procedures.caseUnpaid": {
    failed: "{invoiced} {currency} are invoiced and {confirmed} {currency} are confirmed as paid.",
    expected: "Everything invoiced paid, and every payment confirmed.",
    todo: "Pay, or confirm what was paid, before the account is closed.",
  },
  "procedures.caseUnsupplied": {
    failed: "Not everything is supplied: {open} is open.",
    expected: "Every line consigned and received, and every discrepancy reported and answered.",
    todo: "Complete what is open, amend the case, or end it early together.",
  },
  "procedures.caseUnsettled": {
    failed: "The case cannot be ended while {open} is open.",
    expected: "Every consignment that has left received, and every discrepancy answered.",
    todo: "Receive what has left and answer the discrepancies, then end the case.",
  },
  "procedures.offsetPeriod": {
    failed: "The obligation would run from {from} to {until}.",
    expected: "A first day not after the last, and a last day that has not ended.",
    todo: "Correct the days.",
  },
  "procedures.offsetOther": {
    failed: "The act names the obligation {got}, which is not the text that stands.",
    expected: "The obligation {expected}.",
    todo: "Read the obligation as it stands now and agree to that.",
  },
  "procedures.offsetMultiplier": {
    failed: "The multiplier {got} is more than was agreed for {type}.",
    expected: "At most {most}.",
    todo: "Lower the multiplier.",
  },
  "procedures.offsetPerformed": {
    failed: "The project would have performed {got} {currency}.",
    expected: "All of it until now, at least {least} {currency} that were recorded before.",
    todo: "Give the whole amount performed since the project began, in the currency of the obligation.",
  },
  "procedures.offsetYear": {
    failed: "A claim of the project {project} for {year} waits for its decision.",
    expected: "One claim of a project in a year at a time.",
    todo: "Wait for the decision, or withdraw the claim and file it anew.",
  },
  "procedures.offsetBeyond": {
    failed: "The amount {got} {currency} is more than there can be.",
    expected: "At most {most} {currency}.",
    todo: "Correct the amount; what was performed is recorded before it is claimed.",
  },
  "procedures.offsetUnreasoned": {
    failed: "The claim {claim} is not accepted whole, and no reason is given.",
    expected: "At least one reason of the list.",
    todo: "Say why a part is not accepted.",
  },
  "procedures.offsetOpen": {
    failed: "{balance} {currency} are still owed, and of the claims {claims} waits.",
    expected: "Nothing owed or a penalty claimed, and every claim decided.",
    todo: "Decide the claims; claim the penalty if the period is over, or extend it together.",
  },
} as const satisfies WordsTable;
