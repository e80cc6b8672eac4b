// The one place that names the schema library. Every room that parses untrusted JSON takes `z` from here.

import { z } from "zod";

export { z };

/** Where a value first left its schema, as a dotted path, and how: what a refusal tells of it. */
export function flawOf(error: z.ZodError): { readonly path: string; readonly problem: string } {
  const issue = error.issues[0];
  return { path: issue?.path.join(".") || "(whole)", problem: issue?.message ?? "not of the form" };
}
