// Sealed bytes that are not what the register says they are: changed on the disk, or sealed under another label or act.

import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import { type ChannelStory, openChannel, serviceOf } from "../testing/channels.ts";
import { fileOf, flip } from "../testing/document-files.ts";
import { codeIn, DocumentOfficer } from "../testing/documents.ts";
import { startPair, type TestPair } from "../testing/pair.ts";
import { nextId } from "../testing/steps.ts";

let pair: TestPair;
let story: ChannelStory;
let hana: DocumentOfficer;

beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
  hana = new DocumentOfficer(pair.ma, { story, id: "hana" });
}, 60_000);
afterAll(async () => {
  await pair.close();
});

test("a sealed file changed on the disk is refused where it was changed; its content breaks off there", async () => {
  const content = new Uint8Array(300_000).fill(9);
  const { digest } = await hana.seal(nextId(), content);
  const bytes = readFileSync(fileOf(pair.ma, digest));
  flip(bytes, bytes.length - 10);
  writeFileSync(fileOf(pair.ma, digest), bytes);
  const response = await hana.content(digest);
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
  flip(bytes, 5000);
  writeFileSync(fileOf(pair.ma, digest), bytes);
  expect(codeIn(await hana.open(digest, nextId()))).toBe("seal.bodyAltered");
  writeFileSync(fileOf(pair.ma, digest), bytes.subarray(0, 4000));
  expect(codeIn(await hana.open(digest, nextId()))).toBe("seal.bodyAltered");
});

test("a label or an act inside the sealed bytes other than the register's is found when it is opened", async () => {
  const { store, row } = pair.ma.accord().side;
  const content = utf8("Under another name.");
  const act = nextId();
  const { digest, ...ref } = await hana.seal(act, content);
  const bytes = (await store.documents.bytes(row.accord, digest)) ?? new Uint8Array();
  // As if another act, or another label, had been registered for these bytes.
  const misnamed = async (change: object, of = nextId()): Promise<string> => {
    await store.documents.forget(row.accord, digest);
    const reference = JSON.stringify({ ...ref, digest, ...change });
    const known = await hana.get(`/documents/${digest}`);
    expect(known.status).toBe(404);
    const sealed = { from: serviceOf(pair.ma, story), to: "mod", keys: [] };
    await store.documents.add(row.accord, [
      { row: { digest, size: ref.size, reference, act: of, sealed, changedAt: Date.now() }, bytes },
    ]);
    return codeIn(await hana.open(digest, nextId()));
  };
  expect(await misnamed({})).toBe("acts.documentOfOtherAct");
  expect(await misnamed({ label: { ...hana.request({ act, size: 0 }).label, caveats: ["orcon"] } }, act)).toBe(
    "acts.documentLabelDiffers",
  );
  expect(await misnamed({ mediaType: "application/pdf" }, act)).toBe("acts.documentTypeDiffers");
});
