// Registers this side's own acts. What waits is taken together: each act is judged against the dossier as the acts before
// it leave it, signed, appended; then one checkpoint is signed and one transaction written. Nothing is answered before the
// bytes are on disk. The head moves by compare-and-swap: when another process of this side was first, everything in memory
// is dropped and the batch is judged again on what is there now.

import { type Act, type Draft, encodeAct, instantText, leafBytesMax, type PartyCode } from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { signingGuard } from "../../exchange/index.ts";
import { appendBatch, leafHashes, signCheckpoint, type TreeEdge } from "../../register/index.ts";
import { type Ed25519Signer, encodeEnvelope, type KeyId, parseKeyId, protectedHeader } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { ActRow } from "../../store/index.ts";
import { signingInputOf, verifiedOfficers } from "./officers.ts";
import { Reader } from "./reader.ts";
import type { Side } from "./side.ts";
import type { SideState } from "./state.ts";
import { draftOfSubmission, repeated, type Submission, type SubmissionResult } from "./submission.ts";

/** The most acts in one batch: one checkpoint, one transaction. */
const batchMax = 1_000;
/** The most acts waiting; beyond it a caller is told to come again. */
const waitingMax = 20_000;
/** How far this node's clock may fall behind its last act before it stops registering. */
const clockToleranceMs = 60 * 60 * 1000;
/** How often a batch is judged again because another process of this side was first. */
const conflictsMax = 20;

interface Job {
  readonly submissions: readonly Submission[];
  readonly resolve: (results: readonly SubmissionResult[]) => void;
  readonly reject: (cause: unknown) => void;
}

interface Batch {
  readonly state: SideState;
  readonly reader: Reader;
  readonly leaves: Uint8Array[];
  /** Row positions of the acts registered in this batch, by id, to answer repeats inside it. */
  readonly registered: Map<string, { submission: Submission; position: number }>;
  readonly start: number;
}

export class Appender {
  readonly #side: Side;
  readonly #jobs: Job[] = [];
  #waiting = 0;
  #running = false;
  #lastAt = Number.NEGATIVE_INFINITY;

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
  prepare(draft: Draft): Promise<{ readonly act: Act; readonly service: KeyId } | Refusal> {
    return this.#side.turns.take(async () => {
      const side = this.#side;
      const barred = signingGuard(side.condition()) ?? this.#clockBehind();
      if (barred) return barred;
      const state = await side.state();
      const act = this.#complete(draft, state);
      if (isRefusal(act)) return act;
      const index = edgeOf(state, side.row.own).size;
      const signer = this.#serviceSigner(act, { state, index });
      if (!signer) return refuse("node.noServiceKey", { service: act.service });
      const reader = new Reader({ state, store: side.store, accord: side.row.accord });
      const placed = await reader.place({ party: side.row.own, index, act, signedBy: [signer.kid] });
      // The officer's signature is what the act is prepared for.
      if (placed.inadmissible && placed.inadmissible.code !== "procedures.notSignedByOfficer") return placed.inadmissible;
      const dossier = await reader.dossierOf(placed);
      const extended = state.dossiers.extended(dossier, { ...placed, inadmissible: undefined });
      if (dossier.lines[0].length + dossier.lines[1].length === 0) state.dossiers.forget(dossier.id);
      const outcome = extended?.outcomes.get(act.id);
      if (outcome?.kind === "void") return outcome.refusal;
      if (!outcome) return refuse("procedures.noDossier", { dossier: act.dossier });
      return { act, service: signer.kid };
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#jobs.length > 0) {
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
      const results = await this.#side.turns.take(() => this.#register(all));
      let at = 0;
      for (const job of jobs) {
        job.resolve(results.slice(at, at + job.submissions.length));
        at += job.submissions.length;
      }
    } catch (cause) {
      // Whatever failed, memory may hold half of a batch: it is read again from what is on disk.
      this.#side.drop();
      for (const job of jobs) job.reject(cause);
    }
  }

  async #register(submissions: readonly Submission[]): Promise<readonly SubmissionResult[]> {
    for (let attempt = 0; attempt < conflictsMax; attempt++) {
      const results = await this.#attempt(submissions);
      if (results !== "conflict") return results;
      this.#side.drop();
    }
    throw new Fault("node.contended", "Other processes of this side were first every time.");
  }

  async #attempt(submissions: readonly Submission[]): Promise<readonly SubmissionResult[] | "conflict"> {
    const side = this.#side;
    const barred = signingGuard(side.condition()) ?? this.#clockBehind();
    const state = await side.state();
    const batch: Batch = {
      state,
      reader: new Reader({ state, store: side.store, accord: side.row.accord }),
      leaves: [],
      registered: new Map(),
      start: edgeOf(state, side.row.own).size,
    };
    const known = await side.store.actsById(
      side.row.accord,
      submissions.map((submission) => draftOfSubmission(submission).id),
    );
    const pending: (SubmissionResult | { readonly position: number; readonly status: "registered" | "repeated" })[] = [];
    for (const submission of submissions) {
      const id = draftOfSubmission(submission).id;
      const before = known.has(id) ? await side.store.act(side.row.accord, id) : undefined;
      if (before) pending.push(repeated(submission, before));
      else if (barred) pending.push({ status: "refused", refusal: barred });
      else pending.push(await this.#one(submission, batch));
    }
    if (batch.leaves.length === 0) return pending.map((result) => settle(result, []));
    const rows = await this.#commit(batch);
    return rows === "conflict" ? rows : pending.map((result) => settle(result, rows));
  }

  /** Judges and signs one act; its leaf joins the batch. */
  async #one(
    submission: Submission,
    batch: Batch,
  ): Promise<SubmissionResult | { readonly position: number; readonly status: "registered" | "repeated" }> {
    const id = draftOfSubmission(submission).id;
    const earlier = batch.registered.get(id);
    if (earlier) {
      const same = JSON.stringify(draftOfSubmission(earlier.submission)) === JSON.stringify(draftOfSubmission(submission));
      if (same) return { position: earlier.position, status: "repeated" };
      return { status: "refused", refusal: refuse("node.idReused", { id, index: batch.start + earlier.position }) };
    }
    const position = batch.leaves.length;
    const refusal = await this.#judge(submission, batch);
    if (refusal) return { status: "refused", refusal };
    batch.registered.set(id, { submission, position });
    return { position, status: "registered" };
  }

  async #judge(submission: Submission, batch: Batch): Promise<Refusal | undefined> {
    const side = this.#side;
    const index = batch.start + batch.leaves.length;
    const act = submission.kind === "draft" ? this.#complete(submission.draft, batch.state) : submission.act;
    if (isRefusal(act)) return act;
    const payload = submission.kind === "draft" ? encodeAct(act) : submission.payload;
    if (isRefusal(payload)) return payload;
    if (submission.kind === "prepared") {
      const stale = this.#stale(act, batch.state);
      if (stale) return stale;
    }
    const signer = this.#serviceSigner(act, { state: batch.state, index });
    const officers = submission.kind === "prepared" ? verifiedOfficers(submission, batch.state.ground) : [];
    if (isRefusal(officers)) return officers;
    const signedBy: KeyId[] = [...(signer ? [signer.kid] : []), ...officers];
    const placed = await batch.reader.place({ party: side.row.own, index, act, signedBy });
    if (placed.inadmissible) {
      if (placed.inadmissible.code === "procedures.notSigned" && !signer)
        return refuse("node.noServiceKey", { service: act.service });
      return placed.inadmissible;
    }
    if (!signer) return refuse("node.noServiceKey", { service: act.service });
    const dossier = await batch.reader.dossierOf(placed);
    const extended = batch.state.dossiers.extended(dossier, placed);
    const outcome = extended?.outcomes.get(act.id);
    if (outcome?.kind !== "effective") {
      if (dossier.lines[0].length + dossier.lines[1].length === 0) batch.state.dossiers.forget(dossier.id);
      if (outcome?.kind === "void") return outcome.refusal;
      return extended
        ? refuse("node.preparedStale", { at: act.at.instant })
        : refuse(dossier.procedure ? "node.preparedStale" : "procedures.noDossier", {
            at: act.at.instant,
            dossier: act.dossier,
          });
    }
    const leaf = sealLeaf({ payload, submission, kid: signer.kid, signer: signer.signer });
    if (leaf.length > leafBytesMax) return refuse("acts.oversize", { bytes: leaf.length, limit: leafBytesMax });
    await batch.reader.take({ placed, dossier, party: side.row.own, extended, officer: submission.officer });
    batch.leaves.push(leaf);
    return undefined;
  }

  /** What the node adds to a draft: whose act it is, what this side has seen, and the time. */
  #complete(draft: Draft, state: SideState): Act | Refusal {
    const side = this.#side;
    const instant = instantText(side.clock.now());
    if (isRefusal(instant)) return instant;
    const zone = state.ground.presentTerms(side.clock.now()).calendars[side.row.own]?.zone;
    if (!zone) throw new Fault("node.noCalendar", `No calendar for ${side.row.own}.`);
    return {
      ...draft,
      accord: side.row.accord,
      party: side.row.own,
      seen: edgeOf(state, side.row.other).size,
      at: { instant, zone },
    };
  }

  /** A prepared act claims what this side had seen and when; both must still be this side's to claim. */
  #stale(act: Act, state: SideState): Refusal | undefined {
    const now = this.#side.clock.now();
    const at = Date.parse(act.at.instant);
    const recent = at <= now + 300_000 && at >= now - 24 * 60 * 60 * 1000;
    if (act.seen <= edgeOf(state, this.#side.row.other).size && recent) return undefined;
    return refuse("node.preparedStale", { at: act.at.instant });
  }

  #serviceSigner(
    act: Act,
    at: { state: SideState; index: number },
  ): { readonly kid: KeyId; readonly signer: Ed25519Signer } | undefined {
    const service = at.state.ground.servicesAt(this.#side.row.own, at.index).get(act.service);
    // The key issued last is tried first: after a rotation the old one may still count.
    for (const kid of [...(service?.keys ?? [])].reverse()) {
      const parsed = parseKeyId(kid);
      const signer = isRefusal(parsed) ? undefined : this.#side.keys.byId(parsed);
      if (signer && !isRefusal(parsed)) return { kid: parsed, signer };
    }
    return undefined;
  }

  #clockBehind(): Refusal | undefined {
    const now = this.#side.clock.now();
    // A story clock is set to and fro on purpose.
    if (this.#side.clock.kind === "story" || now >= this.#lastAt - clockToleranceMs) return undefined;
    return refuse("node.clockBehind", {
      now: new Date(now).toISOString(),
      last: new Date(this.#lastAt).toISOString(),
      tolerance: clockToleranceMs / 60_000,
    });
  }

  async #commit(batch: Batch): Promise<readonly ActRow[] | "conflict"> {
    const side = this.#side;
    const { own, ownOrigin, accord } = side.row;
    const edge = edgeOf(batch.state, own);
    const appended = appendBatch({
      suite: nativeSuite,
      edge,
      leafHashes: leafHashes(nativeSuite, batch.leaves),
    });
    const checkpoint = signCheckpoint({
      suite: nativeSuite,
      origin: ownOrigin,
      size: appended.edge.size,
      root: appended.root,
      ...side.keys.register,
      time: side.clock.seconds(),
    });
    const readings = batch.reader.readings(side.clock.now());
    const expected = await side.store.head(ownOrigin);
    if ((expected?.size ?? 0) !== edge.size) return "conflict";
    try {
      const done = await side.store.commit({
        accord,
        register: {
          origin: ownOrigin,
          expected: expected && { size: expected.size, root: expected.root },
          leaves: batch.leaves,
          tiles: appended.tiles,
          head: { origin: ownOrigin, size: appended.edge.size, root: appended.root, checkpoint },
        },
        acts: readings.acts,
        outcomes: readings.outcomes,
        dossiers: readings.dossiers,
      });
      if (done === "conflict") return done;
    } catch (cause) {
      side.drop();
      throw cause;
    }
    batch.state.edges.set(own, appended.edge);
    batch.state.dossiers.trim();
    side.ownSize = appended.edge.size;
    this.#lastAt = Math.max(this.#lastAt, side.clock.now());
    side.announce({ party: own, readings });
    side.pushSoon();
    return readings.acts;
  }
}

function sealLeaf(input: {
  payload: Uint8Array;
  submission: Submission;
  kid: KeyId;
  signer: Ed25519Signer;
}): Uint8Array {
  const header = protectedHeader(input.kid);
  const service = { protected: header, signature: input.signer.sign(signingInputOf(header, input.payload)) };
  const officers =
    input.submission.kind === "prepared"
      ? input.submission.officers.map(({ entry, protected: own }) => ({ protected: own, signature: entry.signature }))
      : [];
  return encodeEnvelope({ payload: input.payload, signatures: [service, ...officers] });
}

function settle(
  result: SubmissionResult | { readonly position: number; readonly status: "registered" | "repeated" },
  rows: readonly ActRow[],
): SubmissionResult {
  if (!("position" in result)) return result;
  const row = rows[result.position];
  if (!row) throw new Fault("node.lostRow", "A registered act has no row.");
  return { status: result.status, row };
}

export function edgeOf(state: SideState, party: PartyCode): TreeEdge {
  const edge = state.edges.get(party);
  if (!edge) throw new Fault("node.noEdge", `No tree for ${party}.`);
  return edge;
}
