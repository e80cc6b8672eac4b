// A story in two real registers: a channel opened by both, a request from each side, a report whose recall is executed,
// a release to a third party denied, an incident closed. The subject matter is invented.

import { expect, test } from "vitest";
import { allProcedures } from "./catalogue.ts";
import { channelExamples, exampleChannel } from "./channel/index.ts";
import { dispatchExamples } from "./dispatch/index.ts";
import { incidentExamples } from "./incident/index.ts";
import { releaseExamples } from "./release/index.ts";
import { requestExamples } from "./request/index.ts";
import { DossierActs } from "./testing/dossier-acts.ts";
import { il, inForceWithIntelligence, ma, type Registers, type Side } from "./testing/registers.ts";

type Steps = readonly (readonly [Side, string])[];
type Examples = ConstructorParameters<typeof DossierActs>[1]["examples"];

const registers: Registers = inForceWithIntelligence();
const label = { classification: "unclassified" } as const;

/** Makes the steps in turn; each must take effect. */
function story(procedure: string, input: { examples: NonNullable<Examples>; steps: Steps }): DossierActs {
  const dossier = new DossierActs(registers, { procedure, examples: input.examples });
  for (const [side, step] of input.steps)
    expect([procedure, step, dossier.make(side, step, label)]).toEqual([procedure, step, "effective"]);
  return dossier;
}

/** The examples' documents bear a caveat that these acts do not. */
function plain(examples: NonNullable<Examples>): NonNullable<Examples> {
  return Object.fromEntries(
    Object.entries(examples).map(([step, example]) => [
      step,
      (context) => JSON.parse(JSON.stringify(example(context)).replaceAll(',"caveats":["orcon"]', "")),
    ]),
  );
}

test("the services of both sides correspond from the channel's opening to its close", () => {
  const channel = new DossierActs(registers, { procedure: "channel", examples: channelExamples });
  const services = { IL: "channel", MA: "channel" };
  const body = exampleChannel({ terms: registers.ground.presentTerms(Date.UTC(2022, 0, 1)) }, { services });
  expect(channel.make(ma, "propose", { body })).toBe("effective");
  expect(channel.make(il, "confirm")).toBe("effective");

  const asking = (requesting: Side, receiving: Side): Steps => [
    [requesting, "release"],
    [requesting, "transmit"],
    [receiving, "acknowledge"],
    [receiving, "opened"],
    [receiving, "accept"],
    [receiving, "finalReply"],
    [requesting, "opened"],
    [requesting, "receive"],
    [requesting, "assess"],
    [requesting, "giveFeedback"],
    [requesting, "close"],
  ];
  expect(story("request", { examples: plain(requestExamples), steps: asking(ma, il) }).state).toBe("closed");
  expect(story("request", { examples: plain(requestExamples), steps: asking(il, ma) }).state).toBe("closed");

  const report = story("dispatch", {
    examples: plain(dispatchExamples),
    steps: [
      [il, "send"],
      [ma, "receipt"],
      [ma, "opened"],
      [il, "recall"],
      [ma, "attestDestruction"],
    ],
  });
  const attested = report.lastOf(ma);
  const step = allProcedures.find((one) => one.name === "dispatch")?.steps.attestDestruction;
  expect(attested && step?.erases(attested.act.body)).toMatchObject({ on: "both" });

  const denied: Steps = [
    [ma, "ask"],
    [il, "deny"],
  ];
  expect(story("release", { examples: plain(releaseExamples), steps: denied }).state).toBe("denied");
  const found: Steps = [
    [ma, "suspect"],
    [ma, "notify"],
    [il, "acknowledge"],
    [ma, "reportPreliminary"],
    [ma, "conclude"],
    [ma, "close"],
    [il, "close"],
  ];
  expect(story("incident", { examples: plain(incidentExamples), steps: found }).state).toBe("closed");

  expect(channel.make(il, "close")).toBe("effective");
  const late = new DossierActs(registers, { procedure: "dispatch", examples: plain(dispatchExamples) });
  expect(late.make(ma, "send", { ...label, change: { channel: channel.dossier } })).toBe("procedures.channelNotOpen");
});

test("a document with a caveat needs an act that bears it", () => {
  const marked = new DossierActs(registers, { procedure: "dispatch", examples: dispatchExamples });
  expect(marked.make(ma, "send", label)).toBe("procedures.documentMarking");
});
