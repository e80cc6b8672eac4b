// What differs between two versions of a programme, line by line, for people to read.

import type { Engagement } from "../../procedures/index.ts";
import { changedFields } from "./changes-between.ts";

export interface LineDifference {
  readonly id: string;
  readonly kind: "added" | "removed" | "changed" | "same";
  readonly before: Engagement | undefined;
  readonly after: Engagement | undefined;
  /** Fields that differ, in the order of the form. */
  readonly fields: readonly (keyof Engagement)[];
  /** It stands elsewhere in the running order, though its time is the same. */
  readonly placed: boolean;
}

/** Every line of either version, in the running order of the later one; what was removed stands where it stood. */
export function compare(before: readonly Engagement[], after: readonly Engagement[]): LineDifference[] {
  const later = new Map(after.map((one) => [one.id, one]));
  const order = after.map((one) => one.id);
  for (const [i, one] of before.entries()) {
    if (later.has(one.id)) continue;
    const previous = before[i - 1]?.id;
    const at = previous === undefined ? -1 : order.indexOf(previous);
    order.splice(at + 1, 0, one.id);
  }
  const earlier = new Map(before.map((one) => [one.id, one]));
  const commonBefore = before.map((one) => one.id).filter((id) => later.has(id));
  const commonAfter = after.map((one) => one.id).filter((id) => earlier.has(id));
  return order.map((id) => {
    const [old, now] = [earlier.get(id), later.get(id)];
    const fields = old && now ? changedFields(old, now) : [];
    const elsewhere = commonBefore.indexOf(id) !== commonAfter.indexOf(id);
    const placed = elsewhere && old !== undefined && now !== undefined && !fields.includes("start");
    return {
      id,
      kind: kindOf(old, { now, differs: fields.length > 0 || placed }),
      before: old,
      after: now,
      fields,
      placed,
    };
  });
}

function kindOf(
  old: Engagement | undefined,
  { now, differs }: { now: Engagement | undefined; differs: boolean },
): LineDifference["kind"] {
  if (!old) return "added";
  if (!now) return "removed";
  return differs ? "changed" : "same";
}

/** How many lines differ. */
export const differenceCount = (differences: readonly LineDifference[]): number =>
  differences.filter((one) => one.kind !== "same").length;
