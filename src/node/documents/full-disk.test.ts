// Disks that fill while a document is being written, on nodes of their own: the operating system refuses what goes
// beyond a size, in the middle of a piece, as a full disk does.

import { existsSync, statSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDocumentRef } from "../../acts/index.ts";
import { type Apart, serveApart } from "../testing/apart.ts";
import { type ChannelStory, dispatchOf, openChannel } from "../testing/channels.ts";
import { fileOf } from "../testing/document-files.ts";
import { codeIn, DocumentOfficer, ServedOfficer } from "../testing/documents.ts";
import { accepted, startPair, type TestPair, type TestSide, until } from "../testing/pair.ts";
import { nextId } from "../testing/steps.ts";

const size = 4_000_000;
/** Not a multiple of any piece. */
const full = 2_000_384;

let pair: TestPair;
let story: ChannelStory;
let hana: ServedOfficer;
let lea: ServedOfficer;
let ma: Apart;
let il: Apart;
let places: { readonly ma: string; readonly il: string };
const digestPlace = `sha256:${"0".repeat(64)}`;

beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
  hana = officersOf(pair.ma);
  lea = officersOf(pair.il);
  places = { ma: fileOf(pair.ma, digestPlace), il: fileOf(pair.il, digestPlace) };
  await pair.ma.serving.close();
  await pair.il.serving.close();
}, 60_000);
afterAll(async () => {
  await ma.kill();
  await il.kill();
  await pair.close();
});

function officersOf(side: TestSide): ServedOfficer {
  const first = new DocumentOfficer(side, { story, id: "hana" });
  return new ServedOfficer(first, new DocumentOfficer(side, { story, id: "hicham" }));
}

async function* contentFrom(offset: number): AsyncGenerator<Uint8Array> {
  for (let at = offset; at < size; at += 250_000)
    yield Uint8Array.from({ length: Math.min(250_000, size - at) }, (_, i) => ((at + i) * 31 + ((at + i) >> 12)) & 255);
}

/** Sends piece by piece; gives the code of the refusal. */
async function sendUntilRefused(upload: string): Promise<string> {
  let offset = 0;
  for await (const bytes of contentFrom(0)) {
    const told = await hana.piece(upload, { offset, bytes });
    if (told.status !== 200) return codeIn(told);
    offset += bytes.length;
  }
  return "none";
}

/** The file of a document, beside the place of another. */
function file(side: "ma" | "il", digest: string): string {
  const hex = digest.slice("sha256:".length);
  return places[side].replace(/00\/0{64}$/, `${hex.slice(0, 2)}/${hex}`);
}

test("a disk that fills keeps what it took, says so, and ends with the document whole", async () => {
  ma = await serveApart(pair.ma.home.folder, { fileBytesMax: full });
  il = await serveApart(pair.il.home.folder, { fileBytesMax: full });
  const id = nextId();
  const upload = await hana.begin({ act: id, size });
  // The author's own disk: told to the officer, who goes on when there is room.
  expect(await sendUntilRefused(upload)).toBe("node.documentRoom");
  await ma.kill();
  ma = await serveApart(pair.ma.home.folder);
  const offset = (await hana.standing(upload)) ?? 0;
  expect(offset).toBeGreaterThan(900_000);
  expect(offset).toBeLessThan(full);
  await hana.stream(upload, { offset, content: contentFrom(offset) });
  const ref = accepted(parseDocumentRef(await hana.end(upload)));
  await hana.send(dispatchOf(pair.ma, { story, id, text: ref }));
  // The addressee's disk: told to its author, and nothing of it counts.
  const refused = async () => (await hana.told(ref.digest)).refusedThere;
  await until(async () => (await refused()) === "exchange.noRoomForDocument", "told that there is no room", 30_000);
  // What came in one piece and had no room is no part of it: the file has the bytes it had before.
  expect(await lea.stateOf(ref.digest)).toBe("expected");
  expect(existsSync(file("il", ref.digest))).toBe(false);
  expect(statSync(`${file("il", ref.digest)}.part`).size).toBe(0);
  await il.kill();
  il = await serveApart(pair.il.home.folder);
  await until(async () => (await lea.stateOf(ref.digest)) === "held", "all of it there", 60_000);
  await lea.open(ref.digest, nextId());
  expect(await lea.contentIs(ref.digest, contentFrom(0))).toBe(true);
}, 150_000);
