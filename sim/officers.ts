// What people do in a run: open instruments and designations and take steps in them, on both sides at once, not knowing
// what the other side does meanwhile. Some steps are refused, as they should be; a step whose answer was lost is made
// again under the same id.

import type { ActId, Draft } from "../src/acts/index.ts";
import { parseDraft } from "../src/acts/index.ts";
import { base64url, z } from "../src/base/index.ts";
import type { Clock } from "./clock.ts";
import type { Machine } from "./machine.ts";
import { sure } from "./parties.ts";
import { isStoreFault, type Process } from "./process.ts";
import type { Random } from "./random.ts";
import type { Watch } from "./watch.ts";

interface Step {
  readonly procedure: "accord/1" | "designation/1";
  readonly step: string;
  readonly dossier?: ActId;
  readonly body: unknown;
}

export class Officers {
  readonly #machine: Machine;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #watch: Watch;
  /** Dossiers that they leave alone. */
  readonly #left: ReadonlySet<string>;
  /** Drafts that were submitted and not answered. */
  readonly #unanswered = new Map<ActId, Draft>();
  #services = 0;
  #made = 0;
  refused = 0;

  constructor(parts: { machine: Machine; clock: Clock; random: Random; watch: Watch; left: ReadonlySet<string> }) {
    this.#left = parts.left;
    this.#machine = parts.machine;
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#watch = parts.watch;
  }

  /** One step by somebody, or nothing while the machine is down. */
  async act(): Promise<void> {
    const process = this.#machine.process;
    if (process === undefined) return;
    try {
      const again = this.#random.chance(0.5) ? [...this.#unanswered.values()][0] : undefined;
      const draft = again ?? this.#draft(await this.#choose(process));
      this.#unanswered.set(draft.id, draft);
      const [result] = await process.submit([{ kind: "draft", draft }]);
      this.#unanswered.delete(draft.id);
      if (result === undefined || result.status === "refused") this.refused += 1;
      else this.#watch.acknowledged(this.#machine, result.row);
    } catch (cause) {
      if (!isStoreFault(cause)) throw cause;
    }
  }

  async #choose(process: Process): Promise<Step> {
    const { store, row } = process.side;
    const items = [];
    for (const one of ["accord", "designation"]) {
      const page = sure(await store.dossiers(row.accord, { limit: 40, open: true, procedure: one }));
      items.push(...page.items.filter(({ id }) => !this.#left.has(id)));
    }
    if (items.length < 2 || this.#random.chance(0.15)) return this.#opening();
    const { id, procedure } = this.#random.pick(items);
    const view = await process.side.view(id);
    if (procedure === "accord") return this.#negotiate(id, view?.view.dossier.data);
    const own = Object.values(view?.view.dossier.roles ?? {})[0] === this.#machine.code;
    return this.#redesignate(id, own ? "designator" : "counterpart");
  }

  #opening(): Step {
    if (this.#random.chance(0.4)) return this.#designation();
    return {
      procedure: "accord/1",
      step: "propose",
      body: {
        kind: "framework",
        titles: { en: "A simulated instrument" },
        mandate: { reference: "M-1" },
        marking: "unclassified",
      },
    };
  }

  #designation(): Step {
    this.#services += 1;
    const key = this.#machine.party.keys.serviceKeys().values().next().value?.signer.publicKey ?? new Uint8Array(32);
    return {
      procedure: "designation/1",
      step: "designate",
      body: {
        service: `service-${this.#services}`,
        names: { en: "A simulated service" },
        kind: "staff",
        domains: [],
        functions: [],
        keys: [base64url(key)],
        contact: { office: "Room 1" },
      },
    };
  }

  #negotiate(dossier: ActId, data: unknown): Step {
    const version = draftSchema.safeParse(data).data?.draft?.version ?? 0;
    const point = this.#random.pick(["point-1", "point-2", "point-3"]);
    const body = (): Omit<Step, "dossier" | "procedure"> => {
      if (this.#random.chance(0.07)) return { step: "withdraw", body: { reason: "The mandate has ended." } };
      switch (this.#random.between(0, 3)) {
        case 0:
          return { step: "raisePoint", body: { point, text: "A word of the first article." } };
        case 1:
          return { step: "settlePoint", body: { point, how: "As tabled." } };
        case 2:
          return { step: "recordMandate", body: { reference: `M-${this.#made}` } };
        default:
          return { step: "tableVersion", body: this.#text(version) };
      }
    };
    return { procedure: "accord/1", dossier, ...body() };
  }

  #text(version: number): unknown {
    const paragraphs = [`Wording ${this.#made}. ${"More of it. ".repeat(this.#random.between(0, 40))}`];
    return {
      basis: "whole",
      version: version + 1,
      language: this.#random.pick(["en", "fr"]),
      title: "A simulated instrument",
      articles: [{ number: "1", title: "Purpose", paragraphs }],
    };
  }

  #redesignate(dossier: ActId, role: "designator" | "counterpart"): Step {
    const step = (name: string, body: unknown): Step => ({ procedure: "designation/1", step: name, dossier, body });
    if (role === "counterpart") return step("takeNote", { remark: `Noted, ${this.#made}.` });
    if (this.#random.chance(0.1)) return step("withdraw", { reason: "The service is closed." });
    return step("changeContact", { contact: { office: `Room ${this.#made}` } });
  }

  #draft(step: Step): Draft {
    this.#made += 1;
    const id = idAt({ clock: this.#clock, random: this.#random });
    const { row } = this.#machine.party;
    return sure(
      parseDraft({
        id,
        dossier: step.dossier ?? id,
        service: "registry",
        function: "registrar",
        procedure: step.procedure,
        step: step.step,
        articles: [],
        label: { policy: "simulated", classification: "unclassified", releasableTo: [row.own, row.other].toSorted() },
        body: step.body,
      }),
    );
  }
}

/** A UUID of version 7: virtual time, then chance. */
export function idAt({ clock, random }: { readonly clock: Clock; readonly random: Random }): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => random.between(0, 15).toString(16)).join("");
  const time = Math.floor(1_637_755_200_000 + clock.now())
    .toString(16)
    .padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}

const draftSchema = z.object({ draft: z.object({ version: z.number() }).optional() });
