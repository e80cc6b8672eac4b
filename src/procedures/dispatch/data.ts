// A report or a document sent through a channel, and the state that its documents' own fate puts the dossier in.

import type { z } from "../../base/index.ts";
import type { StateName } from "../declaration.ts";
import { isLive, isOutstanding, isRefused, type OnChannel } from "../dossier-documents.ts";
import type { feedbackBody, sendBody } from "./bodies.ts";

export interface DispatchData extends OnChannel {
  readonly sent?:
    | Pick<z.output<typeof sendBody>, "reference" | "subject" | "kind" | "handling" | "concerns">
    | undefined;
  /** The addressee's own number for it; gone again when a correction asks for a new receipt. */
  readonly receipt?: { readonly reference: string; readonly at: number } | undefined;
  readonly feedback?: z.output<typeof feedbackBody> | undefined;
  readonly corrections: number;
  readonly closed: boolean;
}

export const blankDispatch = (): DispatchData => ({ documents: [], corrections: 0, closed: false });

/** What has been recalled goes before all; then whether it is closed, opened, received. */
export function stateOf(data: DispatchData): StateName {
  const { documents } = data;
  if (documents.some(isOutstanding)) return "recalled";
  if (documents.some(isRefused)) return "destructionRefused";
  const live = documents.filter(isLive);
  if (live.length === 0) return "destroyed";
  if (data.closed) return "closed";
  if (live.some((one) => one.openedAt !== undefined)) return "opened";
  if (data.receipt) return "receipted";
  return data.corrections > 0 ? "corrected" : "sent";
}
