// A set of changes on a version of the programme: what a new version differs in, so that a change of one line costs one
// line.

import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { type Engagement, engagementSchema, engagementShape, engagementsMax, lineId } from "./engagement.ts";

const optionalFields = [
  "minutes",
  "venue",
  "host",
  "visitorPrincipal",
  "participants",
  "format",
  "dress",
  "interpreters",
  "honours",
  "gifts",
  "seating",
  "movement",
  "press",
  "level",
  "visit",
  "medical",
  "planB",
] as const satisfies readonly (keyof typeof engagementShape)[];

const { id: _id, ...changeable } = engagementShape;

export const changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("set"),
    engagement: lineId,
    set: z.strictObject(changeable).partial(),
    /** Fields to be emptied. */
    clear: z.array(z.enum(optionalFields)).min(1).max(optionalFields.length).optional(),
  }),
  /** Before the engagement named, or last. */
  z.strictObject({ kind: z.literal("add"), engagement: engagementSchema, before: lineId.optional() }),
  z.strictObject({ kind: z.literal("place"), engagement: lineId, before: lineId.optional() }),
  z.strictObject({ kind: z.literal("remove"), engagement: lineId }),
]);
export type Change = z.infer<typeof changeSchema>;

export const changeList = z.array(changeSchema).min(1).max(engagementsMax);

/** The engagements with the changes made one after another, or why one of them cannot be made. */
export function applyChanges(
  engagements: readonly Engagement[],
  changes: readonly Change[],
): readonly Engagement[] | Refusal {
  let list = engagements;
  for (const change of changes) {
    const next = applyChange(list, change);
    if (isRefusal(next)) return next;
    list = next;
  }
  if (list.length >= 1 && list.length <= engagementsMax) return list;
  return refuse("procedures.programmeLength", { got: list.length, most: engagementsMax });
}

function applyChange(list: readonly Engagement[], change: Change): readonly Engagement[] | Refusal {
  if (change.kind === "add") {
    const { engagement } = change;
    if (list.some((one) => one.id === engagement.id))
      return refuse("procedures.programmeSameEngagement", { id: engagement.id });
    return inserted(list, { engagement, before: change.before });
  }
  const engagement = list.find((one) => one.id === change.engagement);
  if (!engagement) return noEngagement(list, change.engagement);
  const others = list.filter((one) => one !== engagement);
  if (change.kind === "remove") return others;
  if (change.kind === "place") return inserted(others, { engagement, before: change.before });
  const { clear, set } = change;
  const cleared = Object.fromEntries(
    Object.entries(engagement).filter(([field]) => !clear?.some((empty) => empty === field)),
  );
  // Parsed and not only spread: the result is an engagement by the same rule as one that was tabled whole.
  const changed = engagementSchema.parse({ ...cleared, ...set });
  return list.map((one) => (one === engagement ? changed : one));
}

function inserted(
  list: readonly Engagement[],
  place: { engagement: Engagement; before: string | undefined },
): readonly Engagement[] | Refusal {
  if (place.before === undefined) return [...list, place.engagement];
  const at = list.findIndex((one) => one.id === place.before);
  return at === -1 ? noEngagement(list, place.before) : list.toSpliced(at, 0, place.engagement);
}

function noEngagement(list: readonly Engagement[], got: string): Refusal {
  return refuse("procedures.programmeNoEngagement", { got, engagements: list.map((one) => one.id) });
}
