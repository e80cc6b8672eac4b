// A body for every step that fits the data at hand. Names and numbers are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import type { ClearanceData } from "./clearance.ts";

type Example = (context: Pick<StepContext<ClearanceData>, "data" | "time" | "terms">) => JsonObject;

const dayAfter = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);

const levelOf = ({ terms }: Parameters<Example>[0], rank: number): string => terms.labels.levels[rank]?.code ?? "none";

export const examples: Readonly<Record<string, Example>> = {
  request: (context) => ({
    subject: "facility",
    reference: "FSC-1 (example)",
    facility: "Example workshop",
    level: levelOf(context, 1),
    purpose: "Work on an example project",
  }),
  startProcess: ({ time }) => ({ expected: dayAfter(time, 20) }),
  confirm: (context) => ({
    reference: "CONF-1 (example)",
    level: levelOf(context, 1),
    until: dayAfter(context.time, 365),
  }),
  deny: () => ({ reasons: [{ code: "unknown" }] }),
  extend: ({ data, time }) => ({
    reference: "CONF-2 (example)",
    until: dayAfter(Math.max(time, data.endsAt ?? 0), 365),
  }),
  withdraw: () => ({ reason: "The workshop has moved" }),
  cancel: () => ({ reason: "Not needed any more" }),
};
