// Drafts of acts, with what was done with each. A draft changes by compare-and-swap on its version: of two officers who
// change, return or release one at once, the second is told that it has changed.

import type { AccordId, ActId } from "../../acts/index.ts";
import { base64url, fromBase64url, fromUtf8, type Refusal, refuse, utf8 } from "../../base/index.ts";
import type { Page, PageRequest } from "../page.ts";
import type { DraftEvent, DraftFilter, DraftRow, DraftState, Drafts } from "../portOffice.ts";
import type { Accords } from "./accords.ts";
import type { Connection } from "./connection.ts";
import { storeFault } from "./failure.ts";
import { actId, damaged, idBytes, integer, optional, type Row, text } from "./row.ts";

const limitMax = 500;
/** Larger than any draft's number. */
const beyond = Number.MAX_SAFE_INTEGER;

interface WaitingSave {
  save(): "saved" | "conflict";
  resolve(result: "saved" | "conflict"): void;
  reject(cause: unknown): void;
}

export class SqliteDrafts implements Drafts {
  readonly #connection: Connection;
  readonly #accords: Accords;
  readonly #waiting: WaitingSave[] = [];

  constructor(at: { readonly connection: Connection; readonly accords: Accords }) {
    this.#connection = at.connection;
    this.#accords = at.accords;
  }

  async get(accord: AccordId, id: ActId): Promise<DraftRow | undefined> {
    const row = this.#find(this.#accords.of(accord).no, id);
    return row && draftOf(row);
  }

  async history(accord: AccordId, id: ActId): Promise<readonly DraftEvent[]> {
    const found = this.#find(this.#accords.of(accord).no, id);
    if (found === undefined) return [];
    const events = this.#connection.statement("SELECT * FROM draft_event WHERE draft = ? ORDER BY no");
    return events.all(integer(found, "no")).map(eventOf);
  }

  async list(accord: AccordId, query: DraftFilter & PageRequest): Promise<Page<DraftRow> | Refusal> {
    const { state, dossier, limit, cursor } = query;
    if (limit < 1 || limit > limitMax) throw storeFault("store.wrongLimit", `A page has 1 to ${limitMax} drafts.`);
    const before = cursor === undefined ? beyond : parseCursor(cursor);
    if (typeof before !== "number") return before;
    const { no } = this.#accords.of(accord);
    const conditions = ["accord = ?", "no < ?"];
    if (state !== undefined) conditions.push("state = ?");
    if (dossier !== undefined) conditions.push("dossier = ?");
    const sql = `SELECT * FROM draft WHERE ${conditions.join(" AND ")} ORDER BY no DESC LIMIT ?`;
    const values = [no, before, ...(state ? [state] : []), ...(dossier ? [idBytes(dossier)] : []), limit + 1];
    const rows = this.#connection.statement(sql).all(...values);
    const last = rows[limit - 1];
    const more = rows.length > limit && last !== undefined;
    return {
      items: rows.slice(0, limit).map(draftOf),
      next: more ? base64url(utf8(`draft ${integer(last, "no")}`)) : undefined,
    };
  }

  /** What waits in one turn of the event loop is written together: the disk takes as long for one as for many. */
  save(
    accord: AccordId,
    change: { readonly row: DraftRow; readonly event?: DraftEvent },
  ): Promise<"saved" | "conflict"> {
    const { promise, resolve, reject } = Promise.withResolvers<"saved" | "conflict">();
    this.#waiting.push({ save: () => this.#save(accord, change), resolve, reject });
    if (this.#waiting.length === 1) setImmediate(() => this.#saveWaiting());
    return promise;
  }

  #saveWaiting(): void {
    const batch = this.#waiting.splice(0);
    try {
      const results = this.#connection.transaction(() => batch.map(({ save }) => save()));
      for (const [i, result] of results.entries()) batch[i]?.resolve(result);
    } catch (cause) {
      // Nothing of them is written. Whose fault it was shows when each is alone.
      if (batch.length === 1) batch[0]?.reject(cause);
      else for (const one of batch) this.#saveAlone(one);
    }
  }

  #saveAlone({ save, resolve, reject }: WaitingSave): void {
    try {
      resolve(this.#connection.transaction(save));
    } catch (cause) {
      reject(cause);
    }
  }

  #save(
    accord: AccordId,
    { row, event }: { readonly row: DraftRow; readonly event?: DraftEvent },
  ): "saved" | "conflict" {
    const { no } = this.#accords.of(accord);
    const draft = row.version === 1 ? this.#add(no, row) : this.#replace(no, row);
    if (draft === undefined) return "conflict";
    if (event !== undefined)
      this.#connection
        .statement("INSERT INTO draft_event (draft, kind, officer, at, reason) VALUES (?, ?, ?, ?, ?)")
        .run(draft, event.kind, event.officer, event.at, event.reason ?? null);
    return "saved";
  }

  async remove(accord: AccordId, draft: Pick<DraftRow, "id" | "version">): Promise<"removed" | "conflict"> {
    const { no } = this.#accords.of(accord);
    return this.#connection.transaction(() => {
      const gone = this.#connection
        .statement(
          `DELETE FROM draft WHERE accord = ? AND id = ? AND version = ? AND state IN ('composed', 'returned')`,
        )
        .run(no, idBytes(draft.id), draft.version);
      return gone === 1 ? "removed" : "conflict";
    });
  }

  /** The number of the new row, or undefined when there is a draft of this id. */
  #add(accord: number, row: DraftRow): number | undefined {
    if (this.#find(accord, row.id) !== undefined) return undefined;
    return this.#connection
      .statement(
        `INSERT INTO draft (accord, id, dossier, procedure, step, state, version, draft, composer, composed_at,
          changed_at, releaser) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .insert(accord, idBytes(row.id), idBytes(row.dossier), ...this.#changing(row), row.releaser ?? null);
  }

  #replace(accord: number, row: DraftRow): number | undefined {
    const before = this.#find(accord, row.id);
    if (before === undefined || integer(before, "version") !== row.version - 1) return undefined;
    const no = integer(before, "no");
    this.#connection
      .statement(
        `UPDATE draft SET dossier = ?, procedure = ?, step = ?, state = ?, version = ?, draft = ?, composer = ?,
          composed_at = ?, changed_at = ?, releaser = ? WHERE no = ?`,
      )
      .run(idBytes(row.dossier), ...this.#changing(row), row.releaser ?? null, no);
    return no;
  }

  #changing(row: DraftRow): readonly (string | number)[] {
    const { procedure, step, state, version, draft, composer, composedAt, changedAt } = row;
    return [procedure, step, state, version, draft, composer, composedAt, changedAt];
  }

  #find(accord: number, id: ActId): Row | undefined {
    return this.#connection.statement("SELECT * FROM draft WHERE accord = ? AND id = ?").get(accord, idBytes(id));
  }
}

/** Where a page ended: it comes back from outside. */
function parseCursor(cursor: string): number | Refusal {
  const bytes = cursor.length > 60 ? undefined : fromBase64url(cursor);
  const digits = /^draft ([1-9]\d{0,14})$/.exec((bytes && fromUtf8(bytes)) ?? "")?.[1];
  return digits === undefined ? refuse("store.badCursor", { got: cursor.slice(0, 120) }) : Number(digits);
}

const states: readonly DraftState[] = ["composed", "returned", "releasing", "released"];
const kinds: readonly DraftEvent["kind"][] = ["composed", "changed", "returned", "released", "refused"];

function oneOf<T extends string>(known: readonly T[], value: string): T {
  return known.find((each) => each === value) ?? damaged(value);
}

function draftOf(row: Row): DraftRow {
  const releaser = optional(text, { row, column: "releaser" });
  return {
    id: actId(row, "id"),
    state: oneOf(states, text(row, "state")),
    version: integer(row, "version"),
    draft: text(row, "draft"),
    dossier: actId(row, "dossier"),
    procedure: text(row, "procedure"),
    step: text(row, "step"),
    composer: text(row, "composer"),
    composedAt: integer(row, "composed_at"),
    changedAt: integer(row, "changed_at"),
    ...(releaser === undefined ? {} : { releaser }),
  };
}

function eventOf(row: Row): DraftEvent {
  const reason = optional(text, { row, column: "reason" });
  return {
    kind: oneOf(kinds, text(row, "kind")),
    officer: text(row, "officer"),
    at: integer(row, "at"),
    ...(reason === undefined ? {} : { reason }),
  };
}
