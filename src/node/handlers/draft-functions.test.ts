// In whose function a draft becomes an act: who composes it need not know who will release it.

import { afterAll, beforeAll, expect, test } from "vitest";
import { isFunctionCode } from "../../acts/index.ts";
import {
  bringIntoForce,
  draftOfStep,
  type InForce,
  OfficerClient,
  startPair,
  type TestPair,
  visitMaker,
  visitRequest,
} from "../testing.ts";

let pair: TestPair;
let story: InForce;
beforeAll(async () => {
  pair = await startPair();
  story = await bringIntoForce(pair);
});
afterAll(async () => {
  await pair.close();
});

test("who releases does so in a function of their own, whatever the one in which it was composed", async () => {
  const { side } = pair.il.accord();
  const maker = visitMaker(side, story);
  const { service } = maker;
  const [lea, sam] = ["lea", "sam"].map(
    (id) => new OfficerClient(pair.il, { id, service, functions: ["planner", "liaison-officer"] }),
  );
  const composedIn = "security-officer";
  if (!lea || !sam || !isFunctionCode(composedIn)) throw new Error("No officers.");
  const step = { ...maker, function: "liaison-officer", step: "draft", body: visitRequest(side) };
  const draft = { ...draftOfStep(side, step), function: composedIn };
  expect((await lea.post("/drafts", draft)).json).toMatchObject({ state: "composed", composer: "lea" });
  expect((await sam.get(`/drafts/${draft.id}`)).json).toMatchObject({ draft: { function: "liaison-officer" } });
  const released = await sam.post(`/drafts/${draft.id}/release`, { version: 1 });
  expect(released.json).toMatchObject({ results: [{ status: "registered" }] });
  expect((await sam.get(`/acts/${draft.id}`)).json).toMatchObject({ act: { function: "liaison-officer" } });
  expect((await side.store.act(side.row.accord, draft.id))?.row.officer).toBe("sam");
});
