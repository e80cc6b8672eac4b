// One accord on one side's node: its two registers, what they say, and the link. Composition only; what each part does
// is in the files beside this one.

import { cardOf, type Founding, keysOfCard, type PartyCode, parseFounding } from "../../acts/index.ts";
import { Fault, fromUtf8, isRefusal, type Refusal } from "../../base/index.ts";
import type { LinkCondition, Sides } from "../../exchange/index.ts";
import type { Ground, Procedure, Terms } from "../../procedures/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, DossierRow, LinkRow, Store } from "../../store/index.ts";
import type { Clock } from "../clock.ts";
import { type Broadcast, createBroadcast } from "../http/index.ts";
import type { NodeKeys } from "../keys.ts";
import type { Verifier } from "../verifier.ts";
import { Appender } from "./appender.ts";
import { catchUp } from "./catch-up.ts";
import { Contests } from "./contests.ts";
import { eventsWaitingMax, type SideEvent } from "./events.ts";
import { mend } from "./mend.ts";
import { Mirror } from "./mirror.ts";
import type { Readings } from "./reader.ts";
import { Receipts } from "./receipts.ts";
import { Standing } from "./standing.ts";
import { edgeOf, isBehind, isPresent, loadState, newGround, type SideParts, type SideState } from "./state.ts";
import type { Submission, SubmissionResult } from "./submission.ts";
import { Turns } from "./turns.ts";
import { lapsed, retold, type Viewed, viewed } from "./viewed.ts";

export class Side {
  readonly row: AccordRow;
  readonly founding: Founding;
  readonly store: Store;
  readonly keys: NodeKeys;
  readonly clock: Clock;
  readonly verifier: Verifier;
  readonly events: Broadcast<SideEvent>;
  /** How the exchange names both registers. */
  readonly sides: Sides;
  readonly appender: Appender;
  readonly mirror: Mirror;
  readonly contests: Contests;
  /** Receipts of the other side on their way to the disk. */
  readonly receipts: Receipts;
  /** How many leaves the own register is known to have. */
  ownSize = 0;
  /** Set by the link: there is something to send. */
  pushSoon: () => void = () => undefined;
  /** The side's own writing, its mirroring and what is read of both share one state: one at a time. */
  readonly #turns = new Turns();
  readonly #standing: Standing;
  /** Knows the founding and the procedures, and no act. */
  readonly #bare: Ground;
  #state: Promise<SideState> | undefined;

  private constructor(parts: SideParts, around: { standing: Standing; events: Broadcast<SideEvent> }) {
    this.row = parts.row;
    this.founding = parts.founding;
    this.store = parts.store;
    this.keys = parts.keys;
    this.clock = parts.clock;
    this.verifier = parts.verifier;
    this.events = around.events;
    this.#standing = around.standing;
    this.#bare = newGround(parts);
    this.sides = {
      suite: nativeSuite,
      own: this.#identity(this.row.own),
      other: this.#identity(this.row.other),
    };
    this.appender = new Appender(this);
    this.mirror = new Mirror(this);
    this.contests = new Contests(this);
    this.receipts = new Receipts({
      write: async (held) => void (await this.store.commit({ accord: this.row.accord, held })),
      failed: (cause) => {
        // What could not be written waits for the next batch; one that is lost is asked for again.
        if (!(cause instanceof Fault)) throw cause;
      },
    });
  }

  static async open(parts: Omit<SideParts, "founding">): Promise<Side> {
    const { row, store } = parts;
    const text = fromUtf8(row.founding);
    const founding = parseFounding(text === undefined ? undefined : JSON.parse(text));
    if (isRefusal(founding)) throw new Fault("node.damagedFounding", `The founding of ${row.accord} is damaged.`);
    const events = createBroadcast<SideEvent>({ backlog: eventsWaitingMax });
    const side = new Side({ ...parts, founding }, { events, standing: await Standing.open({ row, store, events }) });
    await side.inTurn(async () => undefined);
    return side;
  }

  /**
   * Runs the work after all that was asked before it, on the state as the store has it now. What throws drops the
   * state: memory may then hold half of what was to be written.
   */
  inTurn<T>(work: (state: SideState) => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      try {
        const state = await this.present();
        const result = await work(state);
        state.dossiers.trim();
        return result;
      } catch (cause) {
        this.drop();
        throw cause;
      }
    });
  }

  /** The state as the store has it now, whoever wrote it. Inside a turn only. */
  async present(): Promise<SideState> {
    await this.#standing.readLink();
    let state = await this.state();
    if (!(await isPresent(state, this))) {
      this.drop();
      state = await this.state();
    }
    if (isBehind(state)) await catchUp(this, state);
    return state;
  }

  /** What is held in memory, read from the store when there is nothing. Inside a turn only. */
  state(): Promise<SideState> {
    this.#state ??= this.#load();
    return this.#state;
  }

  /** Forgets what is held in memory: after a write that did not land, nothing here is known to be true. */
  drop(): void {
    this.#state = undefined;
  }

  async #load(): Promise<SideState> {
    const state = await loadState(this);
    this.ownSize = edgeOf(state, this.row.own).size;
    await this.#standing.readHeld();
    this.events.publish({ kind: "grown" });
    if (this.ownSize > this.held(this.row.own)) this.pushSoon();
    return state;
  }

  /**
   * After a write to the register of `by`: where another process of this side has moved the other register meanwhile,
   * what was written is mended. Inside a turn.
   */
  async mendIfMoved(state: SideState, wrote: { by: PartyCode; readings: Readings }): Promise<void> {
    const { row, store } = this;
    const mine = wrote.by === row.own;
    const head = await store.head(mine ? row.otherOrigin : row.ownOrigin);
    if ((head?.size ?? 0) === edgeOf(state, mine ? row.other : row.own).size) return;
    await mend(
      this,
      wrote.readings.acts.map((act) => act.dossier),
    );
  }

  /** Both sides, in the founding's order. */
  get parties(): readonly [PartyCode, PartyCode] {
    return this.#bare.parties;
  }

  submit(submissions: readonly Submission[]): Promise<readonly SubmissionResult[]> {
    return this.appender.submit(submissions);
  }

  /** The procedure an act names, or why there is none. */
  procedureOf(act: Parameters<Ground["procedureOf"]>[0]): Procedure<unknown> | Refusal {
    return this.#bare.procedureOf(act);
  }

  terms(): Promise<Terms> {
    return this.inTurn(async (state) => state.ground.presentTerms(this.clock.now()));
  }

  /** A dossier as it stands now, or undefined when nothing has opened it. */
  view(id: DossierRow["id"]): Promise<Viewed<unknown> | undefined> {
    return this.inTurn((state) => viewed(this, { state, id }));
  }

  /** Writes the list entries of dossiers that time alone has moved since they were written. Returns how many. */
  lapse(): Promise<number> {
    return this.inTurn((state) => lapsed(this, state));
  }

  /** Writes every list entry anew, after a story clock was set back. */
  retell(): Promise<void> {
    return this.inTurn((state) => retold(this, state));
  }

  held(party: PartyCode): number {
    return this.#standing.held(party);
  }

  noteHeld(party: PartyCode, held: { size: number; time: number }): void {
    this.#standing.noteHeld(party, held);
  }

  get link(): LinkRow {
    return this.#standing.link;
  }

  get linkState(): Standing["state"] {
    return this.#standing.state;
  }

  condition(): LinkCondition {
    return this.#standing.condition();
  }

  readLink(): Promise<void> {
    return this.#standing.readLink();
  }

  /** Changes the link's kept state; durable when it returns. */
  changeLink(change: Partial<LinkRow>): Promise<void> {
    return this.#standing.change(change);
  }

  noteUnreachable(refusal: Refusal): void {
    this.#standing.noteUnreachable(refusal);
  }

  get unreachable(): Refusal | undefined {
    return this.#standing.unreachable;
  }

  noteContact(seconds: number): void {
    this.#standing.noteContact(seconds);
  }

  /** Tells listeners what a batch has changed. */
  announce(changed: Pick<Readings, "acts" | "dossiers" | "documents">): void {
    for (const { outcome, party, index, id, dossier, procedure, step } of changed.acts)
      this.events.publish({ kind: "act", party, index, id, dossier, procedure, step, outcome: outcome.kind });
    for (const { id, procedure, state, turn } of changed.dossiers)
      this.events.publish({ kind: "dossier", id, procedure, state, turn });
    const acts = new Map(changed.acts.map((act) => [act.id, act]));
    const { named = [], opened = [], erased = [] } = changed.documents ?? {};
    const told = [
      ...named.map((one) => ({ ...one, state: "expected" as const })),
      ...opened.map((one) => ({ ...one, state: "opened" as const })),
      ...erased.map((one) => ({ ...one, state: "erased" as const })),
    ];
    for (const { digest, act, state } of told) {
      const by = acts.get(act);
      if (by) this.events.publish({ kind: "document", digest, dossier: by.dossier, procedure: by.procedure, state });
    }
  }

  #identity(party: PartyCode): Sides["own"] {
    const origin = party === this.row.own ? this.row.ownOrigin : this.row.otherOrigin;
    return { origin, keys: keysOfCard(cardOf(this.founding, party)).register, cosigner: origin };
  }
}
