// The plan of 2023: called for, proposed by each side, harmonised, signed by both before the first of December, changed
// by a letter, and one of its lines carried out by the committee's session. Every line is demonstration data.

import { posts } from "../posts.ts";
import { type ActStep, both, type Reading, type Scene } from "../step.ts";

const titled = (fr: string, en: string, ar: string, he: string): object => ({ fr, en, ar, he });
const line = (id: string, titles: object, change: object): object => ({
  id,
  titles,
  costs: "sendingTravels",
  modalities: "Demonstration data",
  ...change,
});

const proposals = {
  MA: [
    line(
      "ma-01",
      titled(
        "Session du comité de suivi",
        "Session of the joint committee",
        "دورة اللجنة المشتركة",
        "מושב הוועדה המשותפת",
      ),
      {
        domain: "committee",
        form: "staffTalks",
        venue: "Rabat",
        receiving: "MA",
        from: "2023-01-16",
        until: "2023-01-17",
        interpretation: true,
      },
    ),
    line(
      "ma-02",
      titled("Stage de météorologie", "Course in meteorology", "تكوين في الأرصاد الجوية", "קורס במטאורולוגיה"),
      {
        domain: "training",
        form: "course",
        venue: "Casablanca",
        receiving: "MA",
        from: "2023-03-06",
        until: "2023-03-17",
        participants: 12,
      },
    ),
    line(
      "ma-03",
      titled("Exercice de secours en mer", "Exercise in rescue at sea", "تمرين إنقاذ في البحر", "תרגיל חילוץ בים"),
      {
        domain: "exercises",
        form: "exercise",
        receiving: "MA",
        from: "2023-09-11",
        until: "2023-09-15",
        participants: 60,
        costs: "eachOwn",
      },
    ),
  ],
  IL: [
    line(
      "il-01",
      titled(
        "Échange d’experts en logistique",
        "Exchange of experts in logistics",
        "تبادل خبراء في الإمداد",
        "חילופי מומחים בלוגיסטיקה",
      ),
      {
        domain: "training",
        form: "experts",
        receiving: "IL",
        from: "2023-05-08",
        until: "2023-05-10",
        participants: 6,
      },
    ),
    line(
      "il-02",
      titled(
        "Observateurs d’un exercice médical",
        "Observers at a medical exercise",
        "مراقبون في تمرين طبي",
        "משקיפים בתרגיל רפואי",
      ),
      {
        domain: "exercises",
        form: "observers",
        receiving: "IL",
        participants: 4,
      },
    ),
  ],
} as const;

interface Plan {
  readonly version?: string;
  readonly lines: readonly { readonly line: { readonly id: string }; readonly digest: string }[];
  readonly letters: readonly { readonly digest: string }[];
}

/** The plan as its node tells it: of the form its procedure gives it. */
function parsePlan(data: unknown): Plan {
  return data as Plan;
}

const plan = async (reading: Reading): Promise<Plan> => parsePlan((await reading.dossier("plan")).data);

type Made = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body"> & Partial<Pick<ActStep, "by" | "dossier">>;

/** A step of the plan under article 9, by the planner unless told otherwise. */
const step = (made: Made): ActStep => ({
  kind: "act",
  procedure: "plan/1",
  articles: ["9"],
  by: posts.planner[made.side],
  dossier: "plan",
  ...made,
});

const { dossier: _, ...call } = step({
  key: "plan",
  step: "call",
  side: "MA",
  at: "2022-11-07T09:00:00Z",
  say: "calls for proposals for the plan of 2023 (demonstration)",
  body: () => ({
    year: 2023,
    titles: titled(
      "Plan annuel de coopération",
      "Annual cooperation plan",
      "المخطط السنوي للتعاون",
      "תוכנית שיתוף פעולה שנתית",
    ),
    reference: "PLAN-MA-2023 (demonstration)",
  }),
});

const version = async (reading: Reading): Promise<object> => ({ version: (await plan(reading)).version });
const byBoth = (name: string, at: readonly [ma: string, il: string], made: { say: string; grave?: true }): ActStep[] =>
  both(
    {
      key: `plan.${name}`,
      step: name,
      procedure: "plan/1",
      articles: ["9"],
      dossier: "plan",
      by: posts.coChair,
      body: name === "closeProposals" ? () => ({}) : version,
      ...made,
    },
    [
      ["MA", at[0]],
      ["IL", at[1]],
    ],
  );

export const planScene: Scene = {
  title: "The annual plan of 2023, signed by both before the first of December",
  steps: [
    call,
    step({
      key: "plan.propose.MA",
      step: "proposeLines",
      side: "MA",
      at: "2022-11-08T09:00:00Z",
      say: "proposes three lines",
      body: () => ({ lines: proposals.MA }),
    }),
    step({
      key: "plan.propose.IL",
      step: "proposeLines",
      side: "IL",
      at: "2022-11-09T09:00:00Z",
      say: "proposes two lines",
      body: () => ({ lines: proposals.IL, reference: "PLAN-IL-2023 (demonstration)" }),
    }),
    ...byBoth("closeProposals", ["2022-11-14T09:00:00Z", "2022-11-14T10:00:00Z"], { say: "closes its proposals" }),
    step({
      key: "plan.harmonise",
      step: "changeLine",
      side: "IL",
      at: "2022-11-16T09:00:00Z",
      say: "harmonises a line of the other side: two places more",
      body: async (reading) => {
        const found = (await plan(reading)).lines.find((one) => one.line.id === "ma-02");
        return { line: "ma-02", base: found?.digest, set: { participants: 14 }, reason: "Agreed in the expert talks" };
      },
    }),
    ...byBoth("agreeDraft", ["2022-11-21T09:00:00Z", "2022-11-21T10:00:00Z"], { say: "agrees to the draft" }),
    ...byBoth("sign", ["2022-11-28T09:00:00Z", "2022-11-28T10:00:00Z"], { say: "signs the plan of 2023", grave: true }),
  ],
};

/** The session stands under its line, and a letter settles days that were open. */
export const planChanged: Scene = {
  title: "A line of the plan and the session that carries it out; a change by exchange of letters",
  steps: [
    step({
      key: "plan.link",
      step: "link",
      side: "MA",
      at: "2022-12-12T09:00:00Z",
      say: "puts the session of the committee under its line of the plan",
      body: (reading) => ({ links: [{ line: "ma-01", dossier: reading.id("committee") }] }),
    }),
    step({
      key: "plan.letter",
      step: "proposeChange",
      side: "IL",
      at: "2022-12-14T09:00:00Z",
      say: "proposes by letter the days of the medical exercise",
      body: async (reading) => {
        const base = (await plan(reading)).lines.find((one) => one.line.id === "il-02")?.digest;
        const set = { from: "2023-06-19", until: "2023-06-22" };
        return {
          reference: "L-IL-2022-7 (demonstration)",
          changes: [{ kind: "set", line: "il-02", base, set }],
          reason: "The days are settled (demonstration)",
        };
      },
    }),
    step({
      key: "plan.letter.accept",
      step: "acceptChange",
      side: "MA",
      by: posts.coChair.MA,
      at: "2022-12-16T09:00:00Z",
      say: "accepts the letter",
      body: async (reading) => ({ letter: (await plan(reading)).letters.at(-1)?.digest }),
    }),
  ],
};

export const planDone: Scene = {
  title: "The first line of the plan is carried out",
  steps: [
    step({
      key: "plan.executed",
      step: "reportStatus",
      side: "MA",
      at: "2023-01-18T09:00:00Z",
      say: "reports the line of the session as carried out",
      body: () => ({ line: "ma-01", status: "executed" }),
    }),
  ],
};
