import { expect, test } from "vitest";
import { programmeProcedure } from "../../procedures/index.ts";
import { type ProgrammeShown, parseProgramme } from "./programme-data.ts";
import { quickBody, quickSteps } from "./quick-steps.ts";
import { theDay } from "./testing/day.ts";

const digest = `sha256:${"2".repeat(64)}`;
const blank = JSON.parse(JSON.stringify({ ...programmeProcedure.blank(), host: "MA" }));
const data: ProgrammeShown = parseProgramme({
  ...blank,
  versions: [{ number: 1, digest, at: 0, step: "tableProgramme" }],
  engagements: theDay,
  moves: { count: 2, noted: 1, latest: [] },
  pending: { digest, engagements: theDay, acknowledged: [], reason: "Road" },
});

test.each(quickSteps)("%s has the body its form takes", (step) => {
  const body = quickBody(step, data);
  expect(programmeProcedure.steps[step]?.body.safeParse(body)).toMatchObject({ success: true });
});

test("agreeing names each clash that is taken as it is", () => {
  expect(quickBody("agreeProgramme", data)).toEqual({
    version: digest,
    acknowledged: [{ from: "brigade", to: "talks" }],
  });
});

test("there is nothing to agree to, accept or note in a dossier just opened", () => {
  const opened = parseProgramme(blank);
  for (const step of quickSteps) expect(quickBody(step, opened), step).toBeUndefined();
});

test("data that are no programme's are a fault, not a page", () => {
  expect(() => parseProgramme({ current: {} })).toThrow("no programme");
});
