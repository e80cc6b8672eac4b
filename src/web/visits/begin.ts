// The entry a form begins with when only some of its body is known. Of a choice every alternative is begun, so that
// what is known stands there whichever the officer takes.

import type { JsonValue } from "../../seal/index.ts";
import { type Entry, entryOf } from "../parts/form/entry.ts";
import type { Field } from "../parts/form/field.ts";

export function beginWith(field: Field, known: Readonly<Record<string, unknown>>): Entry {
  const value = parseJson(known);
  if (field.kind === "group") {
    // A form may hold a choice one level down, as the decision on a deferred site does.
    const begun = entryOf(field, value);
    const inner = field.members.flatMap((member) =>
      member.field.kind === "choice" ? [[member.name, beginWith(member.field, known)] as const] : [],
    );
    return typeof begun === "object" && !Array.isArray(begun) ? { ...begun, ...Object.fromEntries(inner) } : begun;
  }
  if (field.kind !== "choice") return entryOf(field, value);
  const forms = field.alternatives.map((one) => [one.name, entryOf(one.field, value)] as const);
  return { chosen: "", forms: Object.fromEntries(forms) };
}

/** What came as JSON is JSON still. */
function parseJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
