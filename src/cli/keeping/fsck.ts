// `entente fsck`: rebuilds everything from the leaves and compares. `entente backup`: a consistent copy in one file.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseFounding } from "../../acts/index.ts";
import { Fault, fromUtf8, isRefusal, type Refusal, z } from "../../base/index.ts";
import { clockOf, createVerifier, type FsckResult, fsck as fsckOf, type Home, noteBackup } from "../../node/index.ts";
import { type AccordRow, openSqliteStore, type Store } from "../../store/index.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { fileOption } from "../side/fields.ts";
import { openedHome, runningNode } from "./opened.ts";

export async function fsck(call: Call): Promise<Outcome> {
  const opened = await openedHome(call);
  if (isRefusal(opened)) return opened;
  const { home, store } = opened;
  // A node that registers meanwhile would look like a difference between leaves and index: a copy stands still.
  const running = !isRefusal(await runningNode(call, home));
  if (!running) {
    const outcome = await checkAll({ home, store, now: () => call.terminal.now() });
    await store.close();
    return outcome;
  }
  call.terminal.err("The node runs: a consistent copy of its database is checked.");
  const folder = mkdtempSync(join(home.folder, "fsck-"));
  try {
    const copy = await copyOf(store, join(folder, "copy.db"));
    await store.close();
    if (isRefusal(copy)) return copy;
    const outcome = await checkAll({ home, store: copy, now: () => call.terminal.now() });
    await copy.close();
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function copyOf(store: Store, path: string): Promise<Store | Refusal> {
  const written = await store.backup(path);
  return isRefusal(written) ? written : openSqliteStore(path, { create: false });
}

async function checkAll(input: { home: Home; store: Store; now: () => number }): Promise<Outcome> {
  const { home, store, now } = input;
  const verifier = createVerifier({ threads: Math.max(2, availableParallelism()) });
  const lines: string[] = [];
  const accords: Record<string, unknown> = {};
  let sound = true;
  for (const row of await store.accords()) {
    const began = now();
    const parts = { row, founding: foundingOf(row), store, keys: home.keys, clock: clockOf(home), verifier };
    const result = await fsckOf(parts, { home: home.folder });
    const seconds = Math.max(0.001, (now() - began) / 1000);
    sound &&= result.findings.length === 0;
    lines.push(...linesOf({ row, result, seconds }));
    accords[row.accord] = { ...result, seconds };
  }
  await verifier.close();
  if (lines.length === 0) lines.push("No accord.");
  return sound ? done(lines, { sound, accords }) : { kind: "found", lines, json: { sound, accords } };
}

function foundingOf(row: AccordRow): Exclude<ReturnType<typeof parseFounding>, Refusal> {
  const founding = parseFounding(JSON.parse(fromUtf8(row.founding) ?? "null"));
  if (isRefusal(founding)) throw new Fault("cli.damagedFounding", `The founding of ${row.accord} is damaged.`);
  return founding;
}

function linesOf(checked: { row: AccordRow; result: FsckResult; seconds: number }): readonly string[] {
  const { row, result, seconds } = checked;
  const counts = Object.entries(result.acts).map(([party, count]) => `${count} leaves of ${party}`);
  const { held, waiting, erased } = result.documents;
  const all = Object.values(result.acts).reduce((sum, count) => sum + count, 0);
  return [
    `Accord ${row.accord}: ${counts.join(", ")}, ${seconds.toFixed(2)} s, ${Math.round(all / seconds)} leaves a second`,
    `  Documents: ${held} held and read whole, ${waiting} not whole here, ${erased} erased`,
    ...(result.findings.length === 0
      ? ["  Sound: the registers, signatures, outcomes, documents and the index agree."]
      : result.findings.map(({ where, problem }) => `  Finding: ${where}: ${problem}`)),
  ];
}

export async function backup(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ file: fileOption }), call);
  if (isRefusal(given)) return given;
  const opened = await openedHome(call);
  if (isRefusal(opened)) return opened;
  const file = call.terminal.path(given.file);
  const written = await opened.store.backup(file);
  const bytes = await opened.store.bytesOnDisk();
  await opened.store.close();
  if (isRefusal(written)) return written;
  // Bodies of acts may be under a label: the copy is for its owner, as the original is.
  chmodSync(file, 0o600);
  noteBackup({ folder: call.globals.home }, { at: new Date(call.terminal.now()).toISOString(), bytes });
  return done(
    [`Backup: ${file}`, "The keys are not in it: keep a copy of the folder keys apart from it, under lock."],
    { file, bytes },
  );
}
