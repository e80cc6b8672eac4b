// Who sits before the page: the gate before every page of an accord.

export { SessionGate } from "./gate.tsx";
