// What a procedure keeps of a dossier, as the API tells it: JSON of the procedure's own form.

import { z } from "../../base/index.ts";
import type { JsonValue } from "../../seal/index.ts";

const json: z.ZodType<JsonValue> = z.json();

export function parseData(value: unknown): JsonValue | undefined {
  const read = json.safeParse(value);
  return read.success ? read.data : undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Every id of an act that stands in a value, each once: a dossier is named by the act that opened it. */
export function idsIn(value: JsonValue | undefined): readonly string[] {
  const found = new Set<string>();
  const walk = (inner: JsonValue): void => {
    if (typeof inner === "string") {
      if (uuid.test(inner)) found.add(inner);
    } else if (typeof inner === "object" && inner !== null) for (const one of Object.values(inner)) walk(one);
  };
  if (value !== undefined) walk(value);
  return [...found];
}
