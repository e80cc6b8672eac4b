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
} as const satisfies WordsTable;
