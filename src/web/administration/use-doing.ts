// Doing one thing at the node: whether it is under way, why it did not come about, and what is asked anew after it.

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

export interface Doing {
  readonly busy: boolean;
  /** A refusal, or a node that does not answer; undefined while nothing went wrong. */
  readonly problem: unknown;
  /** Whether it came about. */
  run(what: () => Promise<unknown>): Promise<boolean>;
  forget(): void;
}

/** What belongs to no accord (officers, passkeys) is asked anew when something was done. */
export function useDoing(): Doing {
  const client = useQueryClient();
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem?: unknown }>({ busy: false });
  return {
    busy: state.busy,
    problem: state.problem,
    async run(what) {
      setState({ busy: true });
      try {
        await what();
        await client.invalidateQueries({ queryKey: ["node"] });
        setState({ busy: false });
        return true;
      } catch (cause) {
        setState({ busy: false, problem: cause });
        return false;
      }
    },
    forget: () => setState({ busy: false }),
  };
}
