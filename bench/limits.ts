// What this machine can do bare, measured in the same run as what is held against it: signatures on one core and on
// two, durable inserts in batches.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { generateEd25519, nativeSuite } from "../src/seal/native.ts";

export interface Limits {
  /** Ed25519 verifications a second on one core, node:crypto, a message of 700 bytes. */
  readonly verify: number;
  /** The same on two cores at once. */
  readonly verifyTwo: number;
  /** Ed25519 signatures a second on one core. */
  readonly sign: number;
  /** Rows of 900 bytes a second, in durable transactions of 500 (SQLite, WAL, synchronous=FULL). */
  readonly insert: number;
}

const seconds = 1.5;

export async function measureLimits(): Promise<Limits> {
  const [verify, sign] = [verifyRate(), signRate()];
  const two = await Promise.all([verifyApart(), verifyApart()]);
  return { verify, verifyTwo: two[0] + two[1], sign, insert: insertRate() };
}

/** How often a second `work` runs. */
function rate(work: () => void): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < seconds * 1000) {
    for (let i = 0; i < 20; i++) work();
    done += 20;
  }
  return done / ((performance.now() - start) / 1000);
}

export function verifyRate(): number {
  const { signer } = generateEd25519();
  const message = new Uint8Array(700);
  const signature = signer.sign(message);
  return rate(() => {
    if (!nativeSuite.verifyEd25519({ key: signer.publicKey, message, signature })) throw new Error("Not verified.");
  });
}

function signRate(): number {
  const { signer } = generateEd25519();
  const message = new Uint8Array(700);
  return rate(() => void signer.sign(message));
}

function verifyApart(): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./verify-thread.ts", import.meta.url));
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function insertRate(): number {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  const database = new DatabaseSync(join(folder, "limit.db"));
  database.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE leaf (no INTEGER PRIMARY KEY, bytes BLOB)",
  );
  const insert = database.prepare("INSERT INTO leaf (bytes) VALUES (?)");
  const leaf = new Uint8Array(900).fill(7);
  const start = performance.now();
  let rows = 0;
  while (performance.now() - start < seconds * 1000) {
    database.exec("BEGIN IMMEDIATE");
    for (let i = 0; i < 500; i++) insert.run(leaf);
    database.exec("COMMIT");
    rows += 500;
  }
  const result = rows / ((performance.now() - start) / 1000);
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return result;
}
