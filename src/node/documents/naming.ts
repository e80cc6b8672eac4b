// What acts say of documents: which they name, which they say were opened, which they erase. Gathered while leaves are
// read, and written in one transaction with them; and what is asked of an own act before it is signed.

import {
  type Act,
  documentsIn,
  isSealingRecipient,
  isServiceCode,
  type PartyCode,
  type ServiceCode,
} from "../../acts/index.ts";
import { Fault, type Refusal, refuse } from "../../base/index.ts";
import { type Ground, type Outcome, openedBody, type Procedure } from "../../procedures/index.ts";
import { canonical, type Recipient, sealingKeyId } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, DocumentChanges, DocumentRow, Store } from "../../store/index.ts";

export class DocumentNotes {
  readonly #named: DocumentChanges["named"][number][] = [];
  readonly #opened: DocumentChanges["opened"][number][] = [];
  readonly #erased: DocumentChanges["erased"][number][] = [];

  /**
   * Notes one act. One that is void names nothing: what it says has no effect, and bytes for it are not taken. What a
   * step erases or opens counts when the act is effective; an act that crosses it later does not bring bytes back.
   */
  note(read: {
    readonly act: Act;
    readonly party: PartyCode;
    readonly index: number;
    readonly outcome: Outcome;
    readonly procedure: Procedure<unknown> | undefined;
    /** Whether the other side than the act's holds the document for a reason. */
    readonly holds: (digest: string) => boolean;
  }): void {
    const { act, party, index, outcome, procedure, holds } = read;
    if (outcome.kind === "void") return;
    const { id, dossier, body } = act;
    for (const ref of documentsIn(body)) {
      const { digest, size } = ref;
      this.#named.push({ digest, size, reference: canonical(ref), act: id, dossier, party, index });
    }
    const step = outcome.kind === "effective" ? procedure?.steps[act.step] : undefined;
    if (step?.opens === true) {
      const opened = openedBody.safeParse(body);
      for (const digest of opened.success ? opened.data.documents : []) this.#opened.push({ digest, act: id });
    }
    const erasure = step?.erases(body);
    // What the other side holds for a reason its node keeps: only that side erases it, when the hold is over.
    for (const digest of erasure?.digests ?? [])
      this.#erased.push({ digest, act: id, on: erasure?.on === "own" || holds(digest) ? party : undefined });
  }

  /** What is to be written with the leaves; undefined when they say nothing of documents. */
  changes(at: number): DocumentChanges | undefined {
    const changes = { named: this.#named, opened: this.#opened, erased: this.#erased, at };
    return this.#named.length + this.#opened.length + this.#erased.length === 0 ? undefined : changes;
  }
}

/**
 * Why this side may not register the act: a document it names is not here, was sealed for another act or is described
 * otherwise. One that an act has named before may be named again.
 */
export async function documentFlaw(
  parts: { readonly row: AccordRow; readonly store: Pick<Store, "documents">; readonly ground: Ground },
  act: Pick<Act, "id" | "body">,
): Promise<Refusal | undefined> {
  for (const ref of documentsIn(act.body)) {
    const { digest } = ref;
    const row = await parts.store.documents.get(parts.row.accord, digest);
    if (row === undefined) return refuse("node.documentUnknown", { digest });
    if (row.state === "erased") return refuse("node.documentErased", { digest, act: row.erasedBy ?? "" });
    if (row.reference !== canonical(ref)) return refuse("node.documentDiffers", { digest });
    if (row.named === undefined && row.act !== act.id)
      return refuse("node.documentForOtherAct", { digest, act: row.act });
    const lapsed = row.named === undefined ? lapsedKey(row, parts) : undefined;
    if (lapsed !== undefined) return refuse("node.sealingKeyLapsed", { digest, key: lapsed });
  }
  return undefined;
}

/** A key that the document was sealed to and that its service's designation no longer publishes. */
function lapsedKey(
  { sealed }: DocumentRow,
  { row, ground }: { readonly row: AccordRow; readonly ground: Ground },
): string | undefined {
  if (sealed === undefined) return undefined;
  const counting = [
    ground.servicesAt(row.own, Number.POSITIVE_INFINITY).get(named(sealed.from)),
    ground.servicesAt(row.other, Number.POSITIVE_INFINITY).get(named(sealed.to)),
  ].flatMap((service) => (service && !service.withdrawn ? [...service.sealing] : []));
  const ids = new Set(counting.map((recipient) => sealingKeyId(nativeSuite, known(recipient))));
  return sealed.keys.find((key) => !ids.has(key));
}

function named(service: string): ServiceCode {
  if (isServiceCode(service)) return service;
  throw new Fault("node.damagedDocument", `${service} is no service's code.`);
}

function known(recipient: string): Recipient {
  if (isSealingRecipient(recipient)) return recipient;
  throw new Fault("node.damagedDocument", "A designation published a key that is none.");
}
