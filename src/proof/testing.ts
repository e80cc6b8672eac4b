// The door for tests: registers whose acts can be proved.

export { key, partyOf, TestRegister } from "./testing/register.ts";
