// Contests what the other side registered and cannot take effect: one act of the registry for each such leaf, naming
// the leaf and the reason. A contest's id is made from the leaf it names, so that after a crash the same contest is
// made again and found to be there already.

import {
  type ActId,
  type Draft,
  type FunctionCode,
  isActId,
  type ProcedureId,
  registryService,
} from "../../acts/index.ts";
import { Fault, hex, type Refusal, refuse, utf8 } from "../../base/index.ts";
import { signingGuard } from "../../exchange/index.ts";
import { contestProcedure } from "../../procedures/index.ts";
import { digest } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { keptRefusal } from "../kept-refusal.ts";
import type { Side } from "./side.ts";

const contestId = `contest/${contestProcedure.version}` as ProcedureId;

/** How far ahead of this node's clock a mirrored act may be dated before its date is contested. */
const datedAheadMsMax = 24 * 60 * 60 * 1000;

interface Contested {
  readonly index: number;
  readonly refusal: Refusal;
}

/** Contests made in one batch. */
const atOnce = 200;
/** Leaves looked through at a time when the node looks again. */
const lookedAt = 1_000;

export class Contests {
  readonly #side: Side;
  /** In the order found; what could not be registered stays until it can. */
  #due: Contested[] = [];
  #running: Promise<void> | undefined;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Contests these leaves of the other register soon; the mirroring that found them does not wait for it. */
  due(voids: readonly Contested[]): void {
    this.#due.push(...voids);
    void this.run();
  }

  /**
   * Contests what is due. Resolves when it is registered, or when it cannot be now: the link is stopped, the disk is
   * full. Then it stays due, and whoever looks after the node runs this again.
   */
  run(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    while (this.#due.length > 0 && signingGuard(this.#side.condition()) === undefined) {
      const batch = this.#due.slice(0, atOnce);
      const left = await this.#register(batch);
      this.#due = [...left, ...this.#due.slice(batch.length)];
      if (left.length > 0) return;
    }
  }

  /** Gives those that could not be registered now. */
  async #register(batch: readonly Contested[]): Promise<readonly Contested[]> {
    try {
      const drafts = await Promise.all(batch.map((one) => this.#draft(one)));
      const results = await this.#side.submit(drafts.map((draft) => ({ kind: "draft", draft })));
      return batch.filter((_, i) => {
        const result = results[i];
        // The same leaf contested before, in other words: the contest stands.
        return result?.status === "refused" && result.refusal.code !== "node.idReused";
      });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      return batch;
    }
  }

  /**
   * Looks through the whole mirror, newest leaves first, for leaves without effect that no contest names yet: the node
   * may have been killed between the two. Called once, when the node starts.
   */
  async lookAgain(): Promise<void> {
    const { store, row } = this.#side;
    const size = (await store.head(row.otherOrigin))?.size ?? 0;
    const unreadable = (await store.unreadable(row.accord)).filter((leaf) => leaf.party === row.other);
    for (let end = size; end > 0; end -= lookedAt) {
      const start = Math.max(0, end - lookedAt);
      const acts = await store.actsOfRegister(row.accord, { party: row.other, start, limit: end - start });
      const found: Contested[] = [...this.datedAhead(acts.filter((act) => act.outcome.kind === "effective"))];
      for (const { index, outcome } of acts)
        if (outcome.kind === "void") found.push({ index, refusal: keptRefusal(outcome) });
      for (const leaf of unreadable)
        if (leaf.index >= start && leaf.index < end) found.push({ index: leaf.index, refusal: keptRefusal(leaf) });
      const unknown = await this.#uncontested(found.filter((one) => one.index < end));
      if (unknown.length > 0) this.due(unknown);
      // A long register is looked through while the node is at work.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #uncontested(found: readonly Contested[]): Promise<readonly Contested[]> {
    const ids = await Promise.all(found.map((one) => this.#id(one.index)));
    const known = await this.#side.store.actsById(this.#side.row.accord, ids);
    return found.filter((_, i) => {
      const id = ids[i];
      return id !== undefined && !known.has(id);
    });
  }

  /** Leaves dated more than a day ahead of this node's clock: they take effect as dated, and the date is contested. */
  datedAhead(acts: readonly { readonly index: number; readonly at: number }[]): readonly Contested[] {
    const now = this.#side.clock.now();
    return acts
      .filter((act) => act.at > now + datedAheadMsMax)
      .map((act) => ({
        index: act.index,
        refusal: refuse("procedures.datedAhead", {
          at: new Date(act.at).toISOString(),
          contested: new Date(now).toISOString(),
        }),
      }));
  }

  async #draft(contested: Contested): Promise<Draft> {
    const { row, founding } = this.#side;
    const id = await this.#id(contested.index);
    const lowest = founding.labels.levels[0]?.code ?? founding.cap;
    return {
      id,
      dossier: id,
      service: registryService,
      function: "registrar" as FunctionCode,
      procedure: contestId,
      step: "contest",
      articles: [],
      label: {
        policy: founding.labels.policy,
        classification: lowest,
        releasableTo: [row.own, row.other].sort(),
      },
      body: {
        party: row.other,
        index: contested.index,
        leaf: await this.#leafDigest(contested.index),
        code: contested.refusal.code,
        details: shortened(contested.refusal.details),
      },
    };
  }

  async #leafDigest(index: number): Promise<string> {
    const [leaf] = await this.#side.store.leaves({ origin: this.#side.row.otherOrigin, start: index, end: index + 1 });
    if (!leaf) throw new Fault("node.lostLeaf", `Leaf ${index} of the mirror is not there.`);
    return digest(nativeSuite, leaf);
  }

  /** A UUID of version 7 in form, whose bits all come from the leaf: it carries no time. */
  async #id(index: number): Promise<ActId> {
    const named = utf8(`entente/contest\n${this.#side.row.otherOrigin}\n${index}\n${await this.#leafDigest(index)}`);
    const bytes = nativeSuite.sha256(named).slice(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const text = hex(bytes);
    const id = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
    if (!isActId(id)) throw new Fault("node.badId", `Not a UUIDv7: ${id}`);
    return id;
  }
}

/** The details as a contest may carry them: what the other side sent may stand in them, and it is long at times. */
function shortened(details: Refusal["details"]): Record<string, string | number | boolean | string[]> {
  const cut = (text: string): string => (text.length > 500 ? `${text.slice(0, 499)}…` : text);
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (typeof value === "string") return [name, cut(value)];
      return [name, typeof value === "object" ? value.slice(0, 50).map(cut) : value];
    }),
  );
}
