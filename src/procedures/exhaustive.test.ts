// Every procedure of the catalogue, exhausted with its examples: by either opener, every state and step, and every pair
// of steps that cross.

import { describe, expect, test } from "vitest";
import type { JsonObject } from "../acts/index.ts";
import { accordExamples, accordProcedure } from "./accord/index.ts";
import { allProcedures } from "./catalogue.ts";
import { channelExamples, channelProcedure } from "./channel/index.ts";
import { clearanceExamples, clearanceProcedure } from "./clearance/index.ts";
import { committeeExamples, committeeProcedure } from "./committee/index.ts";
import { communiqueExamples, communiqueProcedure, otherCommuniqueExamples } from "./communique/index.ts";
import { contestExamples, contestProcedure } from "./contest/index.ts";
import { courierExamples, courierProcedure } from "./courier/index.ts";
import { courseExamples, courseProcedure, otherCourseExamples } from "./course/index.ts";
import type { Procedure } from "./declaration.ts";
import { designationExamples, designationProcedure } from "./designation/index.ts";
import { dispatchExamples, dispatchProcedure } from "./dispatch/index.ts";
import { endUseExamples, endUseProcedure } from "./end-use/index.ts";
import { equivalenceExamples, equivalenceProcedure } from "./equivalence/index.ts";
import { incidentExamples, incidentProcedure } from "./incident/index.ts";
import { offsetExamples, offsetProcedure, otherOffsetExamples } from "./offset/index.ts";
import { planExamples, planProcedure } from "./plan/index.ts";
import { otherProcurementExamples, procurementExamples, procurementProcedure } from "./procurement/index.ts";
import { programmeExamples, programmeProcedure } from "./programme/index.ts";
import { otherProjectExamples, projectExamples, projectProcedure } from "./project/index.ts";
import { releaseExamples, releaseProcedure } from "./release/index.ts";
import { otherRequestExamples, requestExamples, requestProcedure } from "./request/index.ts";
import { retentionExamples, retentionProcedure } from "./retention/index.ts";
import { explorationTerms } from "./testing/channel-terms.ts";
import { exerciseLearned, exercisePlanned } from "./testing/exercise-exploration.ts";
import { exhaust, type Findings } from "./testing/exhaustive.ts";
import type { ExampleContext, Exploring } from "./testing/exploration.ts";
import { injectsPlayed, injectsWritten } from "./testing/injects-exploration.ts";
import { visitTerms } from "./testing/visit-story.ts";
import { termsWith } from "./testing/walk.ts";
import { visitExamples, visitProcedure } from "./visit/index.ts";

/** How a procedure is explored, whatever its data: by this opener, so many dossiers. */
interface Exploration {
  readonly procedure: Procedure<unknown>;
  readonly findings: (opener: 0 | 1, dossiers: number) => Findings;
  /** Dossiers that are enough to come everywhere. */
  readonly dossiers: number;
}

function exploration<Data>(exploring: Omit<Exploring<Data>, "opener">, dossiers: number): Exploration {
  const findings = (opener: 0 | 1, most: number): Findings => exhaust({ ...exploring, opener }, most);
  return { procedure: exploring.procedure, findings, dossiers };
}

/** One procedure on two ways of use: what either comes to is come to. */
function alternatives(one: Exploration, other: Exploration): Exploration {
  const findings = (opener: 0 | 1, dossiers: number): Findings => {
    const [a, b] = [one.findings(opener, dossiers), other.findings(opener, dossiers)];
    const inBoth = (of: (found: Findings) => readonly string[]): string[] =>
      of(a).filter((name) => of(b).includes(name));
    return {
      problems: [...a.problems, ...b.problems],
      statesNotReached: inBoth((found) => found.statesNotReached),
      stepsNotTaken: inBoth((found) => found.stepsNotTaken),
      gaps: inBoth((found) => found.gaps),
      dossiers: a.dossiers + b.dossiers,
      tried: a.tried + b.tried,
      crossed: a.crossed + b.crossed,
    };
  };
  return { ...one, findings };
}

/** The example's text with an annex by which the accord enters into force some time after the second note. */
function tabledForLater(context: ExampleContext<ReturnType<typeof accordProcedure.blank>>): JsonObject {
  const example = accordExamples.tableVersion(context);
  if (!("annex" in example)) return example;
  const entryIntoForce = {
    rule: { kind: "daysAfterSecondNote", days: 30 },
    zone: "Africa/Casablanca",
    provisional: ["2"],
  };
  return { ...example, annex: { ...(example.annex as JsonObject), entryIntoForce } };
}

/** The provisional application, registered when the day of the entry into force is known and has not come. */
function registeredLate(context: ExampleContext<ReturnType<typeof accordProcedure.blank>>): JsonObject {
  const subject = context.data.inForceFrom === undefined ? "instrument" : "provisionalApplication";
  return { ...accordExamples.registerAtUn(context), subject };
}

const accord = {
  procedure: accordProcedure,
  examples: accordExamples,
  terms: { ...termsWith(), accord: undefined },
  start: "2021-11-24T15:00:00Z",
};

const start = "2030-11-24T15:00:00Z";

const explorations: readonly Exploration[] = [
  alternatives(
    exploration(accord, 600),
    exploration(
      {
        ...accord,
        crosses: false,
        examples: { ...accordExamples, tableVersion: tabledForLater, registerAtUn: registeredLate },
      },
      0,
    ),
  ),
  exploration(
    {
      procedure: designationProcedure,
      examples: designationExamples,
      terms: termsWith(),
      start: "2021-11-24T15:00:00Z",
    },
    60,
  ),
  exploration(
    { procedure: contestProcedure, examples: contestExamples, terms: termsWith(), start: "2021-11-24T15:00:00Z" },
    10,
  ),
  exploration(
    {
      procedure: visitProcedure,
      examples: visitExamples,
      terms: visitTerms,
      start,
      // A day of the visit.
      later: ["2031-03-04T12:00:00Z"],
      others: [
        {
          decideSite: (context) => ({ ...visitExamples.decideSite?.(context), decision: "deferred", reason: "Works" }),
          decideDeferred: ({ data }) => {
            const site = Object.values(data.decisions).find((one) => one.decision === "deferred")?.site ?? "";
            return { decision: { decision: "refused", site, reason: "Works" } };
          },
          confirmEmergency: () => ({ decision: "refused", dutyOfficer: "Duty officer", reason: "No escort" }),
          logGate: (context) => ({
            ...visitExamples.logGate?.(context),
            direction: "turnedAway",
            at: "2030-11-24T15:00:00Z",
          }),
        },
      ],
    },
    2000,
  ),
  exploration(
    {
      procedure: programmeProcedure,
      examples: programmeExamples,
      others: [
        { invite: () => ({ titles: { en: "Visit" }, reference: "INV-1", visitor: "Minister", host: "Minister" }) },
      ],
      terms: termsWith(),
      start,
    },
    300,
  ),
  exploration({ procedure: equivalenceProcedure, examples: equivalenceExamples, terms: explorationTerms, start }, 40),
  exploration({ procedure: channelProcedure, examples: channelExamples, terms: explorationTerms, start }, 100),
  exploration({ procedure: dispatchProcedure, examples: dispatchExamples, terms: explorationTerms, start }, 600),
  exploration(
    {
      procedure: requestProcedure,
      examples: requestExamples,
      others: otherRequestExamples,
      terms: explorationTerms,
      start,
    },
    1500,
  ),
  exploration({ procedure: releaseProcedure, examples: releaseExamples, terms: explorationTerms, start }, 150),
  exploration({ procedure: incidentProcedure, examples: incidentExamples, terms: explorationTerms, start }, 600),
  exploration({ procedure: retentionProcedure, examples: retentionExamples, terms: explorationTerms, start }, 20),
  exploration({ procedure: planProcedure, examples: planExamples, terms: termsWith(), start }, 300),
  exploration({ procedure: committeeProcedure, examples: committeeExamples, terms: termsWith(), start }, 300),
  exploration(
    {
      procedure: communiqueProcedure,
      examples: communiqueExamples,
      others: otherCommuniqueExamples,
      terms: termsWith(),
      start,
      // After the hour that a notice announces.
      later: ["2030-11-28T12:00:00Z"],
    },
    400,
  ),
  exploration({ procedure: endUseProcedure, examples: endUseExamples, terms: termsWith(), start }, 300),
  exploration(
    {
      procedure: courseProcedure,
      examples: courseExamples,
      others: otherCourseExamples,
      terms: termsWith(),
      start,
      // On the last day, and when personal data are due.
      later: ["2030-12-24T12:00:00Z", "2031-07-20T12:00:00Z"],
    },
    350,
  ),
  exploration(
    {
      procedure: projectProcedure,
      examples: projectExamples,
      others: [otherProjectExamples],
      terms: termsWith(),
      start,
    },
    400,
  ),
  alternatives(exploration(exercisePlanned(start), 220), exploration(exerciseLearned(start), 0)),
  alternatives(exploration(injectsWritten(start), 250), exploration(injectsPlayed(start), 320)),
  exploration(
    {
      procedure: procurementProcedure,
      examples: procurementExamples,
      others: [otherProcurementExamples],
      terms: termsWith(),
      start,
    },
    1_100,
  ),
  exploration(
    {
      procedure: offsetProcedure,
      examples: offsetExamples,
      others: [otherOffsetExamples],
      terms: termsWith(),
      start,
    },
    300,
  ),
  exploration({ procedure: clearanceProcedure, examples: clearanceExamples, terms: termsWith(), start }, 40),
  exploration({ procedure: courierProcedure, examples: courierExamples, terms: termsWith(), start }, 120),
];

/** Seconds on a machine at rest; the limit is for one that is not. */
const timeout = 180_000;

test("every procedure of the catalogue is exhausted here", () => {
  expect(explorations.map(({ procedure }) => procedure)).toEqual(allProcedures);
});

describe.each(explorations.map((one) => [one.procedure.name, one] as const))("%s", (_, one) => {
  test("every step is taken or refused, every crossing converges, and every state and step is come to", {
    timeout,
  }, async (context) => {
    const { problems, statesNotReached, stepsNotTaken, gaps, ...looked } = one.findings(0, one.dossiers);
    await context.annotate(JSON.stringify(looked));
    expect(problems).toEqual([]);
    expect({ statesNotReached, stepsNotTaken }).toEqual({ statesNotReached: [], stepsNotTaken: [] });
    expect(gaps).toEqual([]);
  });

  test("the same holds where the founding's second side opens", { timeout }, () => {
    const { problems, dossiers } = one.findings(1, Math.ceil(one.dossiers / 6));
    expect(problems).toEqual([]);
    expect(dossiers).toBeGreaterThan(1);
  });
});
