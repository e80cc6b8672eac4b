// The door of incidents, for the rest of this room.

export { examples as incidentExamples } from "./examples.ts";
export { type IncidentData, incidentProcedure } from "./incident.ts";
