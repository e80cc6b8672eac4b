// A request for information and its answers, as far as a register knows them.

import type { z } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import type { OnChannel } from "../dossier-documents.ts";
import type { assessBody, feedbackBody, releaseBody } from "./bodies.ts";

type Asked = z.output<typeof releaseBody>;

/** One answer: the document, or undefined where there were no holdings. */
export interface Answer {
  readonly kind: "interim" | "final" | "noHoldings";
  readonly document: string | undefined;
  readonly at: number;
  /** Given after the latest time of value. */
  readonly late: boolean;
}

export interface RequestData extends OnChannel {
  readonly asked?: Omit<Asked, "question" | "attachments" | "channel"> | undefined;
  /** The latest time of value, in milliseconds since 1970; a reopening gives another. */
  readonly ltiov?: number | undefined;
  readonly promised?: number | undefined;
  /** The receiving side's own number. */
  readonly reference?: string | undefined;
  /** The state to which a clarification leads back. */
  readonly clarifying?: "acknowledged" | "accepted" | undefined;
  readonly answers: readonly Answer[];
  readonly assessment?: z.output<typeof assessBody> | undefined;
  readonly feedback?: z.output<typeof feedbackBody> | undefined;
  readonly reopened: boolean;
}

export type RequestContext = StepContext<RequestData>;

export const blankRequest = (): RequestData => ({ documents: [], answers: [], reopened: false });

export const isLate = ({ data, time }: RequestContext): boolean => data.ltiov !== undefined && time >= data.ltiov;
