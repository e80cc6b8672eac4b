// Acts for tests and vectors, with every field filled in and any of them to be changed.

import { type Act, type ActId, isActId, parseAct } from "../src/acts/index.ts";
import { isRefusal, refusalLine, utf8 } from "../src/base/index.ts";
import { canonical, type JsonValue } from "../src/seal/index.ts";
import { sampleAccord } from "./founding.ts";

/** The n-th act's id: a UUIDv7 that shows its number. */
export function sampleId(n: number): ActId {
  const id = `017d53a8-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
  if (!isActId(id)) throw new TypeError(id);
  return id;
}

/** Instants are counted in seconds from here. */
export const sampleStart = Date.UTC(2021, 10, 24, 14, 30);

export function sampleInstant(seconds: number): string {
  return new Date(sampleStart + seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** An act as JSON: opens a toy dossier unless told otherwise. */
export function actJson(changes: Readonly<Record<string, unknown>> = {}): Record<string, JsonValue> {
  const json: Record<string, unknown> = {
    accord: sampleAccord,
    id: sampleId(1),
    party: "MA",
    service: "protocol",
    function: "protocol-officer",
    dossier: sampleId(1),
    procedure: "toy/1",
    step: "open",
    articles: ["6"],
    label: { policy: "entente-test", classification: "unclassified", releasableTo: ["IL", "MA"] },
    body: {},
    seen: 0,
    at: { instant: sampleInstant(0), zone: "Africa/Casablanca" },
    ...changes,
  };
  const copy: Record<string, JsonValue> = JSON.parse(JSON.stringify(json));
  return copy;
}

/** The same, parsed; throws what the grammar refuses. */
export function sampleAct(changes: Readonly<Record<string, unknown>> = {}): Act {
  const act = parseAct(utf8(canonical(actJson(changes))));
  if (isRefusal(act)) throw new TypeError(refusalLine(act));
  return act;
}
