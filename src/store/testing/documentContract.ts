// The contract, sixth part: sealed documents. What an act names is expected with its leaf or not at all; what is erased
// stays erased, and what a register names is never forgotten.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Store } from "../port.ts";
import { type DocumentChanges, smallDocumentMax } from "../portDocuments.ts";
import { actId, commitOfActs, other, own, RegisterWriter, sampleAccord, sampleDossier } from "./sample.ts";
import { type MakeStand, onStand, type Stand } from "./stand.ts";

const { accord, ownOrigin } = sampleAccord();
const at = 1_637_764_200_000;

function sample(n: number, size = 10): { digest: string; size: number; reference: string; bytes: Uint8Array } {
  const bytes = new Uint8Array(size).fill(n);
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { digest, size, reference: `{"n":${n}}`, bytes };
}

/** What a commit says of documents named by the act at `index`. */
function naming(n: number, given: { index: number; party?: typeof own; size?: number }): DocumentChanges {
  const { digest, size, reference } = sample(n, given.size);
  const party = given.party ?? own;
  const act = actId(given.index);
  const one = { digest, size, reference, act, dossier: actId(0), party, index: given.index };
  return { named: [one], opened: [], erased: [], at };
}

async function withActs(stand: Stand): Promise<{ store: Store; writer: RegisterWriter }> {
  const store = await stand.open();
  await store.addAccord(sampleAccord());
  return { store, writer: new RegisterWriter(ownOrigin) };
}

async function uploaded(store: Store, n: number, act = actId(0)): Promise<string> {
  const { digest, size, reference, bytes } = sample(n);
  const row = { digest, size, reference, act, sealed: { from: "a", to: "b", keys: ["k1", "k2"] }, changedAt: at };
  await store.documents.add(accord, [{ row, bytes }]);
  return digest;
}

export function documentContract(make: MakeStand): void {
  namingTests(make);
  stateTests(make);
  uploadTests(make);
  listTests(make);
}

function namingTests(make: MakeStand): void {
  test("a document is expected from the commit of the act that names it, and of no other commit", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      const copy = writer.copy();
      expect(await store.commit({ ...commitOfActs(writer, 1), documents: naming(1, { index: 0 }) })).toBe("committed");
      expect(await store.commit({ ...commitOfActs(copy, 1), documents: naming(2, { index: 0 }) })).toBe("conflict");
      const row = await store.documents.get(accord, sample(1).digest);
      expect(row).toMatchObject({ state: "expected", act: actId(0), author: own, size: 10, deliveredAt: undefined });
      expect(row?.named).toEqual({ party: own, index: 0, dossier: actId(0) });
      expect(await store.documents.get(accord, sample(2).digest)).toBeUndefined();
      expect((await store.documents.ofDossier(accord, actId(0))).map((one) => one.digest)).toEqual([row?.digest]);
    });
  });

  test("an upload is named by its own act only, and only then it may be delivered", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      const digest = await uploaded(store, 1, actId(1));
      await store.commit({ ...commitOfActs(writer, 1), documents: naming(1, { index: 0 }) });
      expect((await store.documents.get(accord, digest))?.named).toBeUndefined();
      expect(await store.documents.toDeliver(accord, { heldSize: 9, limit: 9 })).toEqual([]);
      await store.commit({ ...commitOfActs(writer, 1), documents: naming(1, { index: 1 }) });
      expect((await store.documents.get(accord, digest))?.named?.index).toBe(1);
      expect(await store.documents.toDeliver(accord, { heldSize: 1, limit: 9 })).toEqual([]);
      expect(await store.documents.toDeliver(accord, { heldSize: 2, limit: 9 })).toEqual([{ digest, size: 10 }]);
      await store.documents.delivered(accord, { digests: [digest], at: 5 });
      await store.documents.delivered(accord, { digests: [digest], at: 6 });
      expect(await store.documents.toDeliver(accord, { heldSize: 2, limit: 9 })).toEqual([]);
      expect((await store.documents.get(accord, digest))?.deliveredAt).toBe(5);
    });
  });

  test("a document that an act names is not forgotten; one that none names is, with its bytes", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      const named = await uploaded(store, 1);
      const spare = await uploaded(store, 2, actId(7));
      await store.commit({ ...commitOfActs(writer, 1), documents: naming(1, { index: 0 }) });
      expect(await store.documents.forget(accord, named)).toBe(false);
      expect(await store.documents.bytes(accord, spare)).toEqual(sample(2).bytes);
      expect(await store.documents.forget(accord, spare)).toBe(true);
      expect(await store.documents.bytes(accord, spare)).toBeUndefined();
      expect(await store.documents.get(accord, spare)).toBeUndefined();
    });
  });
}

function stateTests(make: MakeStand): void {
  test("a small document arrives with its bytes, a large one without; a small one without is a fault", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      const large = sample(2, smallDocumentMax + 1);
      await store.commit({ ...commitOfActs(writer, 1), documents: naming(1, { index: 0 }) });
      await store.commit({ ...commitOfActs(writer, 1), documents: naming(2, { index: 1, size: large.size }) });
      const small = sample(1);
      const documents = [
        { digest: small.digest, bytes: small.bytes },
        { digest: large.digest, bytes: undefined },
      ];
      expect(await store.documents.arrived(accord, { documents, at })).toEqual(new Set([small.digest, large.digest]));
      expect(await store.documents.bytes(accord, small.digest)).toEqual(small.bytes);
      expect(await store.documents.usage(accord, own)).toBe(small.size + large.size);
      const without = { documents: [{ digest: small.digest, bytes: undefined }], at };
      await expect(store.documents.arrived(accord, without)).rejects.toMatchObject({ code: "store.lostBytes" });
    });
  });

  test("what an act erases is gone from the file, stays erased, and may not arrive again", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      const { digest, bytes } = sample(0x5a, 20_000);
      await store.commit({ ...commitOfActs(writer, 1), documents: naming(0x5a, { index: 0, size: 20_000 }) });
      await store.documents.arrived(accord, { documents: [{ digest, bytes }], at });
      const erasing = { named: [], opened: [], erased: [{ digest, act: actId(1), on: undefined }], at: at + 1 };
      await store.commit({ ...commitOfActs(writer, 1), documents: erasing });
      await store.documents.scrub();
      expect(await store.documents.get(accord, digest)).toMatchObject({ state: "erased", erasedBy: actId(1) });
      expect(await store.documents.bytes(accord, digest)).toBeUndefined();
      expect(await store.documents.usage(accord, own)).toBe(0);
      expect(await store.documents.unswept(accord, 9)).toEqual([digest]);
      await store.documents.swept(accord, [digest]);
      expect(await store.documents.unswept(accord, 9)).toEqual([]);
      expect(await store.documents.arrived(accord, { documents: [{ digest, bytes }], at })).toEqual(new Set());
      await store.documents.setState(accord, { digest, state: "expected", at });
      expect((await store.documents.get(accord, digest))?.state).toBe("erased");
      const [driver, path] = stand.place;
      if (driver === "sqlite") expect(readFileSync(path).indexOf(Buffer.alloc(200, 0x5a))).toBe(-1);
    });
  });

  test("an erasure for one side's node leaves the other's bytes, and an opening keeps its first act", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      const digest = await uploaded(store, 1);
      await store.commit({ ...commitOfActs(writer, 1), documents: naming(1, { index: 0 }) });
      const changes = (n: number): DocumentChanges => ({
        named: [],
        opened: [{ digest, act: actId(n) }],
        erased: [{ digest, act: actId(n), on: other }],
        at,
      });
      await store.commit({ ...commitOfActs(writer, 1), documents: changes(1) });
      await store.commit({ ...commitOfActs(writer, 1), documents: changes(2) });
      expect(await store.documents.get(accord, digest)).toMatchObject({ state: "held", openedBy: actId(1) });
    });
  });
}

function uploadTests(make: MakeStand): void {
  test("an upload is kept as it was saved, ends with its document, and is found when it lies idle", async () => {
    await onStand(make, async (stand) => {
      const { store } = await withActs(stand);
      const row = { id: "u1", officer: "lea", request: "{}", touchedAt: at, digest: undefined };
      await store.documents.saveUpload(accord, row);
      expect(await store.documents.upload(accord, "u1")).toEqual(row);
      expect(await store.documents.idleUploads(accord, { before: at, limit: 5 })).toEqual([]);
      expect(await store.documents.idleUploads(accord, { before: at + 1, limit: 5 })).toEqual(["u1"]);
      const { digest, size, reference, bytes } = sample(3);
      const document = { digest, size, reference, act: actId(0), sealed: undefined, changedAt: at };
      await store.documents.add(accord, [{ row: document, bytes, upload: "u1" }]);
      expect((await store.documents.upload(accord, "u1"))?.digest).toBe(digest);
      await store.documents.removeUpload(accord, "u1");
      expect(await store.documents.upload(accord, "u1")).toBeUndefined();
    });
  });
}

function listTests(make: MakeStand): void {
  test("small documents are to be delivered before large ones, and what is missing or unnamed is found", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      for (const [index, n] of [3, 1, 2].entries()) {
        const changes = naming(n, { index, size: n * 100 });
        await store.commit({ ...commitOfActs(writer, 1), documents: changes });
        const { digest, bytes } = sample(n, n * 100);
        if (n !== 2) await store.documents.arrived(accord, { documents: [{ digest, bytes }], at });
      }
      const due = await store.documents.toDeliver(accord, { heldSize: 3, limit: 9 });
      expect(due.map(({ size }) => size)).toEqual([100, 300]);
      const missing = await store.documents.missing(accord, { before: 0, limit: 9 });
      expect(missing.map(({ size }) => size)).toEqual([200]);
      await uploaded(store, 9, actId(9));
      expect(await store.documents.unnamed(accord, { before: at, limit: 9 })).toEqual([]);
      expect(await store.documents.unnamed(accord, { before: at + 1, limit: 9 })).toHaveLength(1);
      const page = await store.documents.page(accord, { after: 0, limit: 3 });
      expect(page.items).toHaveLength(3);
      expect((await store.documents.page(accord, { after: page.next ?? 0, limit: 3 })).items).toHaveLength(1);
    });
  });

  test("the documents of a closed dossier are listed with its procedure, those of an open one are not", async () => {
    await onStand(make, async (stand) => {
      const { store, writer } = await withActs(stand);
      const changes = naming(1, { index: 0 });
      await store.commit({ ...commitOfActs(writer, 1), dossiers: [sampleDossier(0)], documents: changes });
      expect((await store.documents.ofClosed(accord, { after: 0, limit: 9 })).items).toEqual([]);
      const closed = sampleDossier(0, { final: true, turn: [], changedAt: at + 7 });
      await store.commit({ accord, dossiers: [closed] });
      const { items } = await store.documents.ofClosed(accord, { after: 0, limit: 9 });
      expect(items).toMatchObject([{ procedure: "visit", closedAt: at + 7, document: { digest: sample(1).digest } }]);
    });
  });
}
