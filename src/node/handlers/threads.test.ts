// What goes by the channels as one list, on two served sides.

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { type ChannelStory, openChannel, sendDispatch } from "../testing/channels.ts";
import { DocumentOfficer } from "../testing/documents.ts";
import { startPair, type TestPair } from "../testing/pair.ts";
import { nextId } from "../testing/steps.ts";
import { synced } from "../testing/story.ts";

let pair: TestPair;
let story: ChannelStory;
let lea: DocumentOfficer;
let dispatch: string;

beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
  lea = new DocumentOfficer(pair.il, { story, id: "lea" });
  dispatch = (await sendDispatch(pair.ma, { story, contents: ["A text"] })).id;
  await synced(pair);
}, 60_000);
afterAll(() => pair.close());

const page = z.object({
  items: z.array(
    z.looseObject({
      row: z.looseObject({ dossier: z.string(), turn: z.array(z.string()), due: z.unknown() }),
      channel: z.string(),
      opener: z.string(),
      label: z.looseObject({ classification: z.string(), releasableTo: z.array(z.string()) }),
    }),
  ),
  more: z.boolean(),
});

async function threads(query = ""): Promise<z.output<typeof page>> {
  return page.parse((await lea.get(`/threads${query}`)).json);
}

test("a dispatch stands in the list with its channel, who opened it and its label", async () => {
  const { items, more } = await threads();
  expect(more).toBe(false);
  expect(items).toMatchObject([
    { row: { dossier: dispatch, turn: ["IL"] }, channel: story.channel, opener: "MA", label: { policy: "MA-IL" } },
  ]);
});

test("the list is narrowed by channel, procedure, turn and whether it is open", async () => {
  expect((await threads(`?channel=${story.channel}&procedure=dispatch&turn=IL&open=true`)).items).toHaveLength(1);
  expect((await threads(`?channel=${nextId()}`)).items).toEqual([]);
  expect((await threads("?procedure=request")).items).toEqual([]);
  expect((await threads("?turn=MA")).items).toEqual([]);
  expect((await threads("?open=false")).items).toEqual([]);
});

test("when there are more than were asked for, the answer says so", async () => {
  await sendDispatch(pair.ma, { story, contents: ["Another text"] });
  await synced(pair);
  const { items, more } = await threads("?limit=1");
  expect([items.length, more]).toEqual([1, true]);
});

test("a procedure that goes by no channel is refused", async () => {
  expect(await lea.get("/threads?procedure=visit")).toMatchObject({ status: 400, json: { code: "api.badInput" } });
});
