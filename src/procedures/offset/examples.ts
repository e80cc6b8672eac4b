// A body for every step that fits the data at hand. Companies, projects and amounts are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { amountOf } from "../money.ts";
import { type OffsetData, offsetUnits, projectUnits } from "./data.ts";

type Context = Pick<StepContext<OffsetData>, "data" | "time" | "digest">;

const dayAfter = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);

const obligation = ({ time }: Context): JsonObject => ({
  titles: { en: "Return for the example order", fr: "Compensation de la commande d’exemple" },
  reference: "OFF-1",
  supplier: { name: "Example workshop", ncage: "0123A" },
  currency: "MAD",
  obligation: "300000.00",
  share: "30",
  from: dayAfter(time, 0),
  until: dayAfter(time, 1825),
  penalty: "5",
  guarantee: "20000.00",
  multipliers: [{ type: "training", most: "3" }],
});

const projectIn = (data: OffsetData, state: string): string =>
  data.projects.find((one) => one.state === state)?.project ?? "PR-0";

const filed = (data: OffsetData) => data.claims.find(({ state }) => state === "filed");

export const examples: Readonly<Record<string, (context: Context) => JsonObject>> = {
  propose: obligation,
  revise: (context) => ({ ...obligation(context), penalty: "4" }),
  agree: ({ data, digest }) => ({ obligation: data.digest ?? digest("none") }),
  withdraw: () => ({ reason: "The order was not placed" }),
  proposeProject: ({ data, time }) => ({
    project: `PR-${data.projects.length + 1}`,
    titles: { en: "Courses in the care of field kitchens" },
    type: "training",
    partner: { name: "Example school" },
    planned: "100000.00",
    multiplier: "3",
    until: dayAfter(time, 365),
  }),
  approveProject: ({ data }) => ({ project: projectIn(data, "proposed"), multiplier: "3" }),
  rejectProject: ({ data }) => ({ project: projectIn(data, "proposed"), reasons: [{ code: "notNew" }] }),
  recordPerformance: ({ data, time }) => ({
    project: projectIn(data, "approved"),
    performed: "100000.00",
    until: dayAfter(time, 0),
  }),
  extendPeriod: ({ data }) => ({
    until: `${Number(data.obligation?.until.slice(0, 4) ?? "2030") + 1}-12-31`,
    reason: "The school was rebuilt",
  }),
  fileClaim: ({ data, time }) => {
    const project = projectIn(data, "approved");
    const { performed, claimed } = projectUnits(data, project);
    const amount = amountOf(performed - claimed, data.obligation?.currency ?? "MAD");
    const claim = `CL-${data.claims.length + 1}`;
    return { claim, project, year: new Date(time).getUTCFullYear(), amount };
  },
  decideClaim: ({ data }) => ({ claim: filed(data)?.claim ?? "CL-0", accepted: filed(data)?.amount ?? "0" }),
  withdrawClaim: ({ data }) => ({ claim: filed(data)?.claim ?? "CL-0", reason: "Filed by mistake" }),
  releaseGuarantee: ({ data }) => ({
    amount: amountOf(offsetUnits(data).guarantee / 2n, data.obligation?.currency ?? "MAD"),
  }),
  claimPenalty: () => ({ amount: "10.00", reason: "The period is over" }),
  close: () => ({}),
};

/** Other bodies of the same steps: a claim accepted in part. */
export const otherExamples: Readonly<Record<string, (context: Context) => JsonObject>> = {
  decideClaim: ({ data }) => ({
    claim: filed(data)?.claim ?? "CL-0",
    accepted: "0",
    reasons: [{ code: "notDocumented" }],
  }),
};
