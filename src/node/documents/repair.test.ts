// What goes wrong under documents: disks that are full or lose files, bytes that were changed, quotas, acts without
// their bytes and bytes without their act, restored databases, and erasure that must leave nothing behind.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeFrames, parseDocumentAnswer } from "../../exchange/index.ts";
import { digest as digestOf } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { openHome } from "../home.ts";
import { serveNode } from "../serve.ts";
import { type ChannelStory, openChannel, piecesOf, sendDispatch, serviceOf } from "../testing/channels.ts";
import { configured, everywhere, fileOf, flip, rowOf, sealedBytes, stateOf } from "../testing/document-files.ts";
import { codeIn, DocumentOfficer } from "../testing/documents.ts";
import { accepted, restart, startPair, type TestPair, type TestSide, until } from "../testing/pair.ts";
import { make, nextId } from "../testing/steps.ts";
import { synced } from "../testing/story.ts";
import { documentsFolder } from "./documents.ts";

let pair: TestPair;
let story: ChannelStory;
let lea: DocumentOfficer;
let hana: DocumentOfficer;

beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
  hana = new DocumentOfficer(pair.ma, { story, id: "hana" });
  lea = new DocumentOfficer(pair.il, { story, id: "lea" });
}, 60_000);
afterAll(async () => {
  await pair.close();
});

const large = new Uint8Array(200_000).fill(3);

test("a node whose disk has no room takes nothing, loses nothing, and takes it when there is room", async () => {
  await configured(pair.il, { documents: { reserveBytes: Number.MAX_SAFE_INTEGER } });
  const sent = await sendDispatch(pair.ma, { story, contents: ["No room.", large] });
  const { digest } = sent.text;
  const refused = () => pair.ma.accord().documents.link.state().refused.get(digest);
  await until(() => refused() === "exchange.noRoomForDocument", "told that there is no room");
  expect((await hana.get(`/documents/${digest}`)).json).toMatchObject({
    rung: "heldByBoth",
    refusedThere: "exchange.noRoomForDocument",
  });
  expect(await stateOf(pair.il, digest)).toBe("expected");
  // Its own officers are told before anything is sealed.
  const asked = lea.request({ act: nextId(), size: 10 });
  expect(codeIn(await lea.post("/documents", asked))).toBe("node.documentRoom");
  await configured(pair.il, { documents: {} });
  pair.ma.accord().documents.link.retry();
  await everywhere(pair, sent);
});

test("the other side's documents never take more room than this side has set", async () => {
  const { side } = pair.il.accord();
  const used = await side.store.documents.usage(side.row.accord, side.row.other);
  await configured(pair.il, { documents: { peerBytesMax: used + 100_000 } });
  const sent = await sendDispatch(pair.ma, { story, contents: ["Within.", large] });
  const [attachment] = sent.attachments;
  const refused = () =>
    pair.ma
      .accord()
      .documents.link.state()
      .refused.get(attachment?.digest ?? "");
  await until(() => refused() === "exchange.documentQuota", "told of the quota");
  await until(async () => (await stateOf(pair.il, sent.text.digest)) === "held", "what is within arrives");
  expect(existsSync(`${fileOf(pair.il, attachment?.digest ?? "")}.part`)).toBe(false);
  await configured(pair.il, { documents: {} });
  pair.ma.accord().documents.link.retry();
  await everywhere(pair, sent);
});

test("bytes that no act names, too many bytes and changed bytes are refused, and a cut document goes on", async () => {
  await pair.ma.serving.close();
  const { documents, side } = pair.il.accord();
  const content = new Uint8Array(150_000).map((_, i) => i % 251);
  const receive = async (frames: Parameters<typeof encodeFrames>[0]) => {
    const read = parseDocumentAnswer(await documents.link.receive(encodeFrames(frames)));
    if (!("answer" in read) || read.answer.kind !== "each") throw new Error("No answer.");
    return [...read.answer.documents.values()][0];
  };
  const digest = digestOf(nativeSuite, content);
  const strange = await receive([{ digest, offset: 0, bytes: content }]);
  expect(strange).toEqual({ kind: "refused", code: "exchange.unknownDocument" });
  // As an act of the other side would name it.
  const { row } = side;
  const one = {
    digest,
    size: content.length,
    reference: "{}",
    act: nextId(),
    dossier: nextId(),
    party: row.other,
    index: 0,
  };
  await side.store.commit({ accord: row.accord, documents: { named: [one], opened: [], erased: [], at: 1 } });
  const more = await receive([{ digest, offset: content.length - 1, bytes: new Uint8Array(2) }]);
  expect(more).toEqual({ kind: "refused", code: "exchange.documentTooLong" });
  const changed = content.slice();
  changed[70_000] = 255;
  expect(await receive([{ digest, offset: 0, bytes: changed }])).toEqual({
    kind: "refused",
    code: "exchange.documentAltered",
  });
  expect(existsSync(`${fileOf(pair.il, digest)}.part`)).toBe(false);
  let at = 0;
  for (const cut of [1, 7, 65_535, 65_537, 140_000]) {
    const far = await receive([{ digest, offset: at, bytes: content.subarray(at, cut) }]);
    expect(far).toEqual({ kind: "partial", offset: cut });
    // The same again, and a piece behind a gap, change nothing.
    expect(await receive([{ digest, offset: at, bytes: content.subarray(at, cut) }])).toEqual(far);
    expect(await receive([{ digest, offset: cut + 5, bytes: content.subarray(cut + 5, cut + 9) }])).toEqual(far);
    at = cut;
  }
  expect(await receive([{ digest, offset: 140_000, bytes: content.subarray(140_000) }])).toEqual({ kind: "held" });
  expect(await receive([{ digest, offset: 0, bytes: content }])).toEqual({ kind: "held" });
  expect(readFileSync(fileOf(pair.il, digest)).equals(content)).toBe(true);
  pair.ma.serving = accepted(await serveNode(accepted(openHome(pair.ma.home.folder)), { report: () => undefined }));
});

test("a file that a disk has lost is fetched again from the other side, whoever's it is", async () => {
  const sent = await sendDispatch(pair.ma, { story, contents: ["Kept with its row.", large] });
  await everywhere(pair, sent);
  const [attachment] = sent.attachments;
  const digest = attachment?.digest ?? "";
  for (const side of [pair.ma, pair.il]) {
    rmSync(fileOf(side, digest));
    await restart(side);
    if (side === pair.il) {
      // The other side's own are waited for a while before they are asked for.
      const { store, row } = side.accord().side;
      await store.documents.setState(row.accord, { digest, state: "expected", at: 0 });
      side.accord().documents.link.retry();
    }
    await until(async () => (await stateOf(side, digest)) === "held", "fetched");
    expect(statSync(fileOf(side, digest)).size).toBe(attachment?.size);
  }
});

test("a database put back from before a document was sent has it again, own or other's, with the act", async () => {
  await synced(pair);
  await pair.ma.serving.close();
  const copy = `${pair.ma.home.database}.copy`;
  copyFileSync(pair.ma.home.database, copy);
  await restart(pair.ma);
  const sent = await sendDispatch(pair.ma, { story, contents: ["After the backup.", large] });
  await everywhere(pair, sent);
  await synced(pair);
  await pair.ma.serving.close();
  copyFileSync(copy, pair.ma.home.database);
  for (const companion of ["-wal", "-shm"]) rmSync(pair.ma.home.database + companion, { force: true });
  rmSync(join(pair.ma.home.folder, "documents"), { recursive: true });
  await restart(pair.ma);
  for (const { digest } of [sent.text, ...sent.attachments])
    await until(async () => (await stateOf(pair.ma, digest)) === "held", "recovered with its act");
});

test("a document that came by another way is put in by its file, and a wrong file is not", async () => {
  await configured(pair.il, { documents: { reserveBytes: Number.MAX_SAFE_INTEGER } });
  const sent = await sendDispatch(pair.ma, { story, contents: ["By hand.", large] });
  const [attachment] = sent.attachments;
  const digest = attachment?.digest ?? "";
  await until(async () => (await rowOf(pair.il, digest)) !== undefined, "the act there");
  await pair.ma.accord().documents.link.close();
  await configured(pair.il, { documents: {} });
  const sealed = await sealedBytes(pair.ma, { digest, size: attachment?.size ?? 0 });
  const { documents } = pair.il.accord();
  const row = await documents.get(digest);
  if (!row) throw new Error("No row.");
  expect(codeIn(await lea.open(digest, nextId()))).toBe("node.documentNotHere");
  const wrong = Uint8Array.from(sealed);
  flip(wrong, wrong.length - 1);
  expect(await documents.put(row, piecesOf(wrong))).toMatchObject({ code: "exchange.documentAltered" });
  expect(await documents.put(row, piecesOf(Buffer.concat([sealed, sealed])))).toMatchObject({
    code: "exchange.documentTooLong",
  });
  const told = await lea.get(`/documents/${digest}/bytes`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: Buffer.from(sealed),
  });
  expect(told.json).toEqual({ state: "held" });
  expect((await lea.open(digest, nextId())).status).toBe(200);
  const again = await lea.get(`/documents/${digest}/bytes`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: Buffer.from(sealed),
  });
  expect(codeIn(again)).toBe("node.documentNotWanted");
  await restart(pair.ma);
});

test("what a recall has destroyed is gone from both nodes, and the proof that it was stays", async () => {
  const sent = await sendDispatch(pair.ma, { story, contents: ["To be recalled.", large] });
  await everywhere(pair, sent);
  const digests = [sent.text, ...sent.attachments].map((one) => one.digest);
  const [, file = ""] = digests;
  const at = (side: TestSide) => ({
    service: serviceOf(side, story),
    function: "liaison-officer",
    procedure: "dispatch/1",
    articles: ["1"],
    dossier: sent.id,
  });
  const ma = pair.ma.accord().side;
  const il = pair.il.accord().side;
  await make(ma, { ...at(pair.ma), step: "recall", body: { documents: digests, reason: "Sent in error." } });
  await synced(pair);
  expect(existsSync(fileOf(pair.il, file))).toBe(true);
  const officer = story.services[il.row.own]?.officers["liaison-officer"];
  const instant = `${new Date().toISOString().slice(0, 19)}Z`;
  const body = { documents: digests, statement: "Erased here and nowhere copied.", destroyedAt: instant };
  await make(il, { ...at(pair.il), step: "attestDestruction", body, ...(officer ? { officer } : {}) });
  await synced(pair);
  for (const side of [pair.ma, pair.il]) {
    await until(async () => (await stateOf(side, file)) === "erased" && !existsSync(fileOf(side, file)), "erased");
    const { store, row } = side.accord().side;
    await until(async () => (await store.documents.unswept(row.accord, 9)).length === 0, "swept");
    expect(await store.documents.bytes(row.accord, sent.text.digest)).toBeUndefined();
    const officerOf = side === pair.ma ? hana : lea;
    expect(codeIn(await officerOf.open(file, nextId()))).toBe("node.documentErased");
    const stored = await store.act(row.accord, sent.id);
    expect(stored?.row.outcome.kind).toBe("effective");
  }
  const again = encodeFrames([{ digest: file, offset: 0, bytes: new Uint8Array(10) }]);
  const answer = parseDocumentAnswer(await pair.il.accord().documents.link.receive(again));
  expect(answer).toMatchObject({ answer: { documents: new Map([[file, { kind: "erased" }]]) } });
});

test("files a crash has left are gone after a start, and a sound one that is waited for counts", async () => {
  const folder = documentsFolder(pair.il.home.folder, pair.il.accord().side.row.accord);
  const sent = await sendDispatch(pair.ma, { story, contents: ["Here.", large] });
  await everywhere(pair, sent);
  const [attachment] = sent.attachments;
  const { store, row } = pair.il.accord().side;
  await store.documents.setState(row.accord, { digest: attachment?.digest ?? "", state: "expected", at: Date.now() });
  const orphan = join(folder, "ab", "ab".repeat(32));
  mkdirSync(join(folder, "ab"), { recursive: true });
  mkdirSync(join(folder, "uploads"), { recursive: true });
  writeFileSync(orphan, "orphan");
  writeFileSync(`${orphan}.part`, "orphan");
  writeFileSync(join(folder, "uploads", "gone.part"), "orphan");
  await restart(pair.il);
  expect(existsSync(orphan) || existsSync(`${orphan}.part`)).toBe(false);
  expect(readdirSync(join(folder, "uploads"))).toEqual([]);
  expect(await stateOf(pair.il, attachment?.digest ?? "")).toBe("held");
});

test("a file whose act may be among those still to be recovered outlives the start", async () => {
  const orphan = join(documentsFolder(pair.il.home.folder, pair.il.accord().side.row.accord), "cd", "cd".repeat(32));
  mkdirSync(join(orphan, ".."), { recursive: true });
  writeFileSync(orphan, "perhaps the only copy there is");
  await pair.il.accord().side.changeLink({ recovering: true });
  await pair.ma.serving.close();
  await restart(pair.il);
  expect(existsSync(orphan)).toBe(true);
  await restart(pair.ma);
  await until(() => !pair.il.accord().side.link.recovering, "recovered");
  await restart(pair.il);
  expect(existsSync(orphan)).toBe(false);
});
