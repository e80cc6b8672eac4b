// Sealed documents: how fast a large one is sealed to a file and opened from it, beside what this machine's cipher and
// disk can do bare, and how much memory a document of 10 GiB takes.

import { spawn } from "node:child_process";
import { createCipheriv } from "node:crypto";
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSealedHead } from "../src/acts/index.ts";
import { z } from "../src/base/index.ts";
import { openFromFile, sealToFile } from "../src/node/index.ts";
import { accepted } from "../src/node/testing.ts";
import { makeIdentity, recipientOf } from "../src/seal/index.ts";
import { nativeSuite, randomBytes } from "../src/seal/native.ts";
import { against, type Figure } from "./figure.ts";

const mebibyte = 1 << 20;
const gibibyte = 1 << 30;
const wanted = "ratio ≥ 0.5";
const unit = "MB/s";

/** `part`: 1, or less for a first look. */
export async function sealedRates(part: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    // Not less, or the start of the hashing thread would be what is measured.
    const size = Math.max(256, Math.round(1024 * part)) * mebibyte;
    const piece = randomBytes(mebibyte);
    const cipher = cipherRate(piece, size);
    const disk = diskRate(join(folder, "limit"), { piece, size });
    const limit = Math.min(cipher, disk);
    const path = join(folder, "document.age");
    const seal = await sealRate(path, { piece, size });
    const open = await openRate(path, seal);
    const memory = await memoryAbove(join(folder, "large.age"), { ...seal, size: 10 * part * gibibyte });
    return [
      { name: "limit.cipher", value: cipher, unit },
      { name: "limit.disk", value: disk, unit },
      against({ name: "seal.rate", value: seal.rate, unit, limit, wanted }),
      against({ name: "open.rate", value: open, unit, limit, wanted }),
      {
        name: "sealed.memory",
        value: memory / 1e6,
        unit: "MB",
        wanted: `${10 * part} GiB sealed and opened within 150 MB above idle`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bare ChaCha20-Poly1305 of node:crypto on one core, one message. */
function cipherRate(piece: Uint8Array, size: number): number {
  const cipher = createCipheriv("chacha20-poly1305", randomBytes(32), randomBytes(12), { authTagLength: 16 });
  const start = performance.now();
  for (let done = 0; done < size; done += piece.length) cipher.update(piece);
  cipher.final();
  return rate(size, start);
}

/** Writing a file and syncing it. */
function diskRate(path: string, { piece, size }: { readonly piece: Uint8Array; readonly size: number }): number {
  const file = openSync(path, "w");
  const start = performance.now();
  for (let done = 0; done < size; done += piece.length) writeSync(file, piece);
  fsyncSync(file);
  const result = rate(size, start);
  closeSync(file);
  rmSync(path);
  return result;
}

const rate = (bytes: number, start: number): number => bytes / 1e6 / ((performance.now() - start) / 1000);

type Sealed = { readonly identity: ReturnType<typeof makeIdentity>; readonly rate: number; readonly size: number };

async function sealRate(path: string, of: { readonly piece: Uint8Array; readonly size: number }): Promise<Sealed> {
  const { piece, size } = of;
  const identity = makeIdentity(nativeSuite, "hybrid");
  const other = makeIdentity(nativeSuite, "hybrid");
  const head = accepted(
    parseSealedHead({
      entente: "sealed/1",
      act: "017d53a8-0000-7000-8000-000000000001",
      label: { policy: "bench", classification: "restricted", releasableTo: ["IL", "MA"] },
      mediaType: "application/octet-stream",
      name: "bench.bin",
      size,
    }),
  );
  async function* content(): AsyncGenerator<Uint8Array> {
    for (let done = 0; done < size; done += piece.length) yield piece;
  }
  const recipients = [identity, other].map((one) => recipientOf(nativeSuite, one));
  const start = performance.now();
  accepted(await sealToFile({ path, recipients, identities: [], head, content }));
  return { identity, rate: rate(size, start), size };
}

async function openRate(path: string, { identity, size }: Sealed): Promise<number> {
  const start = performance.now();
  const opened = accepted(await openFromFile({ path, identities: [identity], check: () => undefined }));
  let bytes = 0;
  for await (const piece of opened.content) bytes += accepted(piece).length;
  if (bytes !== size) throw new Error(`${bytes} bytes opened of ${size}.`);
  return rate(size, start);
}

const last = z.object({ above: z.number() });

/** Bytes above its idle size that a process of its own takes to seal and then to open a document. */
async function memoryAbove(path: string, { identity, size }: Sealed): Promise<number> {
  const program = fileURLToPath(new URL("../src/node/sealing/testing/seal-process.ts", import.meta.url));
  const above: number[] = [];
  for (const work of ["seal", "open"]) {
    const child = spawn(process.execPath, [program, work, path, String(size), identity], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk;
    });
    const code = await new Promise((ended) => child.once("close", ended));
    if (code !== 0) throw new Error(`Could not ${work} ${size} bytes.`);
    above.push(last.parse(JSON.parse(text.trim().split("\n").at(-1) ?? "")).above);
  }
  return Math.max(...above);
}
