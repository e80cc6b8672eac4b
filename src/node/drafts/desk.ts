// The desk on which one accord's drafts lie: composed by one officer, changed, returned, released by another. Who may
// is the caller's to ask; here stands what may be done with a draft as it is, and that it is done once.
//
// A release is two writes: the draft is marked `releasing`, then the act is registered, then the draft is `released`. A
// crash between them leaves a draft whose act is in the register or is not; whoever looks at it next finds out which,
// since an act is registered under the draft's own id.

import { type ActId, type Draft, parseDraft } from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { canonicalOf } from "../../seal/index.ts";
import type { DraftEvent, DraftRow, Page, PageRequest } from "../../store/index.ts";
import type { Side } from "../side/side.ts";
import type { Submission, SubmissionResult } from "../side/submission.ts";

export interface LaidDraft {
  readonly row: DraftRow;
  readonly draft: Draft;
}

/** Who changes which version of a draft. */
export interface Change {
  readonly id: ActId;
  readonly version: number;
  readonly officer: string;
}

/** Of an act that stands in the register although its releaser is not told in any row of this database. */
const unknownOfficer = "(not recorded)";

export class DraftDesk {
  readonly #side: Side;
  /** Releases under way in this process. A draft that is `releasing` and not here was left so by a crash. */
  readonly #underWay = new Set<ActId>();

  constructor(side: Side) {
    this.#side = side;
  }

  async get(id: ActId): Promise<LaidDraft | undefined> {
    const row = await this.#store.get(this.#accord, id);
    if (row === undefined) return undefined;
    const [settled = row] = await this.#settled([row]);
    return { row: settled, draft: draftIn(settled) };
  }

  history(id: ActId): Promise<readonly DraftEvent[]> {
    return this.#store.history(this.#accord, id);
  }

  async list(query: Parameters<Side["store"]["drafts"]["list"]>[1] & PageRequest): Promise<Page<LaidDraft> | Refusal> {
    const page = await this.#store.list(this.#accord, query);
    if (isRefusal(page)) return page;
    const rows = await this.#settled(page.items);
    return { items: rows.map((row) => ({ row, draft: draftIn(row) })), next: page.next };
  }

  /** The same draft by the same officer again is the draft that is there. */
  async compose(draft: Draft, officer: string): Promise<LaidDraft | Refusal> {
    const text = canonicalOf(draft);
    const at = this.#side.clock.now();
    const { accord } = this.#side.row;
    const [registered] = (await this.#side.store.actsById(accord, [draft.id])).values();
    const before = await this.get(draft.id);
    if (before && before.row.draft === text && before.row.composer === officer) return before;
    if (before) return refuse("node.draftExists", { id: draft.id });
    if (registered) return refuse("node.idReused", { id: draft.id, index: registered.index, party: registered.party });
    const row: DraftRow = {
      ...placeOf(draft),
      state: "composed",
      version: 1,
      draft: text,
      composer: officer,
      composedAt: at,
      changedAt: at,
    };
    const done = await this.#store.save(accord, { row, event: { kind: "composed", officer, at } });
    return done === "saved" ? { row, draft } : refuse("node.draftExists", { id: draft.id });
  }

  /** Who changes a draft has composed it: another releases it. */
  change(change: Change, draft: Draft): Promise<LaidDraft | Refusal> {
    return this.#write(change, (row, at) => ({
      row: {
        ...row,
        ...placeOf(draft),
        draft: canonicalOf(draft),
        state: "composed",
        composer: change.officer,
        changedAt: at,
      },
      event: { kind: "changed", officer: change.officer, at },
    }));
  }

  giveBack(change: Change, reason: string): Promise<LaidDraft | Refusal> {
    return this.#write(change, (row, at) => {
      if (row.state !== "composed") return notSo(row, "composed");
      return {
        row: { ...row, state: "returned", changedAt: at },
        event: { kind: "returned", officer: change.officer, at, reason },
      };
    });
  }

  async remove(change: Omit<Change, "officer">): Promise<ActId | Refusal> {
    const found = await this.#present(change);
    if (isRefusal(found)) return found;
    const done = await this.#store.remove(this.#accord, change);
    return done === "removed" ? change.id : this.#changed(change);
  }

  /**
   * Registers the draft in the officer's name. The submission is the draft itself, or the same act prepared and signed.
   * A draft that was released before is answered as it was.
   */
  async release(change: Change, submission: Submission): Promise<SubmissionResult | Refusal> {
    const { id, officer } = change;
    const before = await this.get(id);
    if (before?.row.state === "released") return this.#again(submission);
    if (this.#underWay.has(id)) return notSo({ id, state: "releasing" }, "composed");
    this.#underWay.add(id);
    try {
      const marked = await this.#write(change, (row, at) => {
        if (row.state !== "composed") return notSo(row, "composed");
        return { row: { ...row, state: "releasing", releaser: officer, changedAt: at } };
      });
      if (isRefusal(marked)) return marked;
      const result = await this.#again(submission);
      await this.#released(marked.row, { result, officer });
      return result;
    } finally {
      this.#underWay.delete(id);
    }
  }

  async #again(submission: Submission): Promise<SubmissionResult> {
    const [result] = await this.#side.submit([submission]);
    if (result === undefined) throw new Fault("node.lostResult", "A draft was submitted and nothing was said of it.");
    return result;
  }

  async #released(row: DraftRow, end: { result: SubmissionResult; officer: string }): Promise<void> {
    const { result, officer } = end;
    const at = this.#side.clock.now();
    const change =
      result.status === "refused"
        ? { row: open(row, at), event: { kind: "refused", officer, at, reason: result.refusal.code } as const }
        : { row: done(row, { releaser: officer, at }), event: { kind: "released", officer, at } as const };
    await this.#store.save(this.#accord, change);
  }

  /** Reads, checks the version, writes what `next` makes of the draft. */
  async #write(
    change: Change,
    next: (row: DraftRow, at: number) => { row: DraftRow; event?: DraftEvent } | Refusal,
  ): Promise<LaidDraft | Refusal> {
    const found = await this.#present(change);
    if (isRefusal(found)) return found;
    const made = next(found, this.#side.clock.now());
    if (isRefusal(made)) return made;
    const row = { ...made.row, version: found.version + 1 };
    const saved = await this.#store.save(this.#accord, { ...made, row });
    return saved === "saved" ? { row, draft: draftIn(row) } : this.#changed(change);
  }

  /** The draft of this version, neither released nor on its way. */
  async #present(change: Omit<Change, "officer">): Promise<DraftRow | Refusal> {
    const row = (await this.get(change.id))?.row;
    if (row === undefined) return refuse("api.unknown", { what: "draft", got: change.id });
    if (row.state === "released" || row.state === "releasing") return notSo(row, "composed or returned");
    return row.version === change.version
      ? row
      : refuse("node.draftChanged", { id: row.id, version: row.version, got: change.version });
  }

  async #changed(change: Omit<Change, "officer">): Promise<Refusal> {
    const row = await this.#store.get(this.#accord, change.id);
    return refuse("node.draftChanged", { id: change.id, version: row?.version ?? 0, got: change.version });
  }

  /**
   * The rows as they truly stand: an act of a draft's id in the register is the draft released, whatever its row says.
   */
  async #settled(rows: readonly DraftRow[]): Promise<readonly DraftRow[]> {
    const waiting = rows.filter((row) => row.state !== "released" && !this.#underWay.has(row.id));
    if (waiting.length === 0) return rows;
    const { store, clock } = this.#side;
    const acts = await store.actsById(
      this.#accord,
      waiting.map((row) => row.id),
    );
    const changed = new Map<ActId, DraftRow>();
    for (const row of waiting) {
      const act = acts.get(row.id);
      if (act === undefined && row.state !== "releasing") continue;
      const at = clock.now();
      const releaser = row.releaser ?? act?.officer ?? unknownOfficer;
      const next = act === undefined ? open(row, at) : done(row, { releaser, at });
      const event = act === undefined ? undefined : ({ kind: "released", officer: releaser, at } as const);
      await this.#store.save(this.#accord, { row: next, ...(event ? { event } : {}) });
      // Another process may have settled it first: what stands there is what is told.
      changed.set(row.id, (await this.#store.get(this.#accord, row.id)) ?? next);
    }
    return rows.map((row) => changed.get(row.id) ?? row);
  }

  get #store(): Side["store"]["drafts"] {
    return this.#side.store.drafts;
  }

  get #accord(): Side["row"]["accord"] {
    return this.#side.row.accord;
  }
}

function placeOf(draft: Draft): Pick<DraftRow, "id" | "dossier" | "procedure" | "step"> {
  const { id, dossier, procedure, step } = draft;
  return { id, dossier, procedure: procedure.slice(0, procedure.indexOf("/")), step };
}

function done(row: DraftRow, end: { releaser: string; at: number }): DraftRow {
  return { ...row, state: "released", version: row.version + 1, releaser: end.releaser, changedAt: end.at };
}

/** The draft as it was before its release was tried. */
function open({ releaser: _, ...row }: DraftRow, at: number): DraftRow {
  return { ...row, state: "composed", version: row.version + 1, changedAt: at };
}

function notSo(row: Pick<DraftRow, "id" | "state">, wanted: string): Refusal {
  return refuse("node.draftNotSo", { id: row.id, state: row.state, wanted });
}

function draftIn(row: DraftRow): Draft {
  const draft = parseDraft(JSON.parse(row.draft));
  if (isRefusal(draft)) throw new Fault("node.damagedDraft", `The draft ${row.id} no longer reads as one.`);
  return draft;
}
