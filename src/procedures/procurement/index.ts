// The door of purchases, for the rest of this room.

export { type Consignment, gatesOf, holdsAt, type ProcurementData } from "./data.ts";
export { examples as procurementExamples, otherExamples as otherProcurementExamples } from "./examples.ts";
export { type CaseLine, type CaseMoney, caseLines, caseMoney } from "./ledger.ts";
export { procurementProcedure } from "./procurement.ts";
