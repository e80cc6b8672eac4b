// What SQLite's errors mean here. While a store is opened, what a person can put right is a refusal; once it runs, each
// is a fault: the write it was to do has not been acknowledged, and its caller reads the head again before trying once
// more.
//
// Result codes are SQLite's (https://sqlite.org/rescode.html); the low byte is the class, the rest says more.

import { Fault, type Refusal, refuse } from "../../base/index.ts";

/** Every fault of this room. */
export type StoreFaultCode =
  | "store.diskFull"
  | "store.diskFailed"
  | "store.readOnly"
  | "store.busy"
  | "store.damaged"
  | "store.duplicateAct"
  | "store.brokenConstraint"
  | "store.unknownAccord"
  | "store.unknownParty"
  | "store.unknownRegister"
  | "store.unknownAct"
  | "store.listedOutOfOrder"
  | "store.otherFounding"
  | "store.lostBytes"
  | "store.wrongGrowth"
  | "store.wrongLimit"
  | "store.migrationGap"
  | "store.closed"
  | "store.failed";

export function storeFault(code: StoreFaultCode, message: string, options?: ErrorOptions): Fault {
  return new Fault(code, message, options);
}

const classes: Readonly<Record<number, StoreFaultCode>> = {
  5: "store.busy",
  6: "store.busy",
  8: "store.readOnly",
  10: "store.diskFailed",
  11: "store.damaged",
  13: "store.diskFull",
  19: "store.brokenConstraint",
  26: "store.damaged",
};

const sentences: Readonly<Partial<Record<StoreFaultCode, string>>> = {
  "store.busy": "Another process holds the database and did not let go in time.",
  "store.readOnly": "The database can be read but not written.",
  "store.diskFailed": "The disk did not do what it was asked.",
  "store.damaged": "The database file is damaged.",
  "store.diskFull": "There is no room left for the database.",
  "store.brokenConstraint": "The write breaks a constraint of the schema.",
  "store.duplicateAct": "An act of this id is registered already.",
};

/** SQLite's result code of an error, or undefined when the error is not SQLite's. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode;
}

/** The fault that an error met while reading or writing is; a fault is returned as it came. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (!(error instanceof Error)) return storeFault("store.failed", String(error), { cause: error });
  const code = resultCode(error);
  if (code === undefined) {
    const closed = /database is not open|statement has been finalized/.test(error.message);
    return storeFault(closed ? "store.closed" : "store.failed", error.message, { cause: error });
  }
  const plain = classes[code & 0xff] ?? "store.failed";
  const known = plain === "store.brokenConstraint" && error.message.includes("act.id") ? "store.duplicateAct" : plain;
  const message = `${sentences[known] ?? "SQLite failed."} (${error.message}, ${code})`;
  return storeFault(known, message, { cause: error });
}

/** The refusal that an error met while opening or copying is; thrown on as a fault when nobody can put it right. */
export function refusalOf(error: unknown, path: string): Refusal {
  const code = (resultCode(error) ?? 0) & 0xff;
  if (code === 5 || code === 6) return refuse("store.busy", { path });
  if (code === 8) return refuse("store.readOnly", { path });
  if (code === 11) return refuse("store.damaged", { path });
  if (code === 13) return refuse("store.diskFull", { path });
  if (code === 14) return refuse("store.unreachable", { path });
  if (code === 26) return refuse("store.notOurs", { path });
  throw faultOf(error);
}
