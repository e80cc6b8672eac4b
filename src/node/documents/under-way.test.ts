// What changes while a document is under way: a clearance runs out, a label is lowered, a key is revoked, bytes are cut
// or come twice, and what is to be erased is held.

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentRef } from "../../acts/index.ts";
import { utf8 } from "../../base/index.ts";
import { encodeFrames, type Frame, type HowFar, parseDocumentAnswer } from "../../exchange/index.ts";
import { digest as digestOf } from "../../seal/index.ts";
import { nativeSuite, randomBytes } from "../../seal/native.ts";
import { type ChannelStory, dispatchOf, openChannel, sendDispatch, serviceOf } from "../testing/channels.ts";
import { configured, everywhere, rowOf, sealedBytes, stateOf } from "../testing/document-files.ts";
import { codeIn, DocumentOfficer } from "../testing/documents.ts";
import { startPair, type TestPair, type TestSide, until } from "../testing/pair.ts";
import { make, nextId } from "../testing/steps.ts";
import { synced } from "../testing/story.ts";

const start = Date.parse("2021-11-01T09:00:00Z");
const hour = 3_600_000;
const later = (hours: number): string => new Date(start + hours * hour).toISOString();

let pair: TestPair;
let story: ChannelStory;
let hana: DocumentOfficer;
let lea: DocumentOfficer;

beforeAll(async () => {
  pair = await startPair({ storyClock: new Date(start).toISOString() });
  story = await openChannel(pair);
  hana = new DocumentOfficer(pair.ma, { story, id: "hana" });
  lea = new DocumentOfficer(pair.il, { story, id: "lea" });
}, 60_000);
afterAll(async () => {
  await pair.close();
});

function setClocks(hours: number): void {
  for (const { serving } of [pair.ma, pair.il]) {
    const { clock } = serving.node;
    if (!("set" in clock) || typeof clock.set !== "function") throw new Error("No story clock.");
    clock.set(start + hours * hour);
  }
}

const maker = (side: TestSide, dossier: string) => ({
  service: serviceOf(side, story),
  function: "liaison-officer",
  procedure: "dispatch/1",
  articles: ["1"],
  dossier,
});

test("a clearance that runs out between listing and opening bars the opening, and what was opened before", async () => {
  const sent = await sendDispatch(pair.ma, { story, contents: ["First.", "Second."], classification: "restricted" });
  await everywhere(pair, sent);
  const [second] = sent.attachments;
  const clearance = { level: 1, until: later(1) };
  const tamar = new DocumentOfficer(pair.il, { story, id: "tamar", clearance });
  const listed = await tamar.get(`/dossiers/${sent.id}/documents`);
  expect(listed.json).toMatchObject({ items: [{ document: second }, { document: sent.text }] });
  expect((await tamar.open(sent.text.digest, nextId())).status).toBe(200);
  expect((await tamar.content(sent.text.digest)).status).toBe(200);
  setClocks(2);
  const { store, row } = pair.il.accord().side;
  const before = await store.accessLog.page(row.accord, { start: 0, limit: 1 });
  expect((await tamar.open(second?.digest ?? "", nextId())).json).toMatchObject({
    code: "policy.denied",
    details: { rules: expect.arrayContaining([expect.stringMatching(/clear/)]) },
  });
  expect((await tamar.content(sent.text.digest)).status).toBe(403);
  const log = await store.accessLog.page(row.accord, { start: before.size, limit: 10 });
  const refused = { officer: "tamar", allowed: false, code: "policy.denied" };
  expect(log.items).toMatchObject([
    { ...refused, document: second?.digest, action: "open" },
    { ...refused, document: sent.text.digest, action: "content" },
  ]);
  expect((await rowOf(pair.il, second?.digest ?? ""))?.openedBy).toBeUndefined();
  expect((await tamar.get(`/dossiers/${sent.id}/documents`)).json).not.toMatchObject({ items: [{}, {}] });
});

test("after a lowering the document is decided by its lower label, and the others by theirs", async () => {
  const sent = await sendDispatch(pair.ma, {
    story,
    contents: ["Lowered.", "As it was."],
    classification: "restricted",
  });
  await everywhere(pair, sent);
  const [second] = sent.attachments;
  const clearance = { level: 0, until: later(9_000) };
  const noam = new DocumentOfficer(pair.il, { story, id: "noam", clearance });
  expect(codeIn(await noam.open(sent.text.digest, nextId()))).toBe("policy.denied");
  const label = { ...sent.text.label, classification: "unclassified", releasableTo: [...sent.text.label.releasableTo] };
  const body = { documents: [sent.text.digest], label, reason: "The visit has been announced." };
  await make(pair.ma.accord().side, { ...maker(pair.ma, sent.id), step: "lower", classification: "restricted", body });
  await synced(pair);
  expect((await noam.open(sent.text.digest, nextId())).json).toMatchObject({ name: "report.txt" });
  const content = await noam.content(sent.text.digest);
  expect(await content.text()).toBe("Lowered.");
  expect(codeIn(await noam.open(second?.digest ?? "", nextId()))).toBe("policy.denied");
});

test("what this side holds for a reason is erased by none of its acts until the hold is lifted", async () => {
  const sent = await sendDispatch(pair.ma, { story, contents: ["Held."] });
  await everywhere(pair, sent);
  const { digest } = sent.text;
  const il = pair.il.accord().side;
  const keeper = { service: "registry", function: "registrar", procedure: "retention/1" };
  const hold = await make(il, { ...keeper, step: "hold", body: { documents: [digest], reason: "An inquiry." } });
  const erase = { ...keeper, step: "erase", body: { documents: [digest], rule: { name: "by-hand" } } };
  await expect(make(il, erase)).rejects.toThrow("An inquiry.");
  const recall = { documents: [digest], reason: "Sent in error." };
  await make(pair.ma.accord().side, { ...maker(pair.ma, sent.id), step: "recall", body: recall });
  await synced(pair);
  const officer = story.services[il.row.own]?.officers["liaison-officer"];
  const statement = { documents: [digest], statement: "Erased here.", destroyedAt: later(2).replace(".000", "") };
  const attest = {
    ...maker(pair.il, sent.id),
    step: "attestDestruction",
    body: statement,
    ...(officer && { officer }),
  };
  await expect(make(il, attest)).rejects.toThrow("procedures.documentHeld");
  expect(await stateOf(pair.il, digest)).toBe("held");
  await make(il, { ...keeper, step: "lift", dossier: hold, body: { reason: "The inquiry has ended." } });
  await make(il, attest);
  await synced(pair);
  for (const side of [pair.ma, pair.il]) await until(async () => (await stateOf(side, digest)) === "erased", "erased");
});

test("what its originator holds stays on its node when the other attests, and goes when the hold is over", async () => {
  const sent = await sendDispatch(pair.ma, { story, contents: ["Held by its originator."] });
  await everywhere(pair, sent);
  const { digest } = sent.text;
  const [ma, il] = [pair.ma.accord().side, pair.il.accord().side];
  const recall = { documents: [digest], reason: "Sent in error." };
  await make(ma, { ...maker(pair.ma, sent.id), step: "recall", body: recall });
  const keeper = { service: "registry", function: "registrar", procedure: "retention/1" };
  const hold = await make(ma, { ...keeper, step: "hold", body: { documents: [digest], reason: "A court has asked." } });
  await synced(pair);
  const officer = story.services[il.row.own]?.officers["liaison-officer"];
  const body = { documents: [digest], statement: "Erased here.", destroyedAt: later(2).replace(".000", "") };
  await make(il, { ...maker(pair.il, sent.id), step: "attestDestruction", body, ...(officer && { officer }) });
  await synced(pair);
  await until(async () => (await stateOf(pair.il, digest)) === "erased", "erased there");
  expect(await stateOf(pair.ma, digest)).toBe("held");
  await configured(pair.ma, {});
  expect(await pair.ma.accord().retention.eraseReleased()).toBe(0);
  expect(await stateOf(pair.ma, digest)).toBe("held");
  const { side } = pair.ma.accord();
  await make(side, { ...keeper, step: "lift", dossier: hold, body: { reason: "The court has what it asked for." } });
  await until(async () => (await stateOf(pair.ma, digest)) === "erased", "erased here too");
  const erasures = (await side.store.actsOfProcedures(side.row.accord, ["retention"])).filter(
    ({ row }) => row.step === "erase" && row.party === side.row.own,
  );
  expect(erasures.map(({ row }) => row.outcome.kind)).toEqual(["effective"]);
});

async function receive(frames: readonly Frame[]): Promise<readonly HowFar[]> {
  const read = parseDocumentAnswer(await pair.il.accord().documents.link.receive(encodeFrames(frames)));
  if (!("answer" in read) || read.answer.kind !== "each") throw new Error("No answer.");
  return [...read.answer.documents.values()];
}

/** A document that an act of the other side names, and whose bytes nobody brings by himself. */
async function awaited(content: Uint8Array): Promise<string> {
  const { side } = pair.il.accord();
  const digest = digestOf(nativeSuite, content);
  const { row } = side;
  const ids = { act: nextId(), dossier: nextId() };
  const one = { digest, size: content.length, reference: "{}", ...ids, party: row.other, index: 0 };
  await side.store.commit({ accord: row.accord, documents: { named: [one], opened: [], erased: [], at: start } });
  return digest;
}

test("law: a document cut at any bytes, with pieces twice and late, arrives as it was sent", async () => {
  const sizes = fc.integer({ min: 1, max: 200_000 });
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
  const property = fc.asyncProperty(sizes, shares, fc.boolean(), async (size, places, twice) => {
    const content = randomBytes(size);
    const digest = await awaited(content);
    const cuts = [...places.map((place) => Math.floor(place * size)), size].toSorted((a, b) => a - b);
    let at = 0;
    for (const cut of cuts) {
      const piece = { digest, offset: at, bytes: content.subarray(at, cut) };
      const [far] = await receive([piece]);
      expect(far).toEqual(cut === size ? { kind: "held" } : { kind: "partial", offset: cut });
      if (twice) expect(await receive([piece])).toEqual([far]);
      at = cut;
    }
    const served = await sealedBytes(pair.il, { digest, size });
    expect(Buffer.compare(served, content)).toBe(0);
  });
  await fc.assert(property, { numRuns: 15 });
});

test("what is delivered a second time, small or large, whole or in one request twice, changes nothing", async () => {
  for (const size of [500, 150_000]) {
    const content = randomBytes(size);
    const digest = await awaited(content);
    const whole = { digest, offset: 0, bytes: content };
    expect(await receive([whole, whole])).toEqual([{ kind: "held" }]);
    const row = await rowOf(pair.il, digest);
    expect(await receive([whole])).toEqual([{ kind: "held" }]);
    expect(await receive([{ ...whole, bytes: randomBytes(size) }])).toEqual([{ kind: "held" }]);
    expect(await rowOf(pair.il, digest)).toEqual(row);
    expect(Buffer.compare(await sealedBytes(pair.il, { digest, size }), content)).toBe(0);
  }
});

test("a key revoked while a document is under way bars later acts; what was sent arrives and opens", async () => {
  await configured(pair.il, { documents: { reserveBytes: Number.MAX_SAFE_INTEGER } });
  const sent = await sendDispatch(pair.ma, { story, contents: ["Under way."] });
  await synced(pair);
  const act = nextId();
  const content = new Uint8Array(150_000).fill(5);
  const upload = await hana.begin({ act, size: content.length });
  await hana.send(upload, { offset: 0, bytes: content.subarray(0, 100_000) });
  await revoke(pair.il);
  await synced(pair);
  // The upload goes on and ends, and no act may name what it gave.
  await hana.sendRest(upload, content);
  const ref: DocumentRef = { ...sent.text, ...(await hana.end(upload)) };
  const submit = async (text: DocumentRef) => {
    const draft = dispatchOf(pair.ma, { story, id: act, text });
    return await pair.ma.accord().side.submit([{ kind: "draft", draft }]);
  };
  expect(await submit(ref)).toMatchObject([{ status: "refused", refusal: { code: "node.sealingKeyLapsed" } }]);
  const again: DocumentRef = { ...sent.text, ...(await hana.seal(act, utf8("Sealed to the new key."))) };
  expect(await submit(again)).toMatchObject([{ status: "registered" }]);
  // What the register named before the revocation is owed: its bytes arrive, and the revoked key's holder reads them.
  await configured(pair.il, { documents: {} });
  pair.ma.accord().documents.link.retry();
  await everywhere(pair, sent);
  expect((await lea.open(sent.text.digest, nextId())).status).toBe(200);
  const { sealed } = (await rowOf(pair.ma, again.digest)) ?? {};
  const old = (await rowOf(pair.ma, sent.text.digest))?.sealed;
  expect(sealed?.keys).not.toEqual(old?.keys);
});

/** Revokes the hybrid key of the side's service and publishes another. */
async function revoke(side: TestSide): Promise<void> {
  const { side: own } = side.accord();
  const stored = await own.store.actsOfProcedures(own.row.accord, ["designation"]);
  const designated = stored.find((one) => one.row.party === own.row.own && one.row.step === "designate");
  const old = side.home.sealing.list().find((one) => one.kind === "hybrid");
  const next = side.home.sealing.make(String(old?.service), "hybrid");
  const step = { service: "registry", function: "registrar", procedure: "designation/1" };
  const dossier = String(designated?.row.dossier);
  const body = { recipient: old?.recipient, reason: "compromised" };
  await make(own, { ...step, dossier, step: "issueSealingKey", body: { recipient: next.recipient } });
  await make(own, { ...step, dossier, step: "revokeSealingKey", body });
}
