// The stream of events, and the link as its page tells it.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { OfficerClient, type Offices, openOffices, until, visitRequest } from "../testing.ts";

let office: Offices;
beforeAll(async () => {
  office = await openOffices();
});
afterAll(async () => {
  await office.pair.close();
});

/** Reads the stream until it has told so many acts; gives their ids and the last cursor. */
async function acts(client: OfficerClient, input: { after?: string; count: number }) {
  const stop = new AbortController();
  const headers = input.after === undefined ? {} : { "last-event-id": input.after };
  const response = await client.fetch("/events", { signal: stop.signal, headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("No stream.");
  const ids: string[] = [];
  let cursor = "";
  let text = "";
  const event = z.object({ type: z.string(), id: z.string().optional() });
  while (ids.length < input.count) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The stream ended.");
    text += value;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("id: ")) cursor = line.slice(4);
      if (!line.startsWith("data: ")) continue;
      const { type, id } = event.parse(JSON.parse(line.slice(6)));
      if (type === "act" && id !== undefined) ids.push(id);
    }
  }
  stop.abort();
  return { ids, cursor };
}

test("the stream of events resumes by its cursor, tells each act once, and only what its reader may know", async () => {
  const opening = (): Draft =>
    office.draft(office.ma(), { step: "draft", function: "liaison-officer", body: visitRequest(office.ma()) });
  const drafts = [opening(), opening(), opening()];
  const listening = acts(office.host, { count: 1 });
  await until(async () => {
    // The stream listens from when its answer has begun; what is registered before is read by the cursor.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return true;
  }, "a moment");
  await office.host.register(drafts[0]);
  const first = await listening;
  expect(first.ids).toEqual([drafts[0]?.id]);
  await office.host.register(drafts[1], drafts[2]);
  const second = await acts(office.host, { after: first.cursor, count: 2 });
  expect(second.ids).toEqual([drafts[1]?.id, drafts[2]?.id]);
  const all = await acts(office.host, { after: "0:0", count: office.ma().ownSize + office.il().ownSize });
  expect(new Set(all.ids).size).toBe(all.ids.length);
  const narrow = new OfficerClient(office.pair.ma, {
    id: "nora",
    service: "adn",
    functions: ["liaison-officer"],
    dossiers: [office.story.instrument],
  });
  const known = await office.ma().store.actsOfDossier(office.ma().row.accord, office.story.instrument);
  const told = await acts(narrow, { after: "0:0", count: known.length });
  expect(told.ids.sort()).toEqual(known.map((one) => one.row.id).sort());
});

test("a stopped link tells why, keeps its evidence, and is opened again by an administrator only", async () => {
  await office.ma().changeLink({
    stopped: { code: "exchange.fork", details: '{"origin":"o","size":3,"mirrored":4}', at: Date.now() },
    evidence: "entente/fork-evidence@v1\n",
  });
  expect((await office.host.get("/link")).json).toMatchObject({
    state: "stopped",
    stopped: { refusal: { code: "exchange.fork" } },
    evidence: `/api/accords/${office.ma().row.accord}/link/evidence`,
  });
  expect(new TextDecoder().decode((await office.host.get("/link/evidence")).bytes)).toBe("entente/fork-evidence@v1\n");
  const draft = office.draft(office.ma(), {
    step: "draft",
    function: "liaison-officer",
    body: visitRequest(office.ma()),
  });
  expect(await office.host.register(draft)).toMatchObject([{ refusal: { code: "exchange.linkStopped" } }]);
  expect((await office.host.post("/link/retry", undefined)).json).toMatchObject({ code: "policy.denied" });
  expect((await office.administrator.post("/link/retry", undefined)).json).toMatchObject({ state: "open" });
  expect(await office.host.register(draft)).toMatchObject([{ status: "registered" }]);
  await office.ma().changeLink({ recovering: true });
  expect((await office.host.get("/link")).json).toMatchObject({ state: "recovering" });
  await until(() => !office.ma().link.recovering, "recovered");
  expect((await office.liaison.get("/link/evidence")).status).toBe(404);
});

test("only a demonstration node lets its clock be set", async () => {
  const answer = await office.administrator.post("/api/demonstration/clock", { instant: "2021-11-24T08:00:00Z" });
  expect([answer.status, answer.json]).toMatchObject([409, { code: "api.notDemonstration" }]);
});
