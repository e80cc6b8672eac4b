// Nodes that are killed while documents are uploaded, sent and received, and nodes whose memory is watched: each side
// is a process of its own.

import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDocumentRef } from "../../acts/index.ts";
import { type Apart, serveApart } from "../testing/apart.ts";
import { type ChannelStory, dispatchOf, openChannel } from "../testing/channels.ts";
import { DocumentOfficer, ServedOfficer } from "../testing/documents.ts";
import { accepted, startPair, type TestPair, type TestSide, until } from "../testing/pair.ts";
import { nextId } from "../testing/steps.ts";

let pair: TestPair;
let story: ChannelStory;
let hana: ServedOfficer;
let lea: ServedOfficer;
let ma: Apart;
let il: Apart;

beforeAll(async () => {
  pair = await startPair();
  story = await openChannel(pair);
  hana = officersOf(pair.ma);
  lea = officersOf(pair.il);
  await pair.ma.serving.close();
  await pair.il.serving.close();
  await start();
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

async function start(): Promise<void> {
  ma = await serveApart(pair.ma.home.folder);
  il = await serveApart(pair.il.home.folder);
}

/** The same bytes each time, made as they are asked for. */
function contentAt(offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = ((offset + i) * 31 + ((offset + i) >> 12)) & 255;
  return bytes;
}

async function* contentFrom(offset: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = offset; at < end; at += 65_000) yield contentAt(at, Math.min(65_000, end - at));
}

test("nodes killed again and again while a document is uploaded and sent lose nothing of it", async () => {
  const size = 24_000_000;
  const id = nextId();
  let upload = await hana.begin({ act: id, size });
  let last = 0;
  for (const pause of [300, 600, 1200]) {
    const offset = await hana.standing(upload);
    // Nothing of it was on the disk yet: it is begun anew, and only then.
    if (offset === undefined) upload = await hana.begin({ act: id, size });
    expect(offset ?? 0).toBeGreaterThanOrEqual(offset === undefined ? 0 : last);
    last = offset ?? 0;
    const sending = hana.stream(upload, { offset: last, content: contentFrom(last, size) }).catch(() => undefined);
    await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, pause))]);
    await ma.kill();
    await sending;
    ma = await serveApart(pair.ma.home.folder);
  }
  const rest = (await hana.standing(upload)) ?? 0;
  if (rest === 0) upload = await hana.begin({ act: id, size });
  await hana.stream(upload, { offset: rest, content: contentFrom(rest, size) });
  const ref = accepted(parseDocumentRef(await hana.end(upload)));
  await hana.send(dispatchOf(pair.ma, { story, id, text: ref }));
  for (const pause of [40, 90, 160]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const [first, second] = pause === 90 ? [il, ma] : [ma, il];
    await first.kill();
    await second.kill();
    await start();
  }
  await until(async () => (await lea.stateOf(ref.digest)) === "held", "all of it there");
  await lea.open(ref.digest, nextId());
  expect(await lea.contentIs(ref.digest, contentFrom(0, size))).toBe(true);
}, 120_000);

/** Of the large document, in MiB: `npm run large` takes the most that a document may have. */
const largeMiB = Number(process.env.ENTENTE_LARGE_MIB ?? 256);
/** For one pass over it, on a machine that is not at rest. */
const passMs = 30_000 + largeMiB * 150;

test.skipIf(!existsSync("/proc/self/status"))(
  "a document larger than the memory it may take is uploaded, sent and read within 150 MB on each node",
  async () => {
    const size = largeMiB * 2 ** 20;
    const idle = { ma: ma.memory().now, il: il.memory().now };
    const id = nextId();
    const upload = await hana.begin({ act: id, size });
    await hana.stream(upload, { offset: 0, content: contentFrom(0, size) });
    const ref = accepted(parseDocumentRef(await hana.end(upload)));
    await hana.send(dispatchOf(pair.ma, { story, id, text: ref }));
    await until(async () => (await lea.stateOf(ref.digest)) === "held", "all of it there", passMs);
    await lea.open(ref.digest, nextId());
    expect(await lea.contentIs(ref.digest, contentFrom(0, size))).toBe(true);
    const grown = { ma: ma.memory().most - idle.ma, il: il.memory().most - idle.il };
    expect(Math.max(grown.ma, grown.il) / 2 ** 20).toBeLessThan(150);
    process.stdout.write(
      `${largeMiB} MiB: grown by ${Math.round(grown.ma / 2 ** 20)} and ${Math.round(grown.il / 2 ** 20)} MiB\n`,
    );
  },
  4 * passMs,
);
