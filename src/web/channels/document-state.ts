// What has become of a document, from what its dossier says of it and what this node holds.

import type { DocumentDetail } from "../../api/index.ts";
import type { DocumentRead } from "./data.ts";

export type Fate = "erased" | "destroyed" | "recalled" | "refused" | "superseded" | undefined;

/** The last thing that was decided of it, when it is not simply valid. */
export function fateOf(document: DocumentRead | undefined, held: DocumentDetail | undefined): Fate {
  if (held?.state === "erased") return "erased";
  if (document?.destroyedAt !== undefined) return "destroyed";
  if (document?.refusedAt !== undefined) return "refused";
  if (document?.recalledAt !== undefined) return "recalled";
  return document?.supersededBy === undefined ? undefined : "superseded";
}

/** Steps about one document that its row offers, each where the dossier's next steps allow it. */
export const documentSteps = ["lower", "recall", "correct", "attestDestruction", "refuseDestruction"] as const;
export type DocumentStep = (typeof documentSteps)[number];

export interface Chance {
  readonly document: DocumentRead;
  /** This side. */
  readonly own: string;
  /** Steps that this side can make in the dossier now. */
  readonly steps: readonly string[];
}

/** Which of those steps this document can be named in. The node judges again. */
export function stepsFor({ document, own, steps }: Chance): readonly DocumentStep[] {
  return documentSteps.filter((step) => steps.includes(step) && fits(step, { document, own }));
}

/** Whether a step can name the document: own ones are lowered and recalled, the other side's answered for. */
export function fits(step: string, { document, own }: Pick<Chance, "document" | "own">): boolean {
  const mine = document.by === own;
  const { recalledAt, refusedAt, destroyedAt, supersededBy } = document;
  if (destroyedAt !== undefined) return false;
  switch (step) {
    case "lower":
      return mine;
    case "recall":
      return mine && (recalledAt === undefined || refusedAt !== undefined);
    case "correct":
      return mine && supersededBy === undefined;
    case "attestDestruction":
      return !mine && recalledAt !== undefined;
    case "refuseDestruction":
      return !mine && recalledAt !== undefined && refusedAt === undefined;
    case "ask":
      return !mine;
    default:
      return true;
  }
}
