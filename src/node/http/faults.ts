// A promise that the code or the machine broke while it answered: told in full to the node's log, and to the caller
// only by its number. No stack and no message leaves the node.

import { randomUUID } from "node:crypto";
import { type Refusal, refuse } from "../../base/index.ts";
import { faultReply, type Reply } from "./reply.ts";

export interface HttpFault {
  readonly id: string;
  /** The route's name. */
  readonly where: string;
  readonly cause: unknown;
}

export type ReportFault = (fault: HttpFault) => void;

export interface Faults {
  /** Reports the fault; gives its number. */
  report(cause: unknown, where: string): string;
  reply(cause: unknown, where: string): Reply;
  /** What the work gives, or `api.tooSlow`. Work given up is not undone: it may still end well, so the words say so. */
  within<T>(work: Promise<T>, limit: { readonly ms: number; readonly where: string }): Promise<T | Refusal>;
}

export function createFaults(report: ReportFault): Faults {
  const faults: Faults = {
    report(cause, where) {
      const id = randomUUID();
      report({ id, where, cause });
      return id;
    },
    reply: (cause, where) => faultReply(faults.report(cause, where)),
    async within(work, { ms, where }) {
      let timer: NodeJS.Timeout | undefined;
      let late = false;
      const tooSlow = new Promise<Refusal>((resolve) => {
        timer = setTimeout(() => {
          late = true;
          resolve(refuse("api.tooSlow", { seconds: Math.ceil(ms / 1000) }));
        }, ms);
      });
      // Nobody waits any more for work that fails late, but its fault must not be lost.
      work.catch((cause: unknown) => {
        if (late) faults.report(cause, where);
      });
      try {
        return await Promise.race([work, tooSlow]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
  return faults;
}
