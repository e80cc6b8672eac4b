// A body for every step that fits the data at hand. Numbers and places are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { type CourierData, carried } from "./courier.ts";

type Example = (context: Pick<StepContext<CourierData>, "data" | "time" | "terms">) => JsonObject;

const dayAfter = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);
const leg = (on: string): JsonObject => ({ from: "Example city", to: "Another city", on });
const first = (data: CourierData): string[] => [carried(data)[0] ?? "none"];
const onDay = (data: CourierData): string => data.certificate?.itinerary[0]?.on ?? "2030-12-01";

export const examples: Readonly<Record<string, Example>> = {
  issue: ({ time, terms }) => ({
    reference: "CC-1 (example)",
    courier: "C-17",
    packages: ["p-1", "p-2"].map((id) => ({ id, seal: `SEAL-${id}`, level: terms.labels.levels[0]?.code ?? "none" })),
    itinerary: [leg(dayAfter(time, 3))],
    validFrom: dayAfter(time, 2),
    validUntil: dayAfter(time, 10),
  }),
  acknowledge: ({ data }) => ({ way: data.way ?? "none" }),
  changeItinerary: ({ data }) => ({
    itinerary: [leg(data.certificate?.validUntil ?? "2030-12-01")],
    reason: "Another connection",
  }),
  depart: ({ data }) => ({ on: onDay(data) }),
  receive: ({ data }) => ({ packages: first(data), on: onDay(data), seals: "intact" }),
  takeBack: ({ data }) => ({ packages: first(data), on: onDay(data), reason: "The office was closed" }),
  reportProblem: ({ data }) => ({ packages: first(data), kind: "delayed" }),
  debrief: ({ data }) => ({ on: onDay(data) }),
  cancel: () => ({ reason: "Not needed any more" }),
};
