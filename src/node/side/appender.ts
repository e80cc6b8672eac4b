// Registers this side's own acts. What waits is taken together: each act is judged against the dossier as the acts
// before it leave it, signed, appended; then one checkpoint is signed and one transaction written. Nothing is answered
// before the bytes are on disk. The head moves by compare-and-swap: when another process of this side was first,
// everything in memory is dropped and the batch is judged again on what is there now.

import { setImmediate } from "node:timers/promises";
import type { Act } from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { signingGuard } from "../../exchange/index.ts";
import { appendBatch, leafHashes, signCheckpoint } from "../../register/index.ts";
import type { KeyId } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { ActRow, Commit } from "../../store/index.ts";
import { Judge } from "./judge.ts";
import { Reader, type Readings } from "./reader.ts";
import type { Side } from "./side.ts";
import { edgeOf, isBehind, type SideState } from "./state.ts";
import { draftOfSubmission, repeated, type Submission, type SubmissionResult, sameSubmission } from "./submission.ts";

/** The most acts in one batch: one checkpoint, one transaction. */
const batchMax = 1_000;
/** The most acts waiting; beyond it a caller is told to come again. */
const waitingMax = 20_000;
/** How often a batch is judged again because another process of this side was first. */
const conflictsMax = 20;
/** What can go wrong with a write and be put right by a person: nothing was registered, and the callers are told so. */
const writeFailures: ReadonlySet<string> = new Set([
  "store.busy",
  "store.diskFailed",
  "store.diskFull",
  "store.readOnly",
]);

interface Job {
  readonly submissions: readonly Submission[];
  readonly resolve: (results: readonly SubmissionResult[]) => void;
  readonly reject: (cause: unknown) => void;
}

interface Batch {
  readonly state: SideState;
  readonly reader: Reader;
  readonly judge: Judge;
  readonly leaves: Uint8Array[];
  /** Row positions of the acts registered in this batch, by id, to answer repeats inside it. */
  readonly registered: Map<string, { submission: Submission; position: number }>;
  /** Where its first leaf will stand. */
  readonly start: number;
}

/** What is known of a submission before its batch is on disk. */
type Pending = SubmissionResult | { readonly position: number; readonly status: "registered" | "repeated" };

export class Appender {
  readonly #side: Side;
  readonly #jobs: Job[] = [];
  #waiting = 0;
  #running = false;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Results in the order given. Resolves when what is registered is on disk. */
  submit(submissions: readonly Submission[]): Promise<readonly SubmissionResult[]> {
    if (submissions.length === 0) return Promise.resolve([]);
    if (this.#waiting + submissions.length > waitingMax) {
      const refusal = refuse("node.busy", { waiting: this.#waiting, limit: waitingMax });
      return Promise.resolve(submissions.map(() => ({ status: "refused", refusal })));
    }
    return new Promise((resolve, reject) => {
      this.#jobs.push({ submissions, resolve, reject });
      this.#waiting += submissions.length;
      if (!this.#running) void this.#run();
    });
  }

  /** Completes a draft as it would be registered now, for an officer to sign. Registers nothing. */
  prepare(
    submission: Extract<Submission, { kind: "draft" }>,
  ): Promise<{ readonly act: Act; readonly service: KeyId } | Refusal> {
    return this.#side.inTurn(async (state) => {
      const batch = this.#batch(state);
      return this.#barred(batch) ?? (await batch.judge.prepare(submission, batch.start));
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#jobs.length > 0) {
      // What a batch does is done without a pause for input: without this one, every request that has arrived together
      // with others would be a batch of its own, with a checkpoint and a transaction of its own.
      await setImmediate();
      const jobs: Job[] = [];
      let count = 0;
      for (let next = this.#jobs[0]; next && (count === 0 || count + next.submissions.length <= batchMax); ) {
        jobs.push(next);
        count += next.submissions.length;
        this.#jobs.shift();
        next = this.#jobs[0];
      }
      this.#waiting -= count;
      await this.#serve(jobs);
    }
    this.#running = false;
  }

  async #serve(jobs: readonly Job[]): Promise<void> {
    try {
      const all = jobs.flatMap((job) => job.submissions);
      const results = await this.#side.inTurn((state) => this.#register(all, state));
      let at = 0;
      for (const job of jobs) {
        job.resolve(results.slice(at, at + job.submissions.length));
        at += job.submissions.length;
      }
    } catch (cause) {
      for (const job of jobs) job.reject(cause);
    }
  }

  async #register(submissions: readonly Submission[], state: SideState): Promise<readonly SubmissionResult[]> {
    let present = state;
    for (let attempt = 0; attempt < conflictsMax; attempt++) {
      const results = await this.#attempt(submissions, this.#batch(present));
      if (results !== "conflict") return results;
      this.#side.drop();
      present = await this.#side.present();
    }
    throw new Fault("node.contended", "Other processes of this side were first every time.");
  }

  #batch(state: SideState): Batch {
    const { store, row } = this.#side;
    const reader = new Reader({ state, store, accord: row.accord });
    const judge = new Judge(this.#side, { state, reader });
    return { state, reader, judge, leaves: [], registered: new Map(), start: edgeOf(state, row.own).size };
  }

  /** Why nothing may be registered now. */
  #barred({ state, judge }: Batch): Refusal | undefined {
    // Acts of the own register that cannot be read yet may have settled what is now to be judged.
    const behind = isBehind(state) ? refuse("exchange.recovering") : undefined;
    return signingGuard(this.#side.condition()) ?? behind ?? judge.clockBehind();
  }

  async #attempt(submissions: readonly Submission[], batch: Batch): Promise<readonly SubmissionResult[] | "conflict"> {
    const { store, row } = this.#side;
    const barred = this.#barred(batch);
    const ids = submissions.map((submission) => draftOfSubmission(submission).id);
    const known = await store.actsById(row.accord, ids);
    const pending: Pending[] = [];
    for (const submission of submissions) {
      const { id } = draftOfSubmission(submission);
      const stored = known.has(id) ? await store.act(row.accord, id) : undefined;
      if (stored) pending.push(repeated(submission, { own: row.own, stored }));
      else if (barred) pending.push({ status: "refused", refusal: barred });
      else pending.push(await this.#one(submission, batch));
    }
    if (batch.leaves.length === 0) return pending.map((result) => settle(result, []));
    const rows = await this.#commit(batch);
    return rows === "conflict" ? rows : pending.map((result) => settle(result, rows));
  }

  /** Judges and signs one act; its leaf joins the batch. */
  async #one(submission: Submission, batch: Batch): Promise<Pending> {
    const { id } = draftOfSubmission(submission);
    const party = this.#side.row.own;
    const earlier = batch.registered.get(id);
    if (earlier) {
      const { position } = earlier;
      if (sameSubmission(earlier.submission, submission)) return { position, status: "repeated" };
      return { status: "refused", refusal: refuse("node.idReused", { id, index: batch.start + position, party }) };
    }
    const position = batch.leaves.length;
    const judged = await batch.judge.judge(submission, batch.start + position);
    if (isRefusal(judged)) return { status: "refused", refusal: judged };
    await batch.reader.take({ ...judged, party, officer: submission.officer });
    batch.leaves.push(judged.leaf);
    batch.registered.set(id, { submission, position });
    return { position, status: "registered" };
  }

  /** The rows of the batch once it is on disk; a refusal when it could not be written and nothing of it was. */
  async #commit(batch: Batch): Promise<readonly ActRow[] | "conflict" | Refusal> {
    const side = this.#side;
    const { own, ownOrigin, accord } = side.row;
    const edge = edgeOf(batch.state, own);
    const expected = await side.store.head(ownOrigin);
    // The link may have been stopped while the batch was judged: then it is judged again, and nothing is signed.
    if ((expected?.size ?? 0) !== edge.size || signingGuard(side.condition())) return "conflict";
    const hashes = leafHashes(nativeSuite, batch.leaves);
    const { edge: grown, root, tiles } = appendBatch({ suite: nativeSuite, edge, leafHashes: hashes });
    const { size } = grown;
    const time = side.clock.seconds();
    const signed = { suite: nativeSuite, origin: ownOrigin, size, root, ...side.keys.register, time };
    const readings = batch.reader.readings(side.clock.now());
    const { acts, outcomes, dossiers, documents } = readings;
    const head = { origin: ownOrigin, size, root, checkpoint: signCheckpoint(signed) };
    const register = {
      origin: ownOrigin,
      expected: expected && { size: expected.size, root: expected.root },
      leaves: batch.leaves,
      tiles,
      head,
    };
    const done = await this.#write({
      accord,
      register,
      acts,
      outcomes,
      dossiers,
      ...(documents === undefined ? {} : { documents }),
    });
    if (done !== "committed") return done;
    batch.state.edges.set(own, grown);
    batch.state.read.set(own, size);
    batch.state.lastAt = Math.max(batch.state.lastAt, side.clock.now());
    side.ownSize = size;
    side.announce(readings);
    side.pushSoon();
    await this.#agree(batch, readings);
    return acts;
  }

  async #write(commit: Commit): Promise<"committed" | "conflict" | Refusal> {
    const side = this.#side;
    const held = side.receipts.take();
    try {
      const done = await side.store.commit({ ...commit, held });
      if (done === "conflict") side.receipts.putBack(held);
      return done;
    } catch (cause) {
      side.receipts.putBack(held);
      if (!(cause instanceof Fault)) throw cause;
      side.drop();
      // The write may have landed although its answer was lost. It was one transaction: its first act tells.
      const [first] = commit.acts ?? [];
      const known = first && (await side.store.actsById(commit.accord, [first.id]));
      if (known && known.size > 0) return "committed";
      if (writeFailures.has(cause.code))
        return refuse("node.writeFailed", { problem: cause.message.replace(/\.$/, "") });
      throw cause;
    }
  }

  /** After a write: what it touched must stand as every process of this side has made it. */
  async #agree(batch: Batch, readings: Readings): Promise<void> {
    await this.#side.mendIfMoved(batch.state, { by: this.#side.row.own, readings });
  }
}

function settle(result: Pending, rows: readonly ActRow[] | Refusal): SubmissionResult {
  if (!("position" in result)) return result;
  if (isRefusal(rows)) return { status: "refused", refusal: rows };
  const row = rows[result.position];
  if (!row) throw new Fault("node.lostRow", "A registered act has no row.");
  return { status: result.status, row };
}
