// A course in mountain rescue: offered, seats for each side, one nominee who waits and gets a seat when those that
// nobody took are released six weeks before; vetted by both, held, certified, and what was sealed about one who came
// erased at both nodes. All of it is demonstration data; the people are invented and nobody.

import type { Party } from "../data.ts";
import { posts } from "../posts.ts";
import type { ActStep, Content, Reading, Scene, Step } from "../step.ts";

type Made = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body"> &
  Partial<Pick<ActStep, "by" | "documents" | "grave">>;

/** A step of the course under article 4, by the training officer unless told otherwise. */
const step = (made: Made): ActStep => ({
  kind: "act",
  procedure: "course/1",
  articles: ["4"],
  by: posts.trainingOfficer[made.side],
  dossier: "course",
  ...made,
});

const school: Readonly<Record<Party, string>> = { MA: "far-training", IL: "idf-training" };
const iteration = "summer-2022";
const nominees = ["il-01", "il-02"] as const;

const sealed = (name: string, lines: readonly string[], to: Party): Content => ({
  name,
  mediaType: "text/plain",
  text: ["DEMONSTRATION / DÉMONSTRATION", "", ...lines, ""].join("\n"),
  to: school[to],
});

const details = (nominee: string): Content =>
  sealed(`${nominee}.txt`, [`Nominee ${nominee}: rank, name and papers (an invented nobody).`], "MA");

const each = (of: object) => ({ iteration, nominees: nominees.map((nominee) => ({ nominee, ...of })) });

const { dossier: _, ...offer } = step({
  key: "course",
  step: "offer",
  side: "MA",
  at: "2022-06-06T09:00:00Z",
  say: "offers a course in mountain rescue (demonstration)",
  body: () => ({
    reference: "ST-MA-2022-1 (demonstration)",
    entry: {
      code: "MR-1",
      titles: {
        fr: "Secours en montagne",
        en: "Mountain rescue",
        ar: "الإنقاذ في الجبال",
        he: "חילוץ בהרים",
      },
      discipline: "Rescue",
      delivery: "residential",
      school: "Mountain school (demonstration)",
      languages: ["en", "fr"],
      durationDays: 5,
      costs: "sendingTravels",
      certificate: true,
      languageProfile: { language: "en", profile: "2211" },
      medicalFitness: true,
    },
  }),
});

interface Course {
  readonly version?: string;
  readonly iterations: readonly { readonly instructions?: { readonly digest: string } }[];
}

/** The course as its node tells it: of the form its procedure gives it. */
function parseCourse(data: unknown): Course {
  return data as Course;
}
const course = async (reading: Reading): Promise<Course> => parseCourse((await reading.dossier("course")).data);

const seats: readonly Step[] = [
  offer,
  step({
    key: "course.accept",
    step: "accept",
    side: "IL",
    at: "2022-06-07T07:00:00Z",
    say: "accepts the course",
    body: async (reading) => ({ reference: "TR-IL-2022-4 (demonstration)", entry: (await course(reading)).version }),
  }),
  step({
    key: "course.schedule",
    step: "scheduleIteration",
    side: "MA",
    at: "2022-06-07T10:00:00Z",
    say: "schedules it for 25 July: four seats, two of them Morocco's and one Israel's",
    body: () => ({
      iteration,
      from: "2022-07-25",
      until: "2022-07-29",
      capacity: 4,
      quotas: { MA: 2, IL: 1 },
      venue: "High Atlas (demonstration)",
    }),
  }),
  step({
    key: "course.nominate",
    step: "nominate",
    side: "IL",
    at: "2022-06-08T07:00:00Z",
    say: "nominates two, each with sealed details; the second waits",
    documents: { "nominees.0.details": details("il-01"), "nominees.1.details": details("il-02") },
    body: () => ({
      iteration,
      nominees: nominees.map((nominee) => ({ nominee, function: "Rescue instructor", priority: 1 })),
    }),
  }),
  step({
    key: "course.release",
    step: "releaseSeats",
    side: "MA",
    at: "2022-06-13T09:00:00Z",
    say: "releases the seats nobody took, six weeks before: one is offered to who waits",
    body: () => ({ iteration }),
  }),
  step({
    key: "course.seat",
    step: "acceptSeats",
    side: "IL",
    at: "2022-06-14T07:00:00Z",
    say: "takes the seat",
    body: () => ({ iteration, nominees: ["il-02"] }),
  }),
];

const vetting: readonly Step[] = [
  step({
    key: "course.certify",
    step: "certify",
    side: "IL",
    by: posts.trainingSecurity.IL,
    at: "2022-06-15T07:00:00Z",
    say: "certifies both: language and fitness",
    body: () => each({ profile: "3322", medicallyFit: true }),
  }),
  step({
    key: "course.vet",
    step: "vet",
    side: "MA",
    by: posts.trainingSecurity.MA,
    at: "2022-06-17T09:00:00Z",
    say: "vets both",
    body: () => each({ decision: "accepted" }),
  }),
  step({
    key: "course.confirm",
    step: "confirm",
    side: "MA",
    at: "2022-06-20T09:00:00Z",
    say: "confirms both seats",
    body: () => ({ iteration, nominees }),
  }),
  step({
    key: "course.instructions",
    step: "issueInstructions",
    side: "MA",
    at: "2022-06-21T09:00:00Z",
    say: "issues sealed joining instructions",
    documents: { instructions: sealed("instructions.txt", ["Rendez-vous à l’école, dimanche 24 juillet."], "IL") },
    body: () => ({ iteration }),
  }),
  step({
    key: "course.acknowledge",
    step: "acknowledge",
    side: "IL",
    at: "2022-06-22T07:00:00Z",
    say: "acknowledges the instructions for both",
    body: async (reading) => ({
      iteration,
      nominees,
      instructions: (await course(reading)).iterations[0]?.instructions?.digest,
    }),
  }),
];

const held: readonly Step[] = [
  step({
    key: "course.arrivals",
    step: "recordArrivals",
    side: "MA",
    at: "2022-07-25T09:00:00Z",
    say: "records that both have come",
    body: () => each({ on: "2022-07-25" }),
  }),
  step({
    key: "course.results",
    step: "recordResults",
    side: "MA",
    at: "2022-07-29T14:00:00Z",
    say: "records that both have completed the course",
    body: () => each({ result: "completed" }),
  }),
  step({
    key: "course.certificates",
    step: "issueCertificates",
    side: "MA",
    grave: true,
    at: "2022-07-29T15:00:00Z",
    say: "issues two certificates",
    body: () => ({ iteration, nominees: nominees.map((nominee, i) => ({ nominee, number: `MR-2022-${i + 1}` })) }),
  }),
  step({
    key: "course.report",
    step: "reportCourse",
    side: "MA",
    at: "2022-08-02T09:00:00Z",
    say: "reports on the course",
    body: () => ({ iteration, summary: { en: "Held as planned (demonstration)" } }),
  }),
  step({
    key: "course.erase",
    step: "erasePersonalData",
    side: "IL",
    at: "2022-08-03T07:00:00Z",
    say: "has the details of its first nominee erased",
    body: async (reading) => ({
      documents: [await reading.document({ act: "course.nominate", path: "nominees.0.details" })],
      ground: "seatOver",
    }),
  }),
  {
    kind: "tell",
    async lines(readings) {
      const document = { act: "course.nominate", path: "nominees.0.details" };
      await Promise.all([readings.MA.erased(document), readings.IL.erased(document)]);
      return ["The details of il-01 are gone at both nodes; that they were there can still be proved."];
    },
  },
];

export const courseScene: Scene = {
  title: "A course in mountain rescue, and a seat that was not lost",
  steps: [...seats, ...vetting, ...held],
};
