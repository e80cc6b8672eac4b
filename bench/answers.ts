// What the bench reads of the API's answers; anything else is a bench that measures nothing, and throws.

import { z } from "../src/base/index.ts";

const resultsSchema = z.object({ results: z.array(z.object({ status: z.string(), index: z.number().optional() })) });
const accordSchema = z.object({
  registers: z.object({ MA: z.object({ size: z.number(), heldByBoth: z.number() }) }),
});
const eventSchema = z.object({ type: z.string(), party: z.string().optional(), size: z.number().optional() });

/** The largest index registered; throws when any act was not. */
export function lastRegistered(answer: unknown): number {
  const read = resultsSchema.safeParse(answer);
  const registered = read.success && read.data.results.every((result) => result.status === "registered");
  if (!registered) throw new Error(`Not registered: ${JSON.stringify(answer).slice(0, 600)}`);
  return Math.max(-1, ...read.data.results.map((result) => result.index ?? -1));
}

export function moroccosRegister(answer: unknown): { readonly size: number; readonly heldByBoth: number } {
  return accordSchema.parse(answer).registers.MA;
}

/** The size of Morocco's register that both hold, when the event tells it. */
export function heldSize(data: string): number | undefined {
  const event = eventSchema.parse(JSON.parse(data));
  return event.type === "held" && event.party === "MA" ? event.size : undefined;
}
