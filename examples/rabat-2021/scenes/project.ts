// A project under article 5: water purification for relief camps. Both intend it, an arrangement is tabled and under
// review, what one side brings in is in the ledger, and a facility is confirmed. All of it is demonstration data.

import { posts } from "../posts.ts";
import { type ActStep, both, type Reading, type Scene } from "../step.ts";

const texts = (fr: string, en: string, ar: string, he: string): object => ({ fr, en, ar, he });

interface Project {
  readonly objective: { readonly digest: string };
  readonly arrangement: { readonly digest: string };
  readonly information: readonly { readonly id: string; readonly digest: string }[];
}

/** The project as its node tells it: of the form its procedure gives it. */
function parseProject(data: unknown): Project {
  return data as Project;
}

const project = async (reading: Reading): Promise<Project> => parseProject((await reading.dossier("project")).data);

type Made = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body"> & Partial<Pick<ActStep, "by" | "dossier">>;

const step = (made: Made): ActStep => ({
  kind: "act",
  procedure: "project/1",
  articles: ["5"],
  by: posts.projectOfficer[made.side],
  dossier: "project",
  ...made,
});

const { dossier: _, ...propose } = step({
  key: "project",
  step: "propose",
  side: "MA",
  at: "2022-10-03T09:00:00Z",
  say: "proposes a project: water purification for relief camps (demonstration)",
  body: () => ({
    titles: texts(
      "Épuration de l’eau pour camps de secours",
      "Water purification for relief camps",
      "تنقية المياه لمخيمات الإغاثة",
      "טיהור מים למחנות סיוע",
    ),
    reference: "PRJ-MA-2022-1 (demonstration)",
    objective: texts(
      "Une unité mobile qui fournit de l’eau potable à mille personnes",
      "A mobile unit that gives drinking water to a thousand people",
      "وحدة متنقلة توفر الماء الصالح للشرب لألف شخص",
      "יחידה ניידת המספקת מי שתייה לאלף איש",
    ),
  }),
});

const deliverable = (id: string, owner: string, due: string, titles: object): object => ({ id, titles, owner, due });

const arrangement = {
  reference: "PA-2022-1 (demonstration)",
  currency: "EUR",
  shares: [
    { party: "MA", financial: "120000.00", technical: "55" },
    { party: "IL", financial: "100000.00", technical: "45" },
  ],
  phases: [
    {
      id: "study",
      titles: texts("Étude", "Study", "الدراسة", "מחקר"),
      until: "2023-03-31",
      deliverables: [
        deliverable(
          "study-report",
          "MA",
          "2023-03-15",
          texts("Rapport d’étude", "Study report", "تقرير الدراسة", "דוח המחקר"),
        ),
      ],
    },
    {
      id: "prototype",
      titles: texts("Prototype", "Prototype", "النموذج الأولي", "אב טיפוס"),
      until: "2023-10-31",
      deliverables: [
        deliverable(
          "pump-skid",
          "IL",
          "2023-09-15",
          texts("Groupe de pompage", "Pump unit", "وحدة الضخ", "יחידת שאיבה"),
        ),
        deliverable(
          "field-trial",
          "MA",
          "2023-10-16",
          texts("Essai de terrain", "Field trial", "تجربة ميدانية", "ניסוי שטח"),
        ),
      ],
    },
  ],
  noticeMonths: 6,
};

const reviews = [
  { step: "reviewLaw", side: "MA", by: posts.projectLaw, at: "2022-10-17T09:00:00Z", what: "law" },
  { step: "reviewSecurity", side: "MA", by: posts.projectSecurity, at: "2022-10-18T09:00:00Z", what: "security" },
  { step: "reviewExport", side: "MA", by: posts.projectLicensing, at: "2022-10-19T09:00:00Z", what: "export control" },
  { step: "reviewLaw", side: "IL", by: posts.projectLaw, at: "2022-10-20T09:00:00Z", what: "law" },
] as const;

const answers: readonly ActStep[] = [
  step({
    key: "project.information",
    step: "declareInformation",
    side: "IL",
    at: "2022-10-24T09:00:00Z",
    say: "declares what it brings in: a membrane filter (demonstration)",
    body: () => ({
      information: {
        id: "il-filter",
        kind: "background",
        titles: texts("Filtre à membrane", "Membrane filter", "مرشح غشائي", "מסנן ממברנה"),
        owner: "IL",
        level: "unclassified",
        licence: "project",
        thirdParties: "byConsent",
      },
    }),
  }),
  step({
    key: "project.acknowledge",
    step: "acknowledgeInformation",
    side: "MA",
    at: "2022-10-25T09:00:00Z",
    say: "acknowledges it in the ledger",
    body: async (reading) => {
      const found = (await project(reading)).information.find((one) => one.id === "il-filter");
      return { information: "il-filter", digest: found?.digest };
    },
  }),
  step({
    key: "project.facility",
    step: "askFacility",
    side: "MA",
    by: posts.projectSecurity.MA,
    at: "2022-10-26T09:00:00Z",
    say: "asks whether a workshop of the other side is cleared",
    body: () => ({ id: "ma-f1", facility: "Example workshop (demonstration)", level: "restricted" }),
  }),
];

export const projectScene: Scene = {
  title: "A project under article 5: water purification for relief camps (demonstration)",
  steps: [
    propose,
    ...both(
      {
        key: "project.intent",
        step: "signIntent",
        procedure: "project/1",
        articles: ["5"],
        dossier: "project",
        by: posts.projectSteering,
        grave: true,
        say: "signs the statement of intent",
        body: async (reading) => ({ objective: (await project(reading)).objective.digest }),
      },
      [
        ["MA", "2022-10-05T09:00:00Z"],
        ["IL", "2022-10-05T10:00:00Z"],
      ],
    ),
    step({
      key: "project.table",
      step: "tableArrangement",
      side: "IL",
      at: "2022-10-12T09:00:00Z",
      say: "tables the arrangement: shares of 55 and 45 per cent, two phases",
      body: () => ({ arrangement }),
    }),
    ...reviews.map(({ step: name, side, by, at, what }) =>
      step({
        key: `project.${name}.${side}`,
        step: name,
        side,
        by: by[side],
        at,
        say: `reviews it favourably: ${what}`,
        body: async (reading) => ({
          arrangement: (await project(reading)).arrangement.digest,
          result: "favourable",
        }),
      }),
    ),
    ...answers,
  ],
};
