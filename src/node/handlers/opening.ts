// May this officer have this sealed document opened? Asked at each opening and at each reading of the content, and
// written to this side's own access log before anything is opened, whatever the answer is.

import type { ActId, DossierId, FunctionCode, ServiceCode } from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { NewAccess } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import type { HandlerContext } from "./context.ts";

export interface Opening {
  readonly officer: Officer;
  /** The function the officer asks in; one that is not theirs is denied. */
  readonly function: FunctionCode;
  /** The service for which the document was sealed, and whose identity opens it. */
  readonly service: ServiceCode;
  readonly action: NewAccess["action"];
  /** Digest of the sealed document. */
  readonly document: string;
  readonly act: ActId;
  readonly dossier: DossierId;
  /** Name of the dossier's procedure. */
  readonly procedure: string;
  /** Rank of the highest of the labels of the act and the document. */
  readonly level: number;
}

/** Undefined when the document may be opened; the decision is on disk when this answers. */
export async function mayOpen(
  context: HandlerContext,
  input: { readonly accord: RunningAccord; readonly opening: Opening },
): Promise<Refusal | undefined> {
  const { accord, opening } = input;
  const { officer, procedure, ...of } = opening;
  const at = context.node.clock.now();
  const decided = context.policy.decide({
    officer,
    action: "open",
    function: of.function,
    procedure,
    dossier: of.dossier,
    level: of.level,
    service: of.service,
    at: new Date(at).toISOString(),
  });
  const { side } = accord;
  const entry = { ...of, at, officer: officer.id };
  if (!isRefusal(decided)) {
    await side.store.accessLog.record(side.row.accord, { ...entry, allowed: true, rules: decided.rules });
    return undefined;
  }
  const { rules } = decided.details;
  const forbidding = Array.isArray(rules) ? rules.map(String) : [];
  await side.store.accessLog.record(side.row.accord, {
    ...entry,
    allowed: false,
    rules: forbidding,
    code: decided.code,
  });
  return decided;
}
