// What an officer of this side has composed and another is to release: what it says, what stands in its way, and the
// ways on: release it, send it back with a reason, write it anew, take it back.

import type { ReactNode } from "react";
import { type DraftRow, threadProcedures } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Part, Sheet } from "../parts/index.ts";
import { DraftCard } from "./draft-card.tsx";

interface DraftsSheetProps {
  /** Of one thread; absent: of all channels. */
  readonly dossier?: string;
  /** Inside a thread, without a sheet of its own. */
  readonly bare?: boolean;
}

const limit = 100;
const ours: readonly string[] = [...threadProcedures, "channel"];

/** Nothing where no draft waits. */
export function DraftsSheet({ dossier, bare = false }: DraftsSheetProps): ReactNode {
  const accord = useAccordId();
  const query = { limit, ...(dossier === undefined ? {} : { dossier }) };
  const { items } = useAsk("drafts", { params: { accord }, query });
  const waiting = items.filter((draft) => draft.state !== "released" && isOurs(draft));
  if (waiting.length === 0) return null;
  const cards = waiting.map((draft) => (
    <Part key={draft.id} about={`${draft.id} ${draft.version}`}>
      <DraftCard id={draft.id} />
    </Part>
  ));
  if (bare) return <div className="drafts--inner">{cards}</div>;
  return (
    <Sheet title={<Words id="channels.drafts" values={{ count: waiting.length }} />}>
      <div className="sheet__body stack">{cards}</div>
    </Sheet>
  );
}

function isOurs({ procedure }: DraftRow): boolean {
  return ours.includes(procedure.split("/")[0] ?? "");
}
