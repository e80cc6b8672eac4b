import { afterAll, beforeAll, expect, test } from "vitest";
import { type ChannelStory, openChannel, sendDispatch } from "../testing/channels.ts";
import { startPair, type TestPair, type TestSide, until } from "../testing/pair.ts";

let pair: TestPair;
let story: ChannelStory;

beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
}, 60_000);
afterAll(async () => {
  await pair.close();
});

const held = async (side: TestSide, digest: string): Promise<boolean> =>
  (await side.accord().documents.get(digest))?.state === "held";

test("a text and attachments of every size reach the other node as they are, and are known to be there", async () => {
  const large = new Uint8Array(3_000_000).fill(7);
  const { text, attachments } = await sendDispatch(pair.ma, { story, contents: ["A text.", "", large] });
  for (const { digest } of [text, ...attachments]) {
    await until(() => held(pair.il, digest), `${digest} there`);
    await until(async () => (await pair.ma.accord().documents.get(digest))?.deliveredAt !== undefined, "delivered");
  }
  expect(attachments).toHaveLength(2);
});
