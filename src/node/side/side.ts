// One accord on one side's node: its two registers, what they say, and the link. Composition only; what each part does is
// in the files beside this one.

import { type Founding, parseFounding, type PartyCode, cardOf, keysOfCard } from "../../acts/index.ts";
import { Fault, fromUtf8, isRefusal, type Refusal } from "../../base/index.ts";
import type { LinkCondition, Sides } from "../../exchange/index.ts";
import { type Terms, type View, viewOf } from "../../procedures/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, DossierRow, LinkRow, Store } from "../../store/index.ts";
import type { Clock } from "../clock.ts";
import { type Broadcast, createBroadcast } from "../http/index.ts";
import type { NodeKeys } from "../keys.ts";
import type { Verifier } from "../verifier.ts";
import { Appender } from "./appender.ts";
import { Contests } from "./contests.ts";
import type { OpenDossier } from "./dossiers.ts";
import { eventsWaitingMax, type SideEvent } from "./events.ts";
import { Mirror } from "./mirror.ts";
import { dossierRow, type Readings } from "./reader.ts";
import { loadState, type SideParts, type SideState } from "./state.ts";
import type { Submission, SubmissionResult } from "./submission.ts";
import { Turns } from "./turns.ts";

export class Side {
  readonly row: AccordRow;
  readonly founding: Founding;
  readonly store: Store;
  readonly keys: NodeKeys;
  readonly clock: Clock;
  readonly verifier: Verifier;
  readonly events: Broadcast<SideEvent> = createBroadcast({ backlog: eventsWaitingMax });
  /** How the exchange names both registers. */
  readonly sides: Sides;
  /** The side's own writing and its mirroring change one state: one at a time. */
  readonly turns = new Turns();
  readonly appender: Appender;
  readonly mirror: Mirror;
  readonly contests: Contests;
  #state: Promise<SideState> | undefined;
  #link: LinkRow;
  #unreachable: Refusal | undefined;
  /** The largest size of each register that both sides are known to hold. */
  readonly #held = new Map<PartyCode, number>();
  /** Set by the link: there is something to send. */
  pushSoon: () => void = () => undefined;

  private constructor(parts: SideParts, link: LinkRow) {
    this.row = parts.row;
    this.founding = parts.founding;
    this.store = parts.store;
    this.keys = parts.keys;
    this.clock = parts.clock;
    this.verifier = parts.verifier;
    this.#link = link;
    this.sides = {
      suite: nativeSuite,
      own: this.#identity(this.row.own),
      other: this.#identity(this.row.other),
    };
    this.appender = new Appender(this);
    this.mirror = new Mirror(this);
    this.contests = new Contests(this);
  }

  static async open(parts: Omit<SideParts, "founding">): Promise<Side> {
    const text = fromUtf8(parts.row.founding);
    const founding = parseFounding(text === undefined ? undefined : JSON.parse(text));
    if (isRefusal(founding)) throw new Fault("node.damagedFounding", `The founding of ${parts.row.accord} is damaged.`);
    const side = new Side({ ...parts, founding }, await parts.store.link(parts.row.accord));
    for (const [party, origin] of [
      [parts.row.own, parts.row.ownOrigin],
      [parts.row.other, parts.row.otherOrigin],
    ] as const)
      side.#held.set(party, (await parts.store.heldLatest(origin))?.size ?? 0);
    side.ownSize = (await side.state()).edges.get(parts.row.own)?.size ?? 0;
    return side;
  }

  /** How many leaves the own register is known to have. */
  ownSize = 0;

  /** What is held in memory; read from the store when it is not. */
  state(): Promise<SideState> {
    this.#state ??= loadState(this);
    return this.#state;
  }

  /** Forgets what is held in memory: after a write that did not land, nothing here is known to be true. */
  drop(): void {
    this.#state = undefined;
  }

  submit(submissions: readonly Submission[]): Promise<readonly SubmissionResult[]> {
    return this.appender.submit(submissions);
  }

  held(party: PartyCode): number {
    return this.#held.get(party) ?? 0;
  }

  noteHeld(party: PartyCode, held: { size: number; time: number }): void {
    if (held.size <= this.held(party)) return;
    this.#held.set(party, held.size);
    this.events.publish({ kind: "held", party, size: held.size, time: held.time });
  }

  get link(): LinkRow {
    return this.#link;
  }

  condition(): LinkCondition {
    return { stopped: this.#link.stopped?.code, recovering: this.#link.recovering };
  }

  /** Changes the link's kept state; durable when it returns. */
  async changeLink(change: Partial<LinkRow>): Promise<void> {
    const link = { ...this.#link, ...change };
    await this.store.saveLink(this.row.accord, link);
    this.#link = link;
    const state = link.stopped ? "stopped" : link.recovering ? "recovering" : "open";
    this.events.publish({ kind: "link", state });
  }

  /** Why the other side could not be reached, for the link's page; forgotten at the next contact. */
  noteUnreachable(refusal: Refusal): void {
    this.#unreachable = refusal;
  }

  get unreachable(): Refusal | undefined {
    return this.#unreachable;
  }

  /** When the other side last answered; kept in memory and written with the next change of the link. */
  noteContact(seconds: number): void {
    this.#unreachable = undefined;
    this.#link = { ...this.#link, lastContact: seconds };
  }

  async terms(): Promise<Terms> {
    return (await this.state()).ground.presentTerms(this.clock.now());
  }

  /** A dossier as it stands now, or undefined when nothing has opened it. */
  async view(id: DossierRow["id"]): Promise<{ open: OpenDossier; view: View<unknown>; terms: Terms } | undefined> {
    return this.turns.take(async () => {
      const state = await this.state();
      const open = await state.dossiers.open(id);
      state.dossiers.trim();
      const folded = open.folded.dossier;
      if (!open.procedure || !folded) return undefined;
      const terms = state.ground.presentTerms(this.clock.now());
      return { open, view: viewOf(open.procedure, { dossier: folded, terms, now: this.clock.now() }), terms };
    });
  }

  /** Writes the list entries of dossiers that time alone has moved since they were written. Returns how many. */
  async lapse(): Promise<number> {
    return this.turns.take(async () => {
      const now = this.clock.now();
      const due = await this.store.lapsing(this.row.accord, { before: now, limit: 500 });
      if (due.length === 0) return 0;
      const state = await this.state();
      const terms = state.ground.presentTerms(now);
      const dossiers: DossierRow[] = [];
      for (const id of due) {
        const row = dossierRow({ open: await state.dossiers.open(id), terms, now });
        if (row) dossiers.push(row);
      }
      state.dossiers.trim();
      await this.store.commit({ accord: this.row.accord, dossiers });
      for (const row of dossiers) this.#announceDossier(row);
      return due.length;
    });
  }

  /** Tells listeners what a batch has changed. */
  announce(input: { party: PartyCode; readings: Readings }): void {
    for (const row of input.readings.acts)
      this.events.publish({
        kind: "act",
        party: row.party,
        index: row.index,
        id: row.id,
        dossier: row.dossier,
        procedure: row.procedure,
        step: row.step,
        outcome: row.outcome.kind,
      });
    for (const row of input.readings.dossiers) this.#announceDossier(row);
  }

  #announceDossier({ id, procedure, state, turn }: DossierRow): void {
    this.events.publish({ kind: "dossier", id, procedure, state, turn });
  }

  /** The officer of this side who made the dossier's last act of this side, where this node still knows. */
  async lastAuthor(id: DossierRow["id"]): Promise<string | undefined> {
    const state = await this.state();
    if (state.dossiers.has(id)) return (await state.dossiers.open(id)).author;
    return this.turns.take(async () => (await (await this.state()).dossiers.open(id)).author);
  }

  #identity(party: PartyCode): Sides["own"] {
    const origin = party === this.row.own ? this.row.ownOrigin : this.row.otherOrigin;
    return { origin, keys: keysOfCard(cardOf(this.founding, party)).register, cosigner: origin };
  }
}
