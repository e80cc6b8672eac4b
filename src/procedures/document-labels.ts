// What the label of a sealed document comes to beside the label of the act that names it. A document bears a level of
// the accord's policy, or of a side's own; a table of equivalence that both sides have adopted says what the latter is
// in the accord's, in that direction and with an extra marking where the table asks for one (as in the XML SPIF's
// equivalent classifications). What no table relates is not sent.

import {
  type Act,
  checkDocuments,
  type DocumentRef,
  documentsIn,
  epochMs,
  type Label,
  levelOf,
} from "../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../base/index.ts";
import type { EquivalenceRow, EquivalenceTable, Terms } from "./terms.ts";

/** A label in the terms of the accord's policy. */
export interface AccordLevel {
  /** The rank of the level, 0 for the lowest. */
  readonly rank: number;
  readonly level: string;
  /** What an act that names the document must bear among its caveats. */
  readonly markings: readonly string[];
}

/** The tables that hold at `at`, in milliseconds since 1970: within their dates, and not superseded by another. */
export function tablesInForce(terms: Pick<Terms, "equivalence">, at: number): readonly EquivalenceTable[] {
  const valid = terms.equivalence.filter(
    (table) => table.validFrom <= at && (table.validUntil === undefined || at < table.validUntil),
  );
  return valid.filter((table) => !valid.some((other) => other.supersedes.includes(table.dossier)));
}

/** What a label is in the accord's policy at `at`; refused where no table in force says so. */
export function inAccordPolicy(input: {
  terms: Pick<Terms, "labels" | "equivalence">;
  label: Pick<Label, "policy" | "classification" | "caveats">;
  at: number;
}): AccordLevel | Refusal {
  const { terms, label, at } = input;
  if (label.policy === terms.labels.policy) {
    const rank = levelOf(terms.labels, label);
    if (typeof rank !== "number") return rank;
    return { rank, level: label.classification, markings: label.caveats ?? [] };
  }
  const found = rowsFor(input).flatMap((row) => {
    const rank = levelOf(terms.labels, { policy: row.to.policy, classification: row.to.level });
    return typeof rank === "number" ? [{ row, rank }] : [];
  });
  // A label that two rows fit is handled by the stricter.
  const strictest = found.sort((a, b) => b.rank - a.rank)[0];
  if (!strictest)
    return refuse("procedures.noEquivalence", {
      policy: label.policy,
      level: label.classification,
      accord: terms.labels.policy,
      at: new Date(at).toISOString().slice(0, 10),
    });
  const { row, rank } = strictest;
  return { rank, level: row.to.level, markings: row.to.marking === undefined ? [] : [row.to.marking] };
}

/**
 * The rows of the tables in force that take the label to the accord's policy: those for its caveats before the others.
 */
function rowsFor(input: {
  terms: Pick<Terms, "labels" | "equivalence">;
  label: Pick<Label, "policy" | "classification" | "caveats">;
  at: number;
}): readonly EquivalenceRow[] {
  const { terms, label, at } = input;
  const rows = tablesInForce(terms, at)
    .flatMap((table) => table.rows)
    .filter(
      ({ from, to }) =>
        from.policy === label.policy && from.level === label.classification && to.policy === terms.labels.policy,
    );
  const special = rows.filter(({ from }) => from.caveat !== undefined && (label.caveats ?? []).includes(from.caveat));
  return special.length > 0 ? special : rows.filter(({ from }) => from.caveat === undefined);
}

/** Why the act may not name the documents it names; undefined when its label dominates every one of theirs. */
export function refuseDocuments(act: Act, terms: Terms): Refusal | undefined {
  const refusal = checkDocuments(act.body);
  if (refusal) return refusal;
  for (const document of documentsIn(act.body)) {
    const undominated = refuseDocument({ act, terms, document });
    if (undominated) return undominated;
  }
  return undefined;
}

function refuseDocument(input: { act: Act; terms: Terms; document: DocumentRef }): Refusal | undefined {
  const { act, terms, document } = input;
  const own = inAccordPolicy({ terms, label: document.label, at: epochMs(act.at.instant) });
  if (isRefusal(own)) return own;
  const rank = levelOf(terms.labels, act.label);
  if (typeof rank !== "number") return rank;
  const { digest } = document;
  if (own.rank > rank)
    return refuse("procedures.documentAboveAct", { digest, level: own.level, act: act.label.classification });
  const missing = own.markings.filter((marking) => !(act.label.caveats ?? []).includes(marking));
  if (missing.length > 0) return refuse("procedures.documentMarking", { digest, missing });
  const wider = act.label.releasableTo.filter((party) => !document.label.releasableTo.includes(party));
  if (wider.length === 0) return undefined;
  return refuse("procedures.documentNotReleasable", {
    digest,
    releasableTo: [...document.label.releasableTo],
    to: wider,
  });
}
