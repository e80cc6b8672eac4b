// Erases what is due: one act of the registry for the documents of one dossier that one rule makes due, as contests are
// made by the node itself. The act's effect takes the bytes away; the acts about the documents, and their proofs, stay.
// An act's id is made from what it erases, so that after a crash the same act is found to be there already.

import {
  type Draft,
  type FunctionCode,
  isActId,
  type ProcedureId,
  parseDocumentRef,
  registryService,
} from "../../acts/index.ts";
import { Fault, hex, isRefusal, utf8 } from "../../base/index.ts";
import { signingGuard } from "../../exchange/index.ts";
import {
  allProcedures,
  type Hold,
  inAccordPolicy,
  isAtEnd,
  isDestroyed,
  retentionProcedure,
  type Terms,
} from "../../procedures/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { DocumentRow, DossierRow } from "../../store/index.ts";
import type { Side } from "../side/side.ts";
import { type DueBy, dueBy, type RetentionRule } from "./rules.ts";

/** A document under a rule, and what holds it. */
export interface RetainedDocument {
  readonly digest: string;
  readonly dossier: DossierRow["id"];
  readonly procedure: string;
  readonly classification: string;
  readonly endedAt: number;
  readonly due: DueBy;
  readonly hold: Hold | undefined;
}

/** Documents looked at at a time. */
const atOnce = 500;
const pauseMs = 60 * 60 * 1_000;
/** Documents that one act names. */
const namedMax = 64;
/** The rule by which this side erases what it held while the other attested the destruction of it. */
const attestedRule = "destruction-attested";

const procedures = new Map(allProcedures.map((procedure) => [procedure.name, procedure]));

export class Retention {
  readonly #side: Side;
  readonly #rules: readonly RetentionRule[];
  #ranAt = Number.NEGATIVE_INFINITY;
  /** Documents looked at after the last of their holds, by the document and its holds. */
  readonly #lookedAt = new Set<string>();

  /** Throws a Fault for a rule that speaks of a procedure or a level that there is not: it would never apply. */
  constructor(side: Side, rules: readonly RetentionRule[]) {
    const levels = side.founding.labels.levels.map((level) => level.code);
    for (const { name, procedure, level } of rules) {
      const known =
        (procedure === undefined || procedures.has(procedure)) && (level === undefined || levels.includes(level));
      if (!known) throw new Fault("node.badRetention", `The retention rule ${name} names what this accord has not.`);
    }
    this.#side = side;
    this.#rules = rules;
  }

  get rules(): readonly RetentionRule[] {
    return this.#rules;
  }

  /**
   * Erases what a hold has let go; the rules run when an hour has passed by this side's clock since they ran last, or
   * when a story's clock was set back.
   */
  async sweep(): Promise<void> {
    await this.eraseReleased();
    const now = this.#side.clock.now();
    if (now >= this.#ranAt && now < this.#ranAt + pauseMs) return;
    await this.run();
    this.#ranAt = now;
  }

  /** Erases what is due now and is not held. Gives how many documents; what could not be registered stays due. */
  async run(): Promise<number> {
    if (this.#rules.length === 0 || signingGuard(this.#side.condition()) !== undefined) return 0;
    const due = (await this.upTo(this.#side.clock.now())).filter((one) => one.hold === undefined);
    const groups = Map.groupBy(due, (one) => `${one.dossier} ${one.due.rule.name}`);
    let erased = 0;
    for (const group of groups.values())
      for (let start = 0; start < group.length; start += namedMax) {
        const named = group.slice(start, start + namedMax);
        const [result] = await this.#side.submit([{ kind: "draft", draft: this.#draftOf(named) }]);
        if (result?.status === "registered") erased += named.length;
      }
    return erased;
  }

  /**
   * Erases here what the other side attested to have destroyed while this side held it for a reason, once nothing holds
   * it any more. Gives how many documents; what could not be registered is looked at again.
   */
  async eraseReleased(): Promise<number> {
    const side = this.#side;
    if (signingGuard(side.condition()) !== undefined) return 0;
    const { store, row, clock } = side;
    const released = await side.inTurn(async ({ ground }) => ground.holdsOf(row.own).released(clock.now()));
    let erased = 0;
    for (const { document, dossiers } of released) {
      const key = [document, ...dossiers].join(" ");
      if (this.#lookedAt.has(key)) continue;
      const known = await store.documents.get(row.accord, document);
      const carrier = known?.state === "erased" ? undefined : known?.named?.dossier;
      const viewed = carrier && (await side.view(carrier));
      if (carrier && viewed && isDestroyed(viewed.view.dossier.data, document)) {
        const body = { documents: [document], rule: { name: attestedRule }, dossier: carrier };
        const [result] = await side.submit([{ kind: "draft", draft: this.#draft(body) }]);
        if (result?.status === "refused") continue;
        if (result?.status === "registered") erased += 1;
      }
      this.#lookedAt.add(key);
    }
    return erased;
  }

  /** What is due at or before `until`, held or not, the earliest first. */
  async upTo(until: number): Promise<readonly RetainedDocument[]> {
    const { store, row, clock } = this.#side;
    const now = clock.now();
    const at = await this.#side.inTurn(async ({ ground }) => ({
      holdOn: (digest: string) => ground.holdsOf(row.own).holdOn(digest, { index: Number.POSITIVE_INFINITY, at: now }),
      terms: ground.presentTerms(now),
    }));
    const found: RetainedDocument[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof store.documents.page>> = await store.documents.page(row.accord, {
        after,
        limit: atOnce,
      });
      for (const document of page.items) {
        const one = await this.#retained(document, at);
        if (one !== undefined && one.due.at <= until) found.push(one);
      }
      after = page.next;
      // Many documents are looked through while the node is at work.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return found.toSorted((a, b) => a.due.at - b.due.at);
  }

  async #retained(
    document: DocumentRow,
    { holdOn, terms }: { readonly holdOn: (digest: string) => Hold | undefined; readonly terms: Terms },
  ): Promise<RetainedDocument | undefined> {
    const { store, row } = this.#side;
    if (document.state === "erased" || document.named === undefined) return undefined;
    const dossier = await store.dossier(row.accord, document.named.dossier);
    const procedure = dossier && procedures.get(dossier.procedure);
    if (!dossier || !procedure || !isAtEnd(procedure, dossier.state)) return undefined;
    const reference = parseDocumentRef(JSON.parse(document.reference));
    if (isRefusal(reference))
      throw new Fault("node.damagedDocument", `The reference of ${document.digest} is damaged.`);
    const { label } = reference;
    const endedAt = dossier.changedAt;
    const level = inAccordPolicy({ terms, label, at: endedAt });
    const due = dueBy(this.#rules, {
      procedure: dossier.procedure,
      level: isRefusal(level) ? undefined : level.level,
      caveats: label.caveats,
      endedAt,
    });
    return (
      due && {
        digest: document.digest,
        dossier: dossier.id,
        procedure: dossier.procedure,
        classification: label.classification,
        endedAt,
        due,
        hold: holdOn(document.digest),
      }
    );
  }

  #draftOf(named: readonly RetainedDocument[]): Draft {
    const [first] = named;
    if (first === undefined) throw new Fault("node.nothingDue", "An act that erases nothing.");
    const { rule } = first.due;
    return this.#draft({
      documents: named.map((one) => one.digest).toSorted(),
      rule: { name: rule.name, days: rule.days },
      dossier: first.dossier,
      endedAt: new Date(Math.floor(first.endedAt / 1000) * 1000).toISOString().replace(".000Z", "Z"),
    });
  }

  #draft(body: Erasing): Draft {
    const { row, founding } = this.#side;
    const id = actIdOf(`entente/retention\n${row.ownOrigin}\n${body.rule.name}\n${body.documents.join("\n")}`);
    return {
      id,
      dossier: id,
      service: registryService,
      function: "registrar" as FunctionCode,
      procedure: `retention/${retentionProcedure.version}` as ProcedureId,
      step: "erase",
      articles: [],
      label: {
        policy: founding.labels.policy,
        classification: founding.labels.levels[0]?.code ?? founding.cap,
        releasableTo: [row.own, row.other].sort(),
      },
      body,
    };
  }
}

/** The body of an erasure: a type and not an interface, so that it is a JSON object. */
type Erasing = {
  readonly documents: string[];
  readonly rule: { readonly name: string; readonly days?: number };
  readonly dossier: string;
  readonly endedAt?: string;
};

/** A UUID of version 7 in form whose bits all come from the text, as a contest's are. */
function actIdOf(text: string): Draft["id"] {
  const bytes = nativeSuite.sha256(utf8(text)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = hex(bytes);
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (!isActId(id)) throw new Fault("node.badId", `Not a UUIDv7: ${id}`);
  return id;
}
