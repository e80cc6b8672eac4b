// What fsck says of documents: of sound ones, and of each way in which disk, index and acts may differ.

import { mkdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import { documentsFolder } from "../documents/documents.ts";
import { type ChannelStory, openChannel, sendDispatch } from "../testing/channels.ts";
import { everywhere, fileOf, flip, rowOf } from "../testing/document-files.ts";
import { startPair, type TestPair } from "../testing/pair.ts";
import { nextId } from "../testing/steps.ts";
import { synced } from "../testing/story.ts";
import { type FsckResult, fsck } from "./fsck.ts";

let pair: TestPair;
let story: ChannelStory;
beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
}, 60_000);
afterAll(async () => {
  await pair.close();
});

const check = (): Promise<FsckResult> => fsck(pair.il.accord().side, { home: pair.il.home.folder });

async function problems(): Promise<readonly string[]> {
  return (await check()).findings.map(({ where, problem }) => `${where}: ${problem}`);
}

test("whole documents are counted; changed, cut, missing and forgotten ones are found, each as such", async () => {
  const large = (seed: number): Uint8Array => new Uint8Array(100_000).fill(seed);
  const sent = await sendDispatch(pair.ma, { story, contents: ["Small.", large(1), large(2), large(3)] });
  await everywhere(pair, sent);
  await synced(pair);
  expect(await check()).toMatchObject({ findings: [], documents: { held: 4, waiting: 0, erased: 0 } });

  const [changed, cut, gone] = sent.attachments.map(({ digest }) => digest);
  const file = (digest = ""): string => fileOf(pair.il, digest);
  const bytes = readFileSync(file(changed));
  flip(bytes, 50_000);
  writeFileSync(file(changed), bytes);
  truncateSync(file(cut), 99_000);
  rmSync(file(gone));
  const size = (await rowOf(pair.il, cut ?? ""))?.size;
  const found = [
    `document ${changed}: its bytes were changed: they do not give its digest`,
    `document ${cut}: it has 99000 bytes, and its act says ${size}`,
    `document ${gone}: the index says that it is held, and its bytes are missing`,
  ];
  expect((await problems()).toSorted()).toEqual(found.toSorted());

  const db = new DatabaseSync(pair.il.home.database);
  // The schema forbids it: this is a database that something else has changed.
  const guards = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'document'").all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.prepare("DELETE FROM document WHERE digest = ?").run(Buffer.from(sent.text.digest.slice(7), "hex"));
  db.close();
  found.push(`document ${sent.text.digest}: an act names it, and the index does not know it`);
  expect((await problems()).toSorted()).toEqual(found.toSorted());
});

test("a small document whose bytes are others, and files that nothing names, are found", async () => {
  const { store, row } = pair.il.accord().side;
  const before = await problems();
  const digest = `sha256:${"7".repeat(64)}`;
  const [known] = (await store.documents.page(row.accord, { after: 0, limit: 1 })).items;
  const sealed = { from: "mod", to: "adn", keys: [] };
  const reference = known?.reference ?? "";
  const document = { digest, size: 5, reference, act: nextId(), sealed, changedAt: Date.now() };
  await store.documents.add(row.accord, [{ row: document, bytes: utf8("other") }]);
  const folder = documentsFolder(pair.il.home.folder, row.accord);
  mkdirSync(join(folder, "ab"), { recursive: true });
  mkdirSync(join(folder, "uploads"), { recursive: true });
  const orphan = "ab".repeat(32);
  const files = [join(folder, "ab", orphan), join(folder, "ab", `${orphan}.part`), join(folder, "uploads", "x.part")];
  for (const path of files) writeFileSync(path, "orphan");
  // Just written: a running node may be about to name them.
  const young = [`document ${digest}: its bytes were changed: they do not give its digest`];
  const added = async () => (await problems()).filter((line) => !before.includes(line)).toSorted();
  expect(await added()).toEqual(young);
  for (const path of files) utimesSync(path, 0, 0);
  expect(await added()).toEqual(
    [
      ...young,
      `document sha256:${orphan}: a file that nothing names; the next start of the node removes it`,
      `document sha256:${orphan}: a part of a file that nothing names; the next start of the node removes it`,
      "document upload x: a file of an upload that nobody began; the next start of the node removes it",
    ].toSorted(),
  );
});
