// The edits of the page that is open: kept in this browser's session by dossier and version, so that they outlive a
// reload, a session that ended or a node that went away; taken over to a new version where they still can be made.

import { useCallback, useEffect, useMemo, useState } from "react";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import { applyChanges, type Change, type Engagement, engagementSchema } from "../../procedures/index.ts";
import { changesBetween } from "./changes-between.ts";
import { type Edits, edited, isEdited, noEdits, present, redo, undo } from "./edits.ts";

export interface EditsInHand {
  readonly edits: Edits;
  readonly engagements: readonly Engagement[];
  /** Edits begun on a version that is no longer the latest. */
  readonly outdated: boolean;
  /** Makes changes; refused when one cannot be made. */
  change(input: { gesture: string; changes: readonly Change[] }): Refusal | undefined;
  undo(): void;
  redo(): void;
  discard(): void;
  /** Takes the edits over to the latest version; refused when one of them cannot be made there. */
  carryOver(): Refusal | undefined;
}

export interface Version {
  readonly dossier: string;
  /** Digest of the latest version; "" before one is tabled. */
  readonly digest: string;
  readonly engagements: readonly Engagement[];
}

export function useEdits(version: Version): EditsInHand {
  const { dossier, digest, engagements } = version;
  const fresh = useMemo(() => noEdits(digest, engagements), [digest, engagements]);
  const [held, setHeld] = useState<Edits>(() => kept(dossier) ?? fresh);
  // Without edits the page simply shows what the node tells.
  const edits = isEdited(held) || held.undone.length > 0 ? held : fresh;
  const outdated = edits.base !== digest;
  useEffect(() => keep(dossier, edits), [dossier, edits]);
  const change = useCallback(
    (input: { gesture: string; changes: readonly Change[] }): Refusal | undefined => {
      const next = edited(edits, input);
      if (isRefusal(next)) return next;
      setHeld(next);
      return undefined;
    },
    [edits],
  );
  return {
    edits,
    engagements: present(edits),
    outdated,
    change,
    undo: () => setHeld(undo(edits)),
    redo: () => setHeld(redo(edits)),
    discard: () => setHeld(fresh),
    carryOver() {
      const after = applyChanges(engagements, changesBetween(edits.before, present(edits)));
      if (isRefusal(after)) return after;
      setHeld({ ...fresh, done: [{ gesture: "carried", after }] });
      return undefined;
    },
  };
}

const list = z.array(engagementSchema);
const edit = z.strictObject({ gesture: z.string(), after: list });
const shape = z.strictObject({ base: z.string(), before: list, done: z.array(edit), undone: z.array(edit) });

const nameOf = (dossier: string): string => `entente.programme.${dossier}`;

/** Edits of an earlier look at the page; none where nothing, or nothing readable, was kept. */
function kept(dossier: string): Edits | undefined {
  const text = window.sessionStorage.getItem(nameOf(dossier));
  if (text === null) return undefined;
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch (cause) {
    // Another program wrote there, or the text was cut off; there is nothing to take up again.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function keep(dossier: string, edits: Edits): void {
  if (!isEdited(edits)) window.sessionStorage.removeItem(nameOf(dossier));
  else window.sessionStorage.setItem(nameOf(dossier), JSON.stringify(edits));
}
