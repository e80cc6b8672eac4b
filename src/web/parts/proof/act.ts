// An act as the API tells it, read for showing. The node has parsed it; here it is only given its types back.

import { z } from "../../../base/index.ts";
import type { JsonValue } from "../../../seal/index.ts";

const json: z.ZodType<JsonValue> = z.json();

const shownAct = z.looseObject({
  procedure: z.string(),
  step: z.string(),
  dossier: z.string(),
  service: z.string(),
  function: z.string(),
  articles: z.array(z.string()),
  label: z.looseObject({ classification: z.string(), releasableTo: z.array(z.string()) }),
  body: z.record(z.string(), json),
});
export type ShownAct = z.output<typeof shownAct>;

/** Undefined for what is no act. */
export function shownActOf(value: unknown): ShownAct | undefined {
  const read = shownAct.safeParse(value);
  return read.success ? read.data : undefined;
}
