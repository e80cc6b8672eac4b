// How the two sides stand to each other: the link's kept state, when the other side was last heard, and how much of
// each register both hold.

import type { PartyCode } from "../../acts/index.ts";
import type { Refusal } from "../../base/index.ts";
import type { LinkCondition } from "../../exchange/index.ts";
import type { AccordRow, LinkRow, Store } from "../../store/index.ts";
import type { Broadcast } from "../http/index.ts";
import type { SideEvent } from "./events.ts";
import { registersOf } from "./state.ts";
import { Turns } from "./turns.ts";

export class Standing {
  readonly #row: AccordRow;
  readonly #store: Store;
  readonly #events: Broadcast<SideEvent>;
  /** Reading and changing the kept state, one at a time: of two changes at once neither may undo the other. */
  readonly #turns = new Turns();
  #link: LinkRow;
  #contact: number | undefined;
  #unreachable: Refusal | undefined;
  /** The largest size of each register that both sides are known to hold. */
  readonly #held = new Map<PartyCode, number>();

  private constructor(input: { row: AccordRow; store: Store; events: Broadcast<SideEvent>; link: LinkRow }) {
    this.#row = input.row;
    this.#store = input.store;
    this.#events = input.events;
    this.#link = input.link;
  }

  static async open(input: { row: AccordRow; store: Store; events: Broadcast<SideEvent> }): Promise<Standing> {
    const standing = new Standing({ ...input, link: await input.store.link(input.row.accord) });
    await standing.readHeld();
    return standing;
  }

  get link(): LinkRow {
    const contacts = [this.#link.lastContact, this.#contact].filter((at) => at !== undefined);
    return { ...this.#link, lastContact: contacts.length === 0 ? undefined : Math.max(...contacts) };
  }

  condition(): LinkCondition {
    return { stopped: this.#link.stopped?.code, recovering: this.#link.recovering };
  }

  /** Reads what another process of this side may have written: a stop there is a stop here. */
  async readLink(): Promise<void> {
    await this.#turns.take(async () => {
      this.#link = await this.#store.link(this.#row.accord);
    });
  }

  /** As `readLink`, for what both sides hold. */
  async readHeld(): Promise<void> {
    for (const { party, origin } of registersOf(this.#row)) {
      const held = await this.#store.heldLatest(origin);
      this.#held.set(party, Math.max(this.held(party), held?.size ?? 0));
    }
  }

  /** Changes the link's kept state; durable when it returns. */
  async change(change: Partial<LinkRow>): Promise<void> {
    await this.#turns.take(async () => {
      this.#link = await this.#store.link(this.#row.accord);
      const link = { ...this.link, ...change };
      await this.#store.saveLink(this.#row.accord, link);
      this.#link = link;
    });
    this.#events.publish({ kind: "link", state: this.state });
  }

  get state(): "open" | "stopped" | "recovering" {
    if (this.#link.stopped) return "stopped";
    return this.#link.recovering ? "recovering" : "open";
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
    this.#contact = seconds;
  }

  held(party: PartyCode): number {
    return this.#held.get(party) ?? 0;
  }

  noteHeld(party: PartyCode, held: { size: number; time: number }): void {
    if (held.size <= this.held(party)) return;
    this.#held.set(party, held.size);
    this.#events.publish({ kind: "held", party, size: held.size, time: held.time });
  }
}
