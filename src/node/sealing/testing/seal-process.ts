// A process of its own that seals a generated content to a file or opens one, for tests that kill it or weigh it. Says
// how far it came, and at the end its largest resident set above that of its start.

import { parseSealedHead } from "../../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refusalLine } from "../../../base/index.ts";
import { parseIdentity, recipientOf } from "../../../seal/index.ts";
import { nativeSuite } from "../../../seal/native.ts";
import { openFromFile, sealToFile } from "../sealed-file.ts";

const [work = "", path = "", bytes = "", key = "", delay = "0"] = process.argv.slice(2);
const size = Number(bytes);
const piece = 1 << 20;

function made<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Fault("test.refused", refusalLine(value));
  return value;
}

const identity = made(parseIdentity(key));
const head = made(
  parseSealedHead({
    entente: "sealed/1",
    act: "017d53a8-0000-7000-8000-000000000001",
    label: { policy: "p", classification: "restricted", releasableTo: ["IL", "MA"] },
    mediaType: "application/octet-stream",
    name: "generated.bin",
    size,
  }),
);

const idle = process.memoryUsage.rss();
let most = idle;
let weighed = 0;
function weigh(done: number): void {
  most = Math.max(most, process.memoryUsage.rss());
  if (done - weighed < 8 * piece && done !== size) return;
  weighed = done;
  process.stdout.write(`${JSON.stringify({ done })}\n`);
}

/** The same content for every attempt: each mebibyte is filled with its number. */
async function* content(offset: number): AsyncGenerator<Uint8Array> {
  for (let at = offset; at < size; ) {
    const end = Math.min(size, (Math.floor(at / piece) + 1) * piece);
    yield new Uint8Array(end - at).fill(Math.floor(at / piece) % 251);
    if (delay !== "0") await new Promise((resolve) => setTimeout(resolve, Number(delay)));
    at = end;
    weigh(at);
  }
}

async function seal(): Promise<unknown> {
  const recipients = [recipientOf(nativeSuite, identity)];
  return made(await sealToFile({ path, recipients, identities: [identity], head, content }));
}

async function open(): Promise<unknown> {
  const opened = made(await openFromFile({ path, identities: [identity], check: () => undefined }));
  let at = 0;
  for await (const given of opened.content) {
    at += made(given).length;
    weigh(at);
  }
  return { read: at };
}

const result = work === "seal" ? await seal() : await open();
process.stdout.write(`${JSON.stringify({ result, above: most - idle })}\n`);
