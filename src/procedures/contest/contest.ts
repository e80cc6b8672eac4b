// A contest: a leaf of the other side was mirrored and cosigned, because it happened, and it cannot take effect. The
// node that found it so says which leaf and why; the other side acknowledges it or explains. Nothing is undone by it.

import type { Act, PartyCode } from "../../acts/index.ts";
import { refuse, type z } from "../../base/index.ts";
import { type Procedure, type Step, step } from "../declaration.ts";
import { acknowledgeBody, contestBody, explainBody } from "./bodies.ts";

export interface ContestData {
  readonly contested?: z.output<typeof contestBody> | undefined;
  readonly answer?: z.output<typeof explainBody> | z.output<typeof acknowledgeBody> | undefined;
}

/** The leaf an act contests and the code of the reason; undefined when the act does not open a contest. */
export function contestedLeaf(
  act: Pick<Act, "step" | "body">,
): { party: PartyCode; index: number; code: string } | undefined {
  if (act.step !== "contest") return undefined;
  const parsed = contestBody.safeParse(act.body);
  return parsed.success ? parsed.data : undefined;
}

const answered = ["contested"] as const;

const steps = {
  contest: step({
    from: "opening",
    to: "contested",
    by: "contester",
    registry: true,
    body: contestBody,
    guard: ({ side, other }, { party }) =>
      party === other ? undefined : refuse("procedures.contestOwnLeaf", { party: side, other }),
    effect: (_, body) => ({ contested: body }),
  }),
  acknowledge: step({
    from: answered,
    to: "acknowledged",
    by: "answerer",
    body: acknowledgeBody,
    effect: ({ data }, body) => ({ ...data, answer: body }),
  }),
  explain: step({
    from: answered,
    to: "explained",
    by: "answerer",
    body: explainBody,
    effect: ({ data }, body) => ({ ...data, answer: body }),
  }),
} satisfies Readonly<Record<string, Step<ContestData>>>;

export type ContestStep = keyof typeof steps;

export const contestProcedure: Procedure<ContestData> = {
  name: "contest",
  version: 1,
  rests: "founding",
  roles: ["contester", "answerer"],
  states: { contested: {}, acknowledged: { final: true }, explained: { final: true } },
  steps,
  blank: () => ({}),
  title: ({ contested }) => (contested ? `${contested.code} ${contested.party} ${contested.index}` : ""),
};
