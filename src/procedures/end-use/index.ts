// The door of end-user certificates, for the rest of this room.

export { type Certificate, type EndUseData, type EndUseLine, endUseLines, type Shipment } from "./data.ts";
export { endUseProcedure } from "./end-use.ts";
export { examples as endUseExamples } from "./examples.ts";
