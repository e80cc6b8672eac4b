// `entente officer list` and `officer clearance`: through the running node, whose policy says who may.

import type { OfficerRecordDetail } from "../../api/index.ts";
import { isRefusal, refuse, z } from "../../base/index.ts";
import { standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";

export async function officerList(call: Call): Promise<Outcome> {
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const answer = await standing.client.call("officers");
  return isRefusal(answer) ? answer : done(answer.items.map(officerLine), { items: answer.items });
}

const options = z.object({
  id: z.string(),
  level: z
    .string()
    .regex(/^\d{1,2}$/, "not the rank of a level, 0 for the lowest")
    .transform(Number)
    .optional(),
  until: z.iso.datetime("not an instant in UTC, such as 2027-01-01T00:00:00Z").optional(),
  none: z.boolean().default(false),
});

export async function officerClearance(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const { id, level, until, none } = given;
  const whole = level !== undefined && until !== undefined;
  if (none === whole) return refuse("cli.usage", { option: "--level", problem: "give --level and --until, or --none" });
  const clearance = whole ? { level, until } : null;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const answer = await standing.client.call("setClearance", { params: { officer: id }, body: { clearance } });
  return isRefusal(answer) ? answer : done([officerLine(answer)], { ...answer });
}

function officerLine(one: OfficerRecordDetail): string {
  const cleared = one.clearance ? `level ${one.clearance.level} until ${one.clearance.until}` : "no clearance";
  return `${one.officer}  ${one.service}  ${one.functions.join(",")}  ${cleared}`;
}
