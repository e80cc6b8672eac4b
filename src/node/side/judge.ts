// Judges one act that this side is about to register, and seals it: completes a draft, finds the key of its service,
// and asks whether the act takes effect on its dossier as all before it leave it. Only what takes effect is registered.

import { type Act, type Draft, encodeAct, instantText, leafBytesMax, parseLeaf } from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Folded, PlacedAct } from "../../procedures/index.ts";
import { type Ed25519Signer, encodeEnvelope, type KeyId, parseKeyId, protectedHeader } from "../../seal/index.ts";
import { documentFlaw } from "../documents/naming.ts";
import { actsIn, type OpenDossier } from "./dossiers.ts";
import { signingInputOf, verifiedOfficers } from "./officers.ts";
import type { Reader } from "./reader.ts";
import { edgeOf, type SideParts, type SideState } from "./state.ts";
import type { Submission } from "./submission.ts";

/** How far this node's clock may fall behind its last act before it stops registering. */
const clockToleranceMs = 60 * 60 * 1000;
/** How far ahead of this node's clock a prepared act may be dated, and how long it may lie unsigned. */
const preparedAheadMs = 5 * 60 * 1000;
const preparedBehindMs = 24 * 60 * 60 * 1000;

export interface ServiceSigner {
  readonly kid: KeyId;
  readonly signer: Ed25519Signer;
}

/** What an act takes when it is judged to have effect. */
export interface Judged {
  readonly placed: PlacedAct;
  readonly dossier: OpenDossier;
  readonly extended: Folded<unknown>;
  readonly leaf: Uint8Array;
}

type JudgeParts = Pick<SideParts, "row" | "keys" | "clock" | "store">;

/** Judges acts for one batch, on the state as the acts before in the batch leave it. */
export class Judge {
  readonly #parts: JudgeParts;
  readonly #state: SideState;
  readonly #reader: Reader;

  constructor(parts: JudgeParts, batch: { state: SideState; reader: Reader }) {
    this.#parts = parts;
    this.#state = batch.state;
    this.#reader = batch.reader;
  }

  /** What the act would be at this index of the own register, or why it would have no effect. Changes no dossier. */
  async judge(submission: Submission, index: number): Promise<Judged | Refusal> {
    const read = this.#read(submission);
    if (isRefusal(read)) return read;
    const { act, payload } = read;
    const signer = this.#signerOf(act, index);
    const officers = submission.kind === "prepared" ? verifiedOfficers(submission, this.#state.ground) : [];
    if (isRefusal(officers)) return officers;
    const signedBy: KeyId[] = [...(signer ? [signer.kid] : []), ...officers];
    const placed = await this.#reader.place({ party: this.#parts.row.own, index, act, signedBy });
    if (placed.inadmissible && (signer || placed.inadmissible.code !== "procedures.notSigned"))
      return placed.inadmissible;
    if (!signer) return refuse("node.noServiceKey", { service: act.service });
    const effect = (await this.#documentFlaw(act)) ?? (await this.#effectOf(submission, placed));
    if (isRefusal(effect)) return effect;
    const leaf = sealLeaf({ payload, submission, signer });
    return isRefusal(leaf) ? leaf : { placed, ...effect, leaf };
  }

  /** Completes a draft as it would be registered at this index, for an officer to sign. */
  async prepare(
    submission: Extract<Submission, { kind: "draft" }>,
    index: number,
  ): Promise<{ readonly act: Act; readonly service: KeyId } | Refusal> {
    const act = this.#complete(submission.draft);
    if (isRefusal(act)) return act;
    const signer = this.#signerOf(act, index);
    if (!signer) return refuse("node.noServiceKey", { service: act.service });
    const placed = await this.#reader.place({ party: this.#parts.row.own, index, act, signedBy: [signer.kid] });
    // The officer's signature is what the act is prepared for.
    const unsigned = placed.inadmissible?.code === "procedures.notSignedByOfficer";
    if (placed.inadmissible && !unsigned) return placed.inadmissible;
    const inadmissible = this.#state.dossiers.unfit(await this.#reader.dossierOf(placed), placed);
    if (inadmissible) return inadmissible;
    const effect =
      (await this.#documentFlaw(act)) ?? (await this.#effectOf(submission, { ...placed, inadmissible: undefined }));
    return isRefusal(effect) ? effect : { act, service: signer.kid };
  }

  /** Why this node's clock cannot be right. A story clock is set to and fro on purpose. */
  clockBehind(): Refusal | undefined {
    const { clock } = this.#parts;
    const { lastAt } = this.#state;
    const now = clock.now();
    if (clock.kind === "story" || now >= lastAt - clockToleranceMs) return undefined;
    return refuse("node.clockBehind", {
      now: new Date(now).toISOString(),
      last: new Date(lastAt).toISOString(),
      tolerance: clockToleranceMs / 60_000,
    });
  }

  #read(submission: Submission): { readonly act: Act; readonly payload: Uint8Array } | Refusal {
    if (submission.kind === "prepared") return this.#stale(submission.act) ?? submission;
    const act = this.#complete(submission.draft);
    if (isRefusal(act)) return act;
    const payload = encodeAct(act);
    return isRefusal(payload) ? payload : { act, payload };
  }

  /** The dossier with the act, or why the act has no effect on it. */
  async #effectOf(
    submission: Submission,
    placed: PlacedAct,
  ): Promise<{ dossier: OpenDossier; extended: Folded<unknown> } | Refusal> {
    const { dossiers } = this.#state;
    const { act } = placed;
    const dossier = await this.#reader.dossierOf(placed);
    const refused = dossier.author === undefined ? undefined : submission.permit?.(dossier.author);
    const extended = refused ? undefined : dossiers.extended(dossier, placed);
    const outcome = extended?.outcomes.get(act.id);
    if (extended && outcome?.kind === "effective") return { dossier, extended };
    // Looked up for nothing: what nobody has acted in is not kept.
    if (actsIn(dossier) === 0) dossiers.forget(dossier.id);
    if (refused) return refused;
    if (outcome?.kind === "void") return outcome.refusal;
    if (extended || dossier.procedure) return refuse("node.preparedStale", { at: act.at.instant });
    return refuse("procedures.noDossier", { dossier: act.dossier });
  }

  /** What the node adds to a draft: whose act it is, what this side has seen, and the time. */
  #complete(draft: Draft): Act | Refusal {
    const { row, clock } = this.#parts;
    const instant = instantText(clock.now());
    if (isRefusal(instant)) return instant;
    const zone = this.#state.ground.presentTerms(clock.now()).calendars[row.own]?.zone;
    if (!zone) throw new Fault("node.noCalendar", `No calendar for ${row.own}.`);
    const seen = edgeOf(this.#state, row.other).size;
    return { ...draft, accord: row.accord, party: row.own, seen, at: { instant, zone } };
  }

  /** A prepared act claims what this side had seen and when; both must still be this side's to claim. */
  #stale(act: Act): Refusal | undefined {
    const now = this.#parts.clock.now();
    const at = Date.parse(act.at.instant);
    const recent = at <= now + preparedAheadMs && at >= now - preparedBehindMs;
    if (act.seen <= edgeOf(this.#state, this.#parts.row.other).size && recent) return undefined;
    return refuse("node.preparedStale", { at: act.at.instant });
  }

  /** What bars the act for the documents it names. */
  #documentFlaw(act: Act): Promise<Refusal | undefined> {
    const { row, store } = this.#parts;
    return documentFlaw({ row, store, ground: this.#state.ground }, act);
  }

  #signerOf(act: Act, index: number): ServiceSigner | undefined {
    const { row, keys } = this.#parts;
    const service = this.#state.ground.servicesAt(row.own, index).get(act.service);
    // The key issued last is tried first: after a rotation the old one may still count.
    for (const text of [...(service?.keys ?? [])].reverse()) {
      const kid = parseKeyId(text);
      const signer = isRefusal(kid) ? undefined : keys.byId(kid);
      if (signer && !isRefusal(kid)) return { kid, signer };
    }
    return undefined;
  }
}

function sealLeaf(input: { payload: Uint8Array; submission: Submission; signer: ServiceSigner }): Uint8Array | Refusal {
  const { payload, submission, signer } = input;
  const header = protectedHeader(signer.kid);
  const service = { protected: header, signature: signer.signer.sign(signingInputOf(header, payload)) };
  const prepared = submission.kind === "prepared" ? submission.officers : [];
  const officers = prepared.map(({ entry, protected: own }) => ({ protected: own, signature: entry.signature }));
  const leaf = encodeEnvelope({ payload, signatures: [service, ...officers] });
  if (leaf.length > leafBytesMax) return refuse("acts.oversize", { bytes: leaf.length, limit: leafBytesMax });
  // What an officer's program handed in is in the leaf too: it must read back as an act on the other side.
  const read = officers.length > 0 ? parseLeaf(leaf) : undefined;
  return isRefusal(read)
    ? refuse("node.badPrepared", { problem: `its leaf would not read back (${read.code})` })
    : leaf;
}
