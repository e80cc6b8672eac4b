// An exercise under article 7: a drill in relief logistics and medical evacuation after a storm on an invented coast.
// It is proposed, accepted and specified, its planning conferences are called, and the first rows of its main events
// list are written by one side and reviewed by the other. All of it is demonstration data.

import { posts } from "../posts.ts";
import { type ActStep, both, type Reading, type Scene } from "../step.ts";

const texts = (fr: string, en: string, ar: string, he: string): object => ({ fr, en, ar, he });

interface Exercise {
  readonly specification?: { readonly digest: string };
}
interface List {
  readonly injects: Readonly<Record<string, { readonly digest: string }>>;
}

/** The dossiers as their node tells them: of the form their procedures give them. */
function parseExercise(data: unknown): Exercise {
  return data as Exercise;
}
function parseList(data: unknown): List {
  return data as List;
}

const named = async (reading: Reading): Promise<readonly { inject: string; base: string | undefined }[]> => {
  const list = parseList((await reading.dossier("injects")).data);
  return ["il-i1", "il-i2"].map((inject) => ({ inject, base: list.injects[inject]?.digest }));
};

type Made = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body"> &
  Partial<Pick<ActStep, "by" | "dossier" | "procedure">>;

const step = (made: Made): ActStep => ({
  kind: "act",
  procedure: "exercise/1",
  articles: ["7"],
  by: posts.coChair[made.side],
  dossier: "exercise",
  ...made,
});

const { dossier: _exercise, ...propose } = step({
  key: "exercise",
  step: "propose",
  side: "MA",
  by: posts.planner.MA,
  at: "2022-09-05T09:00:00Z",
  say: "proposes an exercise: relief logistics and medical evacuation (demonstration)",
  body: () => ({
    titles: texts(
      "Exercice de secours et d’évacuation médicale",
      "Relief and medical evacuation drill",
      "تمرين الإغاثة والإخلاء الطبي",
      "תרגיל סיוע ופינוי רפואי",
    ),
    reference: "EX-MA-2023-1 (demonstration)",
    kind: "field",
    size: "medium",
    host: "MA",
    venue: "Demonstration training ground",
    from: "2023-09-11",
    until: "2023-09-15",
    zone: "Africa/Casablanca",
    aim: "Bring relief goods to a camp and evacuate the injured together (demonstration).",
  }),
});

const { dossier: _list, ...open } = step({
  key: "injects",
  step: "open",
  procedure: "injects/1",
  side: "MA",
  at: "2022-09-12T09:00:00Z",
  say: "opens the main events list of the drill",
  body: (reading) => ({
    exercise: reading.id("exercise"),
    titles: texts(
      "Liste des événements de l’exercice",
      "Main events list of the drill",
      "قائمة أحداث التمرين",
      "רשימת אירועי התרגיל",
    ),
    reference: "MEL-MA-2023-1 (demonstration)",
    dDay: "2023-09-11",
    zone: "Africa/Casablanca",
  }),
});

const inject = (number: number, time: string, title: string): object => ({
  id: `il-i${number}`,
  incident: "il-n1",
  title,
  type: "information",
  means: "radio",
  from: "Relief office (role player)",
  to: "Supply cell",
  audience: "MA",
  day: 0,
  time,
  expected: "The request is entered, answered and carried out (demonstration).",
});

const specification = {
  objectives: [
    {
      id: "il-o1",
      titles: texts("Remettre des secours", "Hand over relief goods", "تسليم مواد الإغاثة", "מסירת ציוד סיוע"),
    },
    { id: "il-o2", titles: texts("Évacuer les blessés", "Evacuate the injured", "إخلاء المصابين", "פינוי נפגעים") },
  ],
  scenario: "A storm on an invented coast (demonstration).",
  participants: { MA: 60, IL: 20 },
  limits: "No weapons; role players are marked; anyone may say stop.",
};

export const exerciseScene: Scene = {
  title: "A drill in relief and medical evacuation, specified by both, and the first rows of its main events list",
  steps: [
    propose,
    step({
      key: "exercise.accept",
      step: "accept",
      side: "IL",
      at: "2022-09-07T09:00:00Z",
      say: "accepts the proposal",
      body: () => ({ reference: "EX-IL-2023-4 (demonstration)" }),
    }),
    step({
      key: "exercise.specify",
      step: "specify",
      side: "IL",
      by: posts.planner.IL,
      at: "2022-09-08T09:00:00Z",
      say: "writes the specification: two objectives",
      body: () => ({ specification }),
    }),
    ...both(
      {
        key: "exercise.agree",
        step: "agreeSpecification",
        procedure: "exercise/1",
        articles: ["7"],
        dossier: "exercise",
        by: posts.coChair,
        say: "agrees to the specification",
        body: async (reading: Reading) => ({
          version: parseExercise((await reading.dossier("exercise")).data).specification?.digest,
        }),
      },
      [
        ["MA", "2022-09-09T09:00:00Z"],
        ["IL", "2022-09-09T10:00:00Z"],
      ],
    ),
    step({
      key: "exercise.conferences",
      step: "callConferences",
      side: "MA",
      by: posts.planner.MA,
      at: "2022-09-12T08:00:00Z",
      say: "calls the three planning conferences",
      body: () => ({
        conferences: [
          { id: "ma-c1", kind: "initial", from: "2022-11-15", until: "2022-11-16", venue: "Rabat" },
          { id: "ma-c2", kind: "main", from: "2023-03-14", until: "2023-03-15", venue: "Rabat" },
          { id: "ma-c3", kind: "final", from: "2023-08-15", until: "2023-08-15" },
        ],
      }),
    }),
    step({
      key: "exercise.tasks",
      step: "assignTasks",
      side: "IL",
      by: posts.planner.IL,
      at: "2022-09-12T08:30:00Z",
      say: "gives each side a task of the planning",
      body: () => ({
        tasks: [
          { id: "il-t1", title: "Survey of the ground", owner: "MA", from: "2022-10-03", until: "2022-11-04" },
          { id: "il-t2", title: "Medical support plan", owner: "IL", from: "2023-01-09", until: "2023-02-17" },
        ],
      }),
    }),
    open,
    step({
      key: "exercise.list",
      step: "linkInjects",
      side: "MA",
      by: posts.planner.MA,
      at: "2022-09-12T10:00:00Z",
      say: "names it as the list of the drill",
      body: (reading) => ({ injects: reading.id("injects") }),
    }),
    step({
      key: "injects.write",
      step: "write",
      procedure: "injects/1",
      dossier: "injects",
      side: "IL",
      at: "2022-09-14T09:00:00Z",
      say: "writes an objective, an event, an incident and two injects in one act",
      body: () => ({
        objectives: [{ id: "il-o1", title: "Hand over relief goods" }],
        events: [{ id: "il-e1", objective: "il-o1", title: "A storm on the coast" }],
        incidents: [{ id: "il-n1", event: "il-e1", title: "The road to the camp is closed" }],
        injects: [inject(1, "08:30", "Forty blankets more are asked for"), inject(2, "10:00", "Two people are hurt")],
      }),
    }),
    step({
      key: "injects.review",
      step: "review",
      procedure: "injects/1",
      dossier: "injects",
      side: "MA",
      at: "2022-09-15T09:00:00Z",
      say: "reviews both injects in the text that it read",
      body: async (reading) => ({ injects: await named(reading) }),
    }),
  ],
};
