// What `entente doctor` looks at on this machine: the disk's room and pace, the secrets' permissions, the policy, the
// database.

import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Fault, isRefusal, type Refusal, wordsOf } from "../../base/index.ts";
import { type Home, policiesOf, readByOthers, diskRoom as roomOf } from "../../node/index.ts";
import { createPolicy } from "../../policy/index.ts";
import type { Store } from "../../store/index.ts";
import { type Diagnosis, fail, ok, warn } from "./diagnosis.ts";

const mebibyte = 1024 * 1024;
/** A batch of acts waits for one of these: beyond it the officers feel the disk. */
const fsyncSlowMs = 25;
const fsyncTries = 15;

export async function diskRoom(home: Home, store: Store | undefined): Promise<Diagnosis> {
  const used = (await store?.bytesOnDisk()) ?? 0;
  const { free, verdict } = roomOf(home, used);
  const says = `${Math.floor(free / mebibyte)} MiB free; the database has ${Math.ceil(used / mebibyte)} MiB`;
  const todo = "Free the disk, or move the home to a larger one: without room nothing is registered.";
  if (verdict === "fail") return fail("disk room", { says, todo });
  return verdict === "warn" ? warn("disk room", { says, todo }) : ok("disk room", says);
}

/** The median of some durable writes of a page, in the home itself. */
export function diskPace(home: Home): Diagnosis {
  const file = join(home.folder, "doctor.tmp");
  const page = new Uint8Array(4096);
  const times: number[] = [];
  const handle = openSync(file, "w", 0o600);
  try {
    for (let i = 0; i < fsyncTries; i++) {
      const began = performance.now();
      writeSync(handle, page);
      fsyncSync(handle);
      times.push(performance.now() - began);
    }
  } finally {
    closeSync(handle);
    rmSync(file, { force: true });
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(fsyncTries / 2)] ?? 0;
  const says = `a durable write takes ${median.toFixed(1)} ms`;
  if (median < fsyncSlowMs) return ok("disk pace", says);
  return warn("disk pace", { says, todo: "Put the home on a local disk that writes durably faster than this." });
}

/** The files only this side's account may read: keys, tokens, officers, configuration, the database. */
export function secrets(home: Home): Diagnosis {
  const open = readByOthers(home);
  const count = home.keys.serviceKeys().size;
  if (open.length === 0) return ok("keys", `readable, for their owner only; ${count} service keys`);
  return fail("keys", {
    says: `others may read ${open.join(", ")}`,
    todo: `chmod -R go-rwx ${home.folder}, and think about who has read them: \`entente service key\` and rotateKey.`,
  });
}

/** A side whose policy is not valid does not start. */
export function policy(home: Home): Diagnosis {
  try {
    createPolicy({ policies: policiesOf(home), cacheSize: 1 });
    return ok("policy", home.config.policies ? home.config.policies.join(", ") : "the one that comes with Entente");
  } catch (cause) {
    const expected = cause instanceof Fault || (cause instanceof Error && "code" in cause);
    if (!expected) throw cause;
    return fail("policy", {
      says: cause.message,
      todo: "Correct the Cedar files: the node does not start with these.",
    });
  }
}

export async function database(opened: Store | Refusal): Promise<Diagnosis> {
  if (isRefusal(opened)) {
    const { failed, todo } = wordsOf(opened);
    // A home that was just made has none until its first accord.
    return opened.code === "store.missing"
      ? warn("database", { says: "there is none yet", todo: "Found an accord with `entente join`." })
      : fail("database", { says: failed, todo });
  }
  const problem = await opened.integrity();
  if (problem === undefined) return ok("database", "the file is sound (`entente fsck` looks at what it says)");
  return fail("database", { says: problem, todo: "Restore it: `entente restore <backup> --replace`, or --from-peer." });
}
