// What people do with sealed documents in a run, on one side and not knowing what the other does meanwhile: send
// dispatches, recall them, attest destructions, hold for a reason and let go, change keys, seal what no act will ever
// name, and carry a sealed file over by hand, cut or altered on the way.

import {
  type ActId,
  type DocumentRef,
  type Draft,
  instantText,
  isActId,
  isServiceCode,
  parseDraft,
  type ServiceCode,
} from "../src/acts/index.ts";
import { Fault, isRefusal, z } from "../src/base/index.ts";
import type { Submission } from "../src/node/index.ts";
import type { Base, End } from "./base.ts";
import { bytesOn, rowsOn } from "./bodies.ts";
import type { Machine } from "./machine.ts";
import { idAt } from "./officers.ts";
import { sure } from "./parties.ts";
import { epoch, isStoreFault, type Process } from "./process.ts";
import type { Random } from "./random.ts";
import { signedByOfficer } from "./signing.ts";
import { otherSide, type World } from "./world.ts";

const second = 1_000;

interface Step {
  readonly id?: ActId;
  readonly procedure: "dispatch/1" | "retention/1" | "designation/1";
  readonly step: string;
  readonly dossier?: ActId;
  readonly body: unknown;
  readonly grave?: true;
}

/** What is read of a dispatch's documents. */
const dispatchData = z.looseObject({
  documents: z.array(
    z.looseObject({
      digest: z.string(),
      by: z.string(),
      recalledAt: z.number().optional(),
      destroyedAt: z.number().optional(),
    }),
  ),
});
type Carried = z.output<typeof dispatchData>["documents"][number] & { readonly dossier: ActId };

export class Correspondence {
  readonly #world: World;
  readonly #side: 0 | 1;
  readonly #random: Random;
  readonly #base: Base;
  readonly #own: End;
  readonly #services: { readonly from: ServiceCode; readonly to: ServiceCode };
  /** Drafts that were submitted and not answered. */
  readonly #unanswered = new Map<ActId, Draft>();
  #made = 0;
  refused = 0;

  constructor(parts: { readonly world: World; readonly side: 0 | 1; readonly base: Base }) {
    const { world, side, base } = parts;
    this.#world = world;
    this.#side = side;
    this.#random = world.random.branch(`correspondence ${side}`);
    this.#base = base;
    this.#own = base.ends[side];
    this.#services = { from: codeOf(base.ends[side].service), to: codeOf(base.ends[otherSide(side)].service) };
  }

  /** One thing done by somebody, or nothing while the machine is down. */
  async act(): Promise<void> {
    const { process } = this.#machine;
    if (process === undefined) return;
    try {
      await this.#something(process);
    } catch (cause) {
      if (!isStoreFault(cause)) throw cause;
    }
  }

  /** Seals one to three contents and registers a dispatch with them. */
  async send(process: Process): Promise<void> {
    const id = this.#id();
    const refs = await this.#seal(process, id);
    const [text, ...attachments] = refs;
    if (text === undefined) return;
    this.#made += 1;
    const body = {
      channel: this.#base.channel,
      reference: `R-${this.#made}`,
      subject: "Simulated",
      kind: "report",
      handling: [],
      text,
      ...(attachments.length > 0 ? { attachments } : {}),
    };
    await this.#submit(process, { id, procedure: "dispatch/1", step: "send", body });
  }

  get #machine(): Machine {
    return this.#world.machines[this.#side];
  }

  async #something(process: Process): Promise<void> {
    const again = this.#random.chance(0.5) ? [...this.#unanswered.values()][0] : undefined;
    if (again) return await this.#register(process, { kind: "draft", draft: again });
    const choice = this.#random.between(0, 19);
    if (choice < 8) return await this.send(process);
    if (choice < 10) return await this.#recall(process);
    if (choice < 14) return await this.#attest(process);
    if (choice === 14) return await this.#hold(process);
    if (choice === 15) return await this.#lift(process);
    if (choice === 16) return await this.#changeKey(process);
    if (choice === 17) return void (await this.#seal(process, this.#id()));
    return await this.#handOver();
  }

  /** References in the order of the contents; none where one could not be sealed. */
  async #seal(process: Process, act: ActId): Promise<readonly DocumentRef[]> {
    const random = this.#random;
    const contents = Array.from({ length: random.between(1, 3) }, () => this.#content());
    const items = contents.map((content) => ({
      request: {
        act,
        label: this.#label(),
        mediaType: "text/plain",
        name: "report.txt",
        size: content.length,
        ...this.#services,
        older: true,
      },
      content,
    }));
    const refs = await process.documents.seal(items);
    const sealed = refs.flatMap((ref) => (isRefusal(ref) ? [] : [ref]));
    await this.#world.bodies.sealed(this.#machine, sealed);
    if (sealed.length < refs.length) {
      this.refused += 1;
      return [];
    }
    this.#world.trace(this.#machine.code, `has sealed ${sealed.map((ref) => ref.size).join(", ")} bytes`);
    return sealed;
  }

  #content(): Uint8Array {
    const random = this.#random;
    const length = random.pick([
      random.between(0, 900),
      random.between(50_000, 70_000),
      random.between(70_000, 150_000),
    ]);
    return new Uint8Array(length).fill(random.between(0, 255));
  }

  async #recall(process: Process): Promise<void> {
    const own = (await this.#carried(process)).filter(
      (one) => one.by === this.#machine.code && one.recalledAt === undefined && one.destroyedAt === undefined,
    );
    if (own.length === 0) return;
    const { digest, dossier } = this.#random.pick(own);
    const body = { documents: [digest], reason: "Sent in error." };
    await this.#submit(process, { procedure: "dispatch/1", step: "recall", dossier, body });
  }

  async #attest(process: Process): Promise<void> {
    const recalled = (await this.#carried(process)).filter(
      (one) => one.by !== this.#machine.code && one.recalledAt !== undefined && one.destroyedAt === undefined,
    );
    if (recalled.length === 0) return;
    const { digest, dossier } = this.#random.pick(recalled);
    const destroyedAt = sure(instantText(epoch + this.#world.clock.now()));
    const body = { documents: [digest], statement: "Erased here and nowhere copied.", destroyedAt };
    await this.#submit(process, { procedure: "dispatch/1", step: "attestDestruction", dossier, body, grave: true });
  }

  async #hold(process: Process): Promise<void> {
    const rows = (await rowsOn(this.#machine)).filter((row) => row.state === "held" && row.named !== undefined);
    if (rows.length === 0) return;
    const body = { documents: [this.#random.pick(rows).digest], reason: "An inquiry is under way." };
    await this.#submit(process, { procedure: "retention/1", step: "hold", body });
  }

  async #lift(process: Process): Promise<void> {
    const { store, row } = process.side;
    const page = sure(await store.dossiers(row.accord, { procedure: "retention", state: "held", limit: 40 }));
    if (page.items.length === 0) return;
    const dossier = this.#random.pick(page.items).id;
    await this.#submit(process, { procedure: "retention/1", step: "lift", dossier, body: { reason: "It has ended." } });
  }

  /** A new key is published, and the one before it revoked while documents sealed to it are under way. */
  async #changeKey(process: Process): Promise<void> {
    const { sealing } = this.#machine.party;
    const old = sealing.list().at(-1);
    const { recipient } = sealing.make(this.#own.service, "x25519");
    const designation = { procedure: "designation/1", dossier: this.#own.designation } as const;
    await this.#submit(process, { ...designation, step: "issueSealingKey", body: { recipient } });
    const body = { recipient: old?.recipient, reason: "lost" };
    await this.#submit(process, { ...designation, step: "revokeSealingKey", body });
  }

  /** Somebody carries a sealed file to the other side, whose officer puts it in. */
  async #handOver(): Promise<void> {
    const rows = (await rowsOn(this.#machine)).filter((row) => row.state === "held" && row.named !== undefined);
    if (rows.length === 0) return;
    const { digest } = this.#random.pick(rows);
    const bytes = (await bytesOn(this.#machine, digest))?.slice();
    if (bytes === undefined) return;
    const random = this.#random;
    if (random.chance(0.2)) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
    const brought = random.chance(0.3) ? bytes.subarray(0, random.between(0, bytes.length)) : bytes;
    const piece = random.between(1_000, 90_000);
    await this.#world.clock.sleep(random.between(second, 60 * second));
    const other = this.#world.machines[otherSide(this.#side)];
    const row = await other.process?.documents.get(digest);
    if (row === undefined) return;
    this.#world.trace(other.code, `is brought ${brought.length} of ${row.size} bytes by hand`);
    await other.process?.documents.put(row, piecesOf(brought, piece));
  }

  async #carried(process: Process): Promise<readonly Carried[]> {
    const { store, row } = process.side;
    const page = sure(await store.dossiers(row.accord, { procedure: "dispatch", limit: 40 }));
    const carried: Carried[] = [];
    for (const { id } of page.items) {
      const viewed = await process.side.view(id);
      const data = dispatchData.safeParse(viewed?.view.dossier.data).data;
      carried.push(...(data?.documents ?? []).map((one) => ({ ...one, dossier: id })));
    }
    return carried;
  }

  async #submit(process: Process, step: Step): Promise<void> {
    const draft = this.#draft(step);
    if (step.grave) {
      const signed = await signedByOfficer(process.side, { draft, officer: this.#own.officer });
      if (isRefusal(signed)) this.refused += 1;
      else await this.#register(process, signed);
      return;
    }
    this.#unanswered.set(draft.id, draft);
    await this.#register(process, { kind: "draft", draft });
  }

  async #register(process: Process, submission: Submission): Promise<void> {
    const id = submission.kind === "draft" ? submission.draft.id : submission.act.id;
    const [result] = await process.submit([submission]);
    this.#unanswered.delete(id);
    if (result === undefined || result.status === "refused") this.refused += 1;
    else this.#world.watch.acknowledged(this.#machine, result.row);
  }

  #draft({ id = this.#id(), procedure, step, dossier, body }: Step): Draft {
    const onChannel = procedure === "dispatch/1";
    return sure(
      parseDraft({
        id,
        dossier: dossier ?? id,
        service: onChannel ? this.#own.service : "registry",
        function: onChannel ? "liaison-officer" : "registrar",
        procedure,
        step,
        articles: onChannel ? ["1"] : [],
        label: this.#label(),
        body,
      }),
    );
  }

  #label() {
    const { row } = this.#machine.party;
    return { policy: "simulated", classification: "unclassified", releasableTo: [row.own, row.other].sort() };
  }

  #id(): ActId {
    const id = idAt({ clock: this.#world.clock, random: this.#random });
    if (!isActId(id)) throw new Fault("sim.badId", id);
    return id;
  }
}

async function* piecesOf(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

function codeOf(text: string): ServiceCode {
  if (!isServiceCode(text)) throw new Fault("sim.badService", text);
  return text;
}
