import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { channelTerms, openChannel } from "../testing/channel-terms.ts";
import { ChannelWalk, hours } from "../testing/channel-walk.ts";
import { israel, morocco } from "../testing/walk.ts";
import { examples } from "./examples.ts";
import { type IncidentData, incidentProcedure } from "./incident.ts";

const suspected = (change: JsonObject = {}): { made: string; walk: ChannelWalk<IncidentData> } => {
  const walk = new ChannelWalk(incidentProcedure, { examples });
  return { made: walk.make(morocco, "suspect", { change }), walk };
};

test("a suspicion is notified at once, reported, investigated, answered by measures and closed by both", () => {
  const { walk } = suspected({ discoveredAt: hours(0) });
  expect(walk.walk.viewAt(hours(1))).toMatchObject({
    turn: [morocco],
    deadlines: [{ name: "notice", at: Date.parse(hours(2)), owners: [morocco] }],
  });
  walk.go("MA notify");
  expect(walk.walk.viewAt(hours(1)).turn).toEqual([morocco, israel]);
  walk.go("IL acknowledge", "MA reportPreliminary", "IL takeMeasures", "MA takeMeasures", "MA conclude");
  expect(walk.data.measures).toHaveLength(2);
  walk.go("MA close");
  expect(walk.state).toBe("concluded");
  walk.go("IL close");
  expect(walk.state).toBe("closed");
});

test("what is suspected had begun before it was discovered, and was discovered before it is told", () => {
  expect(suspected({ discoveredAt: hours(1) }).made).toBe("procedures.incidentDates");
  expect(suspected({ discoveredAt: hours(-2), since: hours(-1) }).made).toBe("procedures.incidentDates");
  expect(suspected({ discoveredAt: hours(-1), since: hours(-2) }).made).toBe("effective");
});

test("a notice is acknowledged once, also after the first report", () => {
  const { walk } = suspected();
  walk.go("MA notify", "MA reportPreliminary", "IL acknowledge");
  expect(walk.state).toBe("reported");
  expect(walk.make(israel, "acknowledge")).toBe("procedures.alreadyRecorded");
});

test("an incident is closed with the outcome of its findings", () => {
  const { walk } = suspected();
  walk.go("MA notify", "MA reportPreliminary", "MA conclude");
  expect(walk.make(israel, "close", { body: { outcome: "compromised" } })).toBe("procedures.incidentOutcome");
});

test("measures that cross a close are not lost", () => {
  const { walk } = suspected();
  walk.go("MA notify", "MA reportPreliminary", "MA conclude", "MA close");
  expect(walk.make(morocco, "takeMeasures", { saw: 0 })).toBe("effective");
  expect(walk.make(israel, "close", { saw: 5 })).toBe("effective");
  expect([walk.state, walk.data.measures.length]).toEqual(["closed", 1]);
});

test("a compromise can be told when the channel is suspended or closed", () => {
  for (const state of ["suspended", "closed"] as const) {
    const terms = channelTerms({ channel: openChannel({ state }) });
    const walk = new ChannelWalk(incidentProcedure, { examples, terms });
    const change = { channel: openChannel().dossier };
    expect(walk.make(morocco, "suspect", { change })).toBe("effective");
    walk.go("MA notify", "MA reportPreliminary");
  }
});
