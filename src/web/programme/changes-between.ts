// The fewest changes that lead from one list of engagements to another: what a new version is sent as, so that both
// sides read what moved and not the whole day again.

import type { Change, Engagement } from "../../procedures/index.ts";

type SetChange = Extract<Change, { kind: "set" }>;

export function changesBetween(before: readonly Engagement[], after: readonly Engagement[]): Change[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map((one) => one.id));
  const removed = before
    .filter((one) => !kept.has(one.id))
    .map((one): Change => ({ kind: "remove", engagement: one.id }));
  const set = after.flatMap((one) => setChange(old.get(one.id), one));
  return [...removed, ...set, ...placements(before, after)];
}

/** Fields in the order of the form; `id` never changes. */
export function changedFields(before: Engagement, after: Engagement): (keyof Engagement)[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter((name) => isField(name, before, after)));
  return [...names].filter((name): name is keyof Engagement => name !== "id");
}

function isField(name: string, before: Engagement, after: Engagement): boolean {
  return text(Reflect.get(before, name)) !== text(Reflect.get(after, name));
}

/** Engagements are JSON: equal values have equal text, whatever order their keys were written in. */
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? "absent"
  );
}

function setChange(before: Engagement | undefined, after: Engagement): Change[] {
  if (!before) return [];
  const names = changedFields(before, after);
  if (names.length === 0) return [];
  const set: Record<string, unknown> = {};
  const clear: string[] = [];
  for (const name of names) {
    if (after[name] === undefined) clear.push(name);
    else set[name] = after[name];
  }
  return [parseSet({ engagement: after.id, set, ...(clear.length > 0 ? { clear } : {}) })];
}

/** Every name comes from the keys of an engagement: only fields that may be absent are ever cleared. */
function parseSet(change: { engagement: string; set: Record<string, unknown>; clear?: string[] }): SetChange {
  return { kind: "set", ...change } as SetChange;
}

/** From the last to the first, so that the one to stand before is always in its place already. */
function placements(before: readonly Engagement[], after: readonly Engagement[]): Change[] {
  const rank = new Map(before.map((one, i) => [one.id, i]));
  const staying = longestRising(after.flatMap((one) => rank.get(one.id) ?? []));
  const changes: Change[] = [];
  for (const [i, one] of [...after.entries()].reverse()) {
    const at = rank.get(one.id);
    const next = after[i + 1]?.id;
    const place = next === undefined ? {} : { before: next };
    if (at === undefined) changes.push({ kind: "add", engagement: one, ...place });
    else if (!staying.has(at)) changes.push({ kind: "place", engagement: one.id, ...place });
  }
  return changes;
}

/** The longest subsequence that rises: what keeps its order and need not be placed. */
function longestRising(ranks: readonly number[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly before: number | undefined }[] = [];
  for (const [i, rank] of ranks.entries()) {
    let length = 1;
    let before: number | undefined;
    for (let j = 0; j < i; j++) {
      const other = best[j];
      if (other && (ranks[j] ?? 0) < rank && other.length >= length) {
        length = other.length + 1;
        before = j;
      }
    }
    best.push({ length, before });
  }
  const most = Math.max(0, ...best.map((one) => one.length));
  const found = new Set<number>();
  let at: number | undefined = best.findIndex((one) => one.length === most);
  while (at !== undefined && at >= 0) {
    found.add(ranks[at] ?? 0);
    at = best[at]?.before;
  }
  return found;
}
