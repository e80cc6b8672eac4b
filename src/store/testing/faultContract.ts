// The contract, fourth part: faults. Each twice: the write is lost, and the write landed but its answer was lost; and a
// process that is killed while it writes.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { equalBytes } from "../../base/index.ts";
import type { Commit, Store } from "../port.ts";
import {
  actId,
  commitOfActs,
  own,
  RegisterWriter,
  sampleAccord,
  sampleAct,
  sampleDossier,
  sampleHeld,
} from "./sample.ts";
import { type MakeStand, onStand, type Stand } from "./stand.ts";

const { accord, ownOrigin } = sampleAccord();

export function faultContract(make: MakeStand): void {
  lostTests(make);
  unansweredTests(make);
  crashTest(make);
}

/** Everything that can be read of the accord, to be compared before and after. */
async function everything(store: Store): Promise<unknown> {
  return {
    head: await store.head(ownOrigin),
    leaves: await store.leaves({ origin: ownOrigin, start: 0, end: 1000 }),
    tile: await store.tile({ origin: ownOrigin, level: 0, index: 0 }),
    acts: await store.actsOfRegister(accord, { party: own, start: 0, limit: 1000 }),
    unreadable: await store.unreadable(accord),
    dossiers: await store.dossiers(accord, { limit: 500 }),
    counts: await store.counts(accord),
    held: await store.heldLatest(ownOrigin),
  };
}

function lostTests(make: MakeStand): void {
  /** Each breaks a good commit at its end, after everything else of it has been written. */
  const broken: readonly (readonly [why: string, code: string, change: (commit: Commit) => Commit])[] = [
    ["an id that is indexed already", "store.duplicateAct", (commit) => withAct(commit, { id: actId(0) })],
    ["one id twice", "store.duplicateAct", (commit) => withAct(commit, { id: actId(5) })],
    ["a leaf indexed twice", "store.brokenConstraint", (commit) => withAct(commit, { index: 5, id: actId(900) })],
    ["a leaf that is not there", "store.brokenConstraint", (commit) => withAct(commit, { index: 99, id: actId(900) })],
    [
      "an outcome of no act",
      "store.unknownAct",
      (commit) => ({ ...commit, outcomes: [{ id: actId(999), outcome: { kind: "effective" } }] }),
    ],
    [
      "a dossier that changes its procedure",
      "store.brokenConstraint",
      (commit) => ({ ...commit, dossiers: [sampleDossier(0, { procedure: "never-seen" })] }),
    ],
  ];

  test.each(broken)("a commit with %s is a fault that leaves everything as it was", (_why, code, change) =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const writer = new RegisterWriter(ownOrigin);
      await store.commit({
        ...commitOfActs(writer, 5),
        dossiers: [sampleDossier(0)],
        held: [sampleHeld(ownOrigin, 3)],
      });
      const before = await everything(store);
      const { acts = [], ...rest } = commitOfActs(writer, 4, { procedure: "new-procedure", step: "newStep" });
      // The last leaf is no act.
      const more = { ...rest, acts: acts.slice(0, 3) };
      const unreadable = [{ party: own, index: 8, code: "seal.notJson", details: "" }];
      const good = { ...more, unreadable, held: [sampleHeld(ownOrigin, 9)], dossiers: [sampleDossier(7)] };
      await expect(store.commit(change(good))).rejects.toMatchObject({ code });
      expect(await everything(store)).toEqual(before);
      // The names that were new in the lost commit get their numbers again, and other readers understand them.
      const renamed = more.acts.map((act) => ({ ...act, step: "otherNewStep" }));
      expect(await store.commit({ ...good, acts: renamed })).toBe("committed");
      const stored = await (await stand.open()).act(accord, actId(6));
      expect(stored?.row).toEqual(sampleAct(6, { procedure: "new-procedure", step: "otherNewStep" }));
    }),
  );
}

function withAct(commit: Commit, change: Partial<ReturnType<typeof sampleAct>>): Commit {
  return { ...commit, acts: [...(commit.acts ?? []), sampleAct(8, { id: actId(901), ...change })] };
}

function unansweredTests(make: MakeStand): void {
  test("a commit that landed but was not answered is recognised by its head, and its repetition conflicts", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const writer = new RegisterWriter(ownOrigin);
      const commit = commitOfActs(writer, 5);
      await store.commit(commit);
      // The writer has died before it heard the answer; its successor knows only what it was about to write.
      await store.close();
      const successor = await stand.open();
      expect(await successor.commit(commit)).toBe("conflict");
      const head = await successor.head(ownOrigin);
      expect(head && writer.head && equalBytes(head.root, writer.head.root)).toBe(true);
      const known = await successor.actsById(accord, [actId(0), actId(4)]);
      expect([...known.keys()]).toEqual([actId(0), actId(4)]);
      expect(await successor.commit(commitOfActs(writer, 2))).toBe("committed");
    }));

  test("an accord whose adding was not answered is there", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      await store.close();
      expect(await (await stand.open()).addAccord(sampleAccord())).toBe("exists");
    }));
}

const committer = fileURLToPath(new URL("./committer.ts", import.meta.url));

/** Runs the committer until it has acknowledged `commits` commits and kills it; the last size it acknowledged. */
async function killedWhileCommitting(stand: Stand, commits: number): Promise<number> {
  const child = spawn(process.execPath, [committer, ...stand.place], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let acknowledged = 0;
  let heard = 0;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line);
      heard += 1;
      if (heard === commits) child.kill("SIGKILL");
    }
  } finally {
    child.kill("SIGKILL");
  }
  const [, signal] = await exited;
  expect(signal).toBe("SIGKILL");
  return acknowledged;
}

function crashTest(make: MakeStand): void {
  test.each([1, 23, 60])(
    "a process killed after %i commits has lost nothing it acknowledged and left nothing by halves",
    (commits) =>
      onStand(make, async (stand) => {
        const acknowledged = await killedWhileCommitting(stand, commits);
        const store = await stand.open();
        const head = await store.head(ownOrigin);
        const size = head?.size ?? 0;
        expect(acknowledged).toBeGreaterThan(0);
        expect(size).toBeGreaterThanOrEqual(acknowledged);
        const writer = new RegisterWriter(ownOrigin);
        const { tiles } = writer.grow(size);
        expect(head).toEqual(writer.head);
        expect(await store.leaves({ origin: ownOrigin, start: 0, end: size + 1000 })).toEqual(writer.leaves);
        for (const { level, index, bytes } of tiles) {
          expect(await store.tile({ origin: ownOrigin, level, index })).toEqual(bytes);
        }
        expect((await store.actsOfDossier(accord, actId(0))).length).toBe(size);
        expect((await store.dossier(accord, actId(0)))?.acts).toBe(size);
        expect(await store.heldLatest(ownOrigin)).toEqual(sampleHeld(ownOrigin, size));
        expect(await store.integrity()).toBeUndefined();
        expect(await store.commit(commitOfActs(writer, 1))).toBe("committed");
      }),
  );
}
