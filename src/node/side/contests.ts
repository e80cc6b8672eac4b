// Contests what the other side registered and cannot take effect: one act of the registry for each such leaf, naming the
// leaf and the reason. A contest's id is made from the leaf it names, so that after a crash the same contest is made again
// and found to be there already.

import { type ActId, type Draft, type FunctionCode, isActId, registryService } from "../../acts/index.ts";
import { concat, Fault, hex, type Refusal, refuse, utf8 } from "../../base/index.ts";
import { contestProcedure, datedAheadMsMax } from "../../procedures/index.ts";
import { digest } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { Side } from "./side.ts";

interface Contested {
  readonly index: number;
  readonly refusal: Refusal;
}

/** How far back a node looks at its start for leaves it mirrored and had not yet contested when it was killed. */
const lookBack = 10_000;

export class Contests {
  readonly #side: Side;
  readonly #due: Contested[] = [];
  #running = false;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Contests these leaves of the other register soon; the mirroring that found them does not wait for it. */
  due(voids: readonly Contested[]): void {
    this.#due.push(...voids);
    if (this.#due.length > 0 && !this.#running) void this.run();
  }

  /** Contests what is due now. Resolves when it is registered, or when signing is barred: then the next start looks again. */
  async run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#due.length > 0) {
        const batch = this.#due.splice(0, 200);
        const submissions = await Promise.all(batch.map(async (one) => ({ kind: "draft" as const, draft: await this.#draft(one) })));
        await this.#side.submit(submissions);
      }
    } finally {
      this.#running = false;
    }
  }

  /** Looks for mirrored leaves without effect that no contest names yet. Called once, when the node starts. */
  async lookAgain(): Promise<void> {
    const { store, row } = this.#side;
    const head = await store.head(row.otherOrigin);
    const start = Math.max(0, (head?.size ?? 0) - lookBack);
    const acts = await store.actsOfRegister(row.accord, { party: row.other, start, limit: lookBack });
    const found: Contested[] = [];
    for (const act of acts)
      if (act.outcome.kind === "void")
        found.push({ index: act.index, refusal: refusalOf(act.outcome.code, act.outcome.details) });
    for (const leaf of await store.unreadable(row.accord))
      if (leaf.party === row.other && leaf.index >= start)
        found.push({ index: leaf.index, refusal: refusalOf(leaf.code, leaf.details) });
    const ids = await Promise.all(found.map((one) => this.#id(one.index)));
    const known = await store.actsById(row.accord, ids);
    this.due(found.filter((_, i) => !known.has(ids[i] ?? ("" as ActId))));
  }

  /** Leaves dated more than a day ahead of this node's clock: valid by their own account, and contested. */
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
      procedure: `contest/${contestProcedure.version}` as Draft["procedure"],
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
    const bytes = nativeSuite.sha256(concat([named])).slice(0, 16);
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

function refusalOf(code: string, details: string): Refusal {
  return { kind: "refused", code: code as Refusal["code"], details: JSON.parse(details) };
}

