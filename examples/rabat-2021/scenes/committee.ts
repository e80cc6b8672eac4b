// The follow-up committee that met in Rabat on 16 and 17 January 2023. Reported: the place and the two days, who
// chaired on either side, the three subjects of the agenda, the fields to which cooperation was to be widened, and that
// both sides adopted the conclusions on the second day. The wording, the references and the actions are demonstration
// data.

import { posts } from "../posts.ts";
import { type ActStep, both, type Reading, type Scene } from "../step.ts";

const dates = { from: "2023-01-16", until: "2023-01-17", zone: "Africa/Casablanca" };
const texts = (fr: string, en: string, ar: string, he: string): object => ({ fr, en, ar, he });

type Made = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body"> & Partial<Pick<ActStep, "by" | "dossier">>;

const step = (made: Made): ActStep => ({
  kind: "act",
  procedure: "committee/1",
  articles: ["9"],
  by: posts.coChair[made.side],
  dossier: "committee",
  ...made,
});

interface Session {
  readonly agenda: readonly { readonly item: { readonly id: string } }[];
  readonly agendaVersion: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** The session as its node tells it: of the form its procedure gives it. */
function parseSession(data: unknown): Session {
  return data as Session;
}

const session = async (reading: Reading): Promise<Session> => parseSession((await reading.dossier("committee")).data);

const { dossier: _, ...propose } = step({
  key: "committee",
  step: "propose",
  side: "MA",
  at: "2022-12-05T09:00:00Z",
  say: "proposes the first session of the follow-up committee, in Rabat on 16 and 17 January 2023",
  body: () => ({
    session: 1,
    titles: texts(
      "Comité de suivi de la coopération de défense",
      "Follow-up committee of defence cooperation",
      "لجنة تتبع التعاون في مجال الدفاع",
      "ועדת המעקב לשיתוף הפעולה הביטחוני",
    ),
    reference: "CS-MA-2023-1 (demonstration)",
    venue: { city: "Rabat" },
    dates,
    languages: ["ar", "he", "fr", "en"],
  }),
});

export const committeeCalled: Scene = {
  title: "The follow-up committee is called to Rabat",
  steps: [
    propose,
    step({
      key: "committee.acceptDates",
      step: "acceptDates",
      side: "IL",
      at: "2022-12-08T09:00:00Z",
      say: "accepts the two days",
      body: () => dates,
    }),
  ],
};

const item = (given: {
  id: string;
  at: string;
  domain?: string;
  kind: string;
  titles: object;
  en: string;
}): ActStep => {
  const { id, at, en, ...rest } = given;
  const side = id.startsWith("ma") ? "MA" : "IL";
  return step({
    key: `committee.item.${id}`,
    step: "addItem",
    side,
    by: posts.planner[side],
    at,
    say: `brings in an item of the agenda: ${en}`,
    body: () => ({ item: { id, ...rest } }),
  });
};

const delegations: readonly ActStep[] = [
  step({
    key: "committee.delegation.MA",
    step: "nameDelegation",
    side: "MA",
    by: posts.planner.MA,
    at: "2022-12-19T09:00:00Z",
    say: "names the co-chair of its delegation: the Inspector General of the FAR",
    body: () => ({ members: [{ function: { fr: "Inspecteur général des FAR", en: "Inspector General of the FAR" } }] }),
  }),
  step({
    key: "committee.delegation.IL",
    step: "nameDelegation",
    side: "IL",
    by: posts.planner.IL,
    at: "2022-12-20T09:00:00Z",
    say: "names the co-chair of its delegation: the director of the ministry’s political-military bureau",
    body: () => ({
      members: [{ function: { en: "Director of the political-military bureau, ministry of Defence" } }],
    }),
  }),
];

/** Minutes of one item, on the day. */
function minutes(given: {
  item: string;
  at: string;
  decision: object;
  actions?: readonly object[];
  what: string;
}): ActStep {
  return step({
    key: `committee.minutes.${given.item}`,
    step: "draftMinutes",
    side: "MA",
    by: posts.planner.MA,
    at: given.at,
    say: `drafts the conclusions on ${given.what} (wording of the demonstration)`,
    body: () => ({
      minutes: {
        item: given.item,
        decisions: [{ id: `${given.item}-d1`, texts: given.decision }],
        actions: given.actions ?? [],
      },
    }),
  });
}

const goOn = texts(
  "Poursuivre la coopération dans ce domaine selon le plan annuel.",
  "To go on with cooperation in this field by the annual plan.",
  "مواصلة التعاون في هذا المجال وفق المخطط السنوي.",
  "להמשיך את שיתוף הפעולה בתחום זה לפי התוכנית השנתית.",
);

const byBoth = (
  made: Pick<ActStep, "step" | "say" | "body"> & { grave?: true; at: readonly [string, string] },
): ActStep[] => {
  const { at, ...rest } = made;
  return both(
    {
      key: `committee.${made.step}`,
      procedure: "committee/1",
      articles: ["9"],
      dossier: "committee",
      by: posts.coChair,
      ...rest,
    },
    [
      ["MA", at[0]],
      ["IL", at[1]],
    ],
  );
};

export const committeeMet: Scene = {
  title: "The follow-up committee in Rabat, 16 and 17 January 2023",
  steps: [
    ...delegations,
    item({
      id: "ma-01",
      at: "2022-12-21T09:00:00Z",
      kind: "discussion",
      titles: texts("Logistique", "Logistics", "الإمداد", "לוגיסטיקה"),
      en: "logistics",
    }),
    item({
      id: "ma-02",
      at: "2022-12-21T09:30:00Z",
      domain: "training",
      kind: "discussion",
      titles: texts("Formation et exercices", "Training and exercises", "التكوين والتمارين", "הכשרה ותרגילים"),
      en: "training and exercises",
    }),
    item({
      id: "il-01",
      at: "2022-12-22T09:00:00Z",
      domain: "procurement",
      kind: "decision",
      titles: texts(
        "Acquisition et modernisation des équipements; élargissement de la coopération",
        "Acquisition and modernisation of equipment; widening of the cooperation",
        "اقتناء التجهيزات وتحديثها؛ توسيع التعاون",
        "רכש ומודרניזציה של ציוד; הרחבת שיתוף הפעולה",
      ),
      en: "acquisition and modernisation of equipment",
    }),
    ...byBoth({
      step: "freezeAgenda",
      at: ["2023-01-09T09:00:00Z", "2023-01-09T10:00:00Z"],
      say: "freezes the agenda of three items",
      body: async (reading) => {
        const { agenda, agendaVersion } = await session(reading);
        return {
          items: agenda
            .map((one) => one.item.id)
            .toSorted()
            .toReversed(),
          agenda: agendaVersion,
        };
      },
    }),
    step({
      key: "committee.open",
      step: "openSession",
      side: "MA",
      at: "2023-01-16T09:00:00Z",
      say: "opens the session",
      body: () => ({}),
    }),
    minutes({ item: "ma-01", at: "2023-01-16T15:00:00Z", decision: goOn, what: "logistics" }),
    minutes({ item: "ma-02", at: "2023-01-16T16:00:00Z", decision: goOn, what: "training and exercises" }),
    minutes({
      item: "il-01",
      at: "2023-01-17T09:00:00Z",
      decision: texts(
        "Élargir la coopération au renseignement, à la défense aérienne et à la guerre électronique.",
        "To widen the cooperation to intelligence, air defence and electronic warfare.",
        "توسيع التعاون ليشمل الاستعلامات والدفاع الجوي والحرب الإلكترونية.",
        "להרחיב את שיתוף הפעולה למודיעין, להגנה אווירית וללוחמה אלקטרונית.",
      ),
      actions: [
        {
          id: "il-a1",
          titles: texts(
            "Proposer les lignes du plan qui en découlent (démonstration)",
            "Propose the lines of the plan that follow (demonstration)",
            "اقتراح بنود المخطط المترتبة عن ذلك (لغرض العرض)",
            "להציע את שורות התוכנית הנובעות מכך (להדגמה)",
          ),
          owner: "IL",
          due: "2023-03-31",
        },
      ],
      what: "equipment and the widening of the cooperation",
    }),
    step({
      key: "committee.end",
      step: "endSession",
      side: "MA",
      at: "2023-01-17T11:00:00Z",
      say: "ends the session",
      body: () => ({}),
    }),
    ...byBoth({
      step: "adoptMinutes",
      grave: true,
      at: ["2023-01-17T12:00:00Z", "2023-01-17T12:15:00Z"],
      say: "adopts the conclusions, in four languages, on the day",
      body: async (reading) => ({ versions: (await session(reading)).versions }),
    }),
  ],
};
