// Who sits before the page: the gate before every page of an accord, the lock of an idle one, signing a grave step, and
// the officer's own passkeys.

export { ConfirmGrave, type ConfirmGraveProps } from "./confirm-grave.tsx";
export { SessionGate } from "./gate.tsx";
export { session } from "./pages.ts";
