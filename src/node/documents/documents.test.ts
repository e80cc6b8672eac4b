// Sealed documents between two served sides, through the API, the link and the officers' programs.

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DocumentRef, parseDocumentRef } from "../../acts/index.ts";
import { utf8 } from "../../base/index.ts";
import { type ChannelStory, dispatchOf, openChannel, sendDispatch } from "../testing/channels.ts";
import { rowOf } from "../testing/document-files.ts";
import { codeIn, DocumentOfficer, detailsIn } from "../testing/documents.ts";
import { accepted, restart, startPair, type TestPair, until } from "../testing/pair.ts";
import { make, nextId } from "../testing/steps.ts";
import { synced } from "../testing/story.ts";

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

async function arrived(digest: string): Promise<void> {
  await until(async () => (await rowOf(pair.il, digest))?.state === "held", "the document there");
}

const refIn = (value: unknown): DocumentRef => accepted(parseDocumentRef(value));

/** Compared as a whole: a difference byte by byte would take minutes to print. */
async function same(response: Response, content: Uint8Array): Promise<boolean> {
  return Buffer.from(await response.arrayBuffer()).equals(content);
}

/** Bytes that no compression and no repetition makes smaller, the same each time. */
function contentOf(length: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
}

test("a text and attachments of every size reach the other node as they are, and are known to be there", async () => {
  const large = contentOf(3_000_000);
  const { text, attachments } = await sendDispatch(pair.ma, { story, contents: ["A text.", "", large] });
  for (const { digest } of [text, ...attachments]) {
    await arrived(digest);
    await until(async () => (await rowOf(pair.ma, digest))?.deliveredAt !== undefined, "delivered");
  }
  const [, last] = attachments;
  const told = await hana.get(`/documents/${last?.digest}`);
  expect(told.json).toMatchObject({ state: "held", rung: "delivered", author: "MA", document: last });
});

test("a content sent over HTTP is sealed, sent, opened by the addressee's service and read whole", async () => {
  const content = contentOf(700_001);
  const act = nextId();
  const upload = await hana.begin({ act, size: content.length, name: "Rapport été 2021.txt" });
  await hana.sendRest(upload, content);
  const ref = refIn(await hana.end(upload));
  expect(await hana.end(upload)).toEqual(ref);
  const draft = dispatchOf(pair.ma, { story, id: act, text: ref });
  const [result] = await pair.ma.accord().side.submit([{ kind: "draft", draft }]);
  expect(result?.status).toBe("registered");
  await arrived(ref.digest);

  expect(codeIn(await lea.get(`/documents/${ref.digest}/content?function=liaison-officer`))).toBe(
    "node.documentNotOpened",
  );
  const id = nextId();
  const opened = await lea.open(ref.digest, id);
  expect(opened.json).toMatchObject({ name: "Rapport été 2021.txt", size: content.length, openedBy: id });
  // Opened once, whoever opens it again.
  expect((await lea.open(ref.digest, nextId())).json).toMatchObject({ openedBy: id });
  const response = await lea.content(ref.digest);
  expect(response.headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''Rapport%20%C3%A9t%C3%A9%202021.txt",
  );
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await same(response, content)).toBe(true);
  await until(async () => (await rowOf(pair.ma, ref.digest))?.openedBy === id, "the opening known to its author");
  expect((await hana.get(`/documents/${ref.digest}`)).json).toMatchObject({ rung: "opened", openedBy: id });
  expect((await hana.get(`/dossiers/${act}/documents`)).json).toMatchObject({ items: [{ document: ref }] });
  // The author's own service reads it without an act.
  expect(await same(await hana.content(ref.digest), content)).toBe(true);
});

test("an upload cut at any byte goes on where it stands, after a restart too, with the same content", async () => {
  const content = contentOf(400_000);
  const cuts = [1, 65_535, 65_536, 70_000, 131_072, 200_001, 399_999];
  const act = nextId();
  const upload = await hana.begin({ act, size: content.length });
  let offset = 0;
  for (const cut of cuts) {
    const told = await hana.send(upload, { offset, bytes: content.subarray(offset, cut) });
    expect(told.json).toMatchObject({ offset: cut });
    offset = cut;
    const wrong = await hana.send(upload, { offset: offset + 1, bytes: content.subarray(offset) });
    expect([codeIn(wrong), detailsIn(wrong)]).toEqual(["node.uploadOffset", { got: offset + 1, offset }]);
    if (cut === 200_001) {
      await restart(pair.ma);
      const again = await hana.send(upload, { offset, bytes: content.subarray(offset) });
      // Whole chunks only outlive a restart.
      expect(Number(detailsIn(again).offset)).toBeLessThan(offset);
      expect(Number(detailsIn(again).offset)).toBeGreaterThan(offset - 2 * 65_536);
      offset = Number(detailsIn(again).offset);
    }
  }
  expect(codeIn(await hana.post(`/documents/uploads/${upload}/end`, undefined))).toBe("acts.documentSizeDiffers");
  const more = await hana.send(upload, { offset, bytes: new Uint8Array(content.length) });
  expect(codeIn(more)).toBe("acts.documentSizeDiffers");
  await hana.sendRest(upload, content);
  const { digest } = await hana.end(upload);
  expect(codeIn(await hana.send(upload, { offset: content.length, bytes: new Uint8Array() }))).toBe("node.uploadEnded");
  expect(await same(await hana.content(digest), content)).toBe(true);
});

test("an upload cut before anything was sealed is begun anew, and another officer's is not told of", async () => {
  const upload = await hana.begin({ act: nextId(), size: 200_000 });
  await hana.send(upload, { offset: 0, bytes: contentOf(10_000) });
  const other = new DocumentOfficer(pair.ma, { story, id: "hicham" });
  expect(codeIn(await other.get(`/documents/uploads/${upload}`))).toBe("api.unknown");
  await restart(pair.ma);
  expect(codeIn(await hana.get(`/documents/uploads/${upload}`))).toBe("node.uploadLost");
  expect((await hana.get(`/documents/uploads/${upload}`, { method: "DELETE" })).json).toEqual({ dropped: upload });
  expect(codeIn(await hana.get(`/documents/uploads/${upload}`))).toBe("api.unknown");
});

test.each([
  ["a path", "../../etc/passwd"],
  ["a control character", "report\u0007.txt"],
  ["a turn of the writing's direction", "report\u202etxt.exe"],
  ["nothing but dots", ".."],
])("a file's name with %s is refused before anything is sealed", async (_, name) => {
  const told = await hana.post("/documents", hana.request({ act: nextId(), size: 1, name }));
  expect(codeIn(told)).toBe("acts.badSealedHead");
});

test("content beyond 10 GiB or the disk, or for a service without keys, is refused before it is sealed", async () => {
  const asked = (change: object) => ({ ...hana.request({ act: nextId(), size: 1 }), ...change });
  expect(codeIn(await hana.post("/documents", asked({ size: 11 * 2 ** 30 })))).toBe("node.documentTooLarge");
  expect(codeIn(await hana.post("/documents", asked({ to: "nobody" })))).toBe("procedures.noSealingKey");
  expect(codeIn(await hana.post("/documents", asked({ from: "registry" })))).toBe("policy.denied");
});

test("an act may not name a document not here, sealed for another act, or described otherwise", async () => {
  const act = nextId();
  const ref = refIn(await hana.seal(act, utf8("A report.")));
  const submit = async (id: typeof act, text: typeof ref): Promise<unknown> => {
    const draft = dispatchOf(pair.ma, { story, id, text });
    const [result] = await pair.ma.accord().side.submit([{ kind: "draft", draft }]);
    return result?.status === "refused" ? result.refusal.code : result?.status;
  };
  expect(await submit(act, { ...ref, digest: `sha256:${"0".repeat(64)}` })).toBe("node.documentUnknown");
  expect(await submit(nextId(), ref)).toBe("node.documentForOtherAct");
  expect(await submit(act, { ...ref, size: ref.size + 1 })).toBe("node.documentDiffers");
  expect(await submit(act, { ...ref, label: { ...ref.label, classification: "restricted" } })).toBe(
    "procedures.documentAboveAct",
  );
  expect(await submit(act, ref)).toBe("registered");
});

test("several small contents are sealed by one request, each with its own result", async () => {
  const act = nextId();
  const { size: _, ...asked } = hana.request({ act, size: 0 });
  const contents = ["one", "two", "three"].map((text) => ({ ...asked, content: Buffer.from(text).toString("base64") }));
  const body = {
    documents: [...contents, { ...asked, name: "a/b", content: "" }, { ...asked, to: "nobody", content: "" }],
  };
  const told = await hana.post("/documents/batch", body);
  expect(told.json).toMatchObject({
    results: [
      { status: "sealed", document: { mediaType: "text/plain" } },
      { status: "sealed" },
      { status: "sealed" },
      { status: "refused", refusal: { code: "acts.badSealedHead" } },
      { status: "refused", refusal: { code: "procedures.noSealingKey" } },
    ],
  });
  expect(codeIn(await hana.post("/documents/batch", { documents: [{ ...asked, content: "?" }] }))).toBe("api.badInput");
});

test("a document that no act names may be forgotten, one that an act names may not", async () => {
  const { digest } = await hana.seal(nextId(), utf8("Never sent."));
  expect((await hana.get(`/documents/${digest}`)).json).toMatchObject({ rung: "sealed", state: "held" });
  expect((await hana.get(`/documents/${digest}`, { method: "DELETE" })).json).toEqual({ forgotten: digest });
  expect(codeIn(await hana.get(`/documents/${digest}`))).toBe("api.unknown");
  const { text } = await sendDispatch(pair.ma, { story, contents: ["Sent."] });
  expect(codeIn(await hana.get(`/documents/${text.digest}`, { method: "DELETE" }))).toBe("node.documentNamed");
});

test("an upload that no act names is told to nobody on the other side", async () => {
  const { digest } = await hana.seal(nextId(), utf8("Not released."));
  const served = await pair.ma.accord().documents.link.serve({ digest, offset: 0 });
  expect(served).toMatchObject({ code: "api.unknown" });
  const row = await rowOf(pair.ma, digest);
  expect(row?.named).toBeUndefined();
  expect(await rowOf(pair.il, digest)).toBeUndefined();
});

test("another service's keys do not open a document, and the attempt is in the access log", async () => {
  const { text } = await sendDispatch(pair.ma, { story, contents: ["For one service."] });
  await arrived(text.digest);
  const stranger = new DocumentOfficer(pair.il, { story, id: "sami", service: "registry" });
  const told = await stranger.open(text.digest, nextId());
  expect(codeIn(told)).toBe("seal.noIdentity");
  const { store, row } = pair.il.accord().side;
  const { size } = await store.accessLog.page(row.accord, { start: 0, limit: 1 });
  const { items } = await store.accessLog.page(row.accord, { start: size - 1, limit: 1 });
  expect(items).toMatchObject([{ officer: "sami", document: text.digest, code: "seal.noIdentity" }]);
});

test("an auditor may not open a document, and that is logged with the rule", async () => {
  const { text } = await sendDispatch(pair.ma, { story, contents: ["Not for auditors."] });
  await arrived(text.digest);
  const auditor = new DocumentOfficer(pair.il, { story, id: "omar", functions: ["auditor"] });
  expect(codeIn(await auditor.open(text.digest, nextId()))).toBe("policy.denied");
  expect((await rowOf(pair.il, text.digest))?.openedBy).toBeUndefined();
});

test("a key revoked between sealing and registering bars the act; what was sent before still opens", async () => {
  const sent = await sendDispatch(pair.ma, { story, contents: ["Sent before."] });
  await arrived(sent.text.digest);
  const act = nextId();
  const ref = refIn(await hana.seal(act, utf8("Sealed before.")));
  const { il } = pair;
  const { side } = il.accord();
  const designation = (await side.store.actsOfProcedures(side.row.accord, ["designation"])).find(
    (one) => one.row.party === "IL" && one.row.step === "designate",
  )?.row.dossier;
  const [old] = il.home.sealing.list();
  const next = il.home.sealing.make(String(old?.service), "hybrid");
  const registry = { service: "registry", function: "registrar", procedure: "designation/1" };
  const hybrid = il.home.sealing.list().find((one) => one.kind === "hybrid" && one.recipient !== next.recipient);
  const body = { old: hybrid?.recipient, new: next.recipient };
  await make(side, { ...registry, step: "rotateSealingKey", dossier: String(designation), body });
  await synced(pair);
  const [result] = await pair.ma
    .accord()
    .side.submit([{ kind: "draft", draft: dispatchOf(pair.ma, { story, id: act, text: ref }) }]);
  expect(result).toMatchObject({ status: "refused", refusal: { code: "node.sealingKeyLapsed" } });
  expect((await lea.open(sent.text.digest, nextId())).status).toBe(200);
  const again = refIn(await hana.seal(act, utf8("Sealed before.")));
  const draft = dispatchOf(pair.ma, { story, id: act, text: again });
  expect(await pair.ma.accord().side.submit([{ kind: "draft", draft }])).toMatchObject([{ status: "registered" }]);
});

test("a content sealed for an older reader is of X25519 keys alone", async () => {
  const upload = await hana.post("/documents", { ...hana.request({ act: nextId(), size: 3 }), older: true });
  const { upload: id } = upload.json as { upload: string };
  await hana.sendRest(id, utf8("old"));
  const { digest } = await hana.end(id);
  const { store, row } = pair.ma.accord().side;
  const text = Buffer.from((await store.documents.bytes(row.accord, digest)) ?? []).toString("latin1");
  expect(text.match(/^-> X25519 /gm)).toHaveLength(2);
  expect(text).not.toContain("mlkem768");
  expect(readFileSync(pair.ma.home.database).length).toBeGreaterThan(0);
});
