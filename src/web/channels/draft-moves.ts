// What is done with a draft: released, signed first where it is grave; given back; removed. Each names the version that
// the officer has before them, so that nobody releases what was changed meanwhile.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DraftDetail, RefusalText } from "../../api/index.ts";
import { call, queryOf, Refused, useAccordId } from "../api/index.ts";

export interface DraftMoves {
  readonly busy: boolean;
  readonly refusal: RefusalText | undefined;
  readonly error: unknown;
  /** The act of a grave step while its officer is asked to sign, and which draft it is. */
  readonly toSign: Readonly<Record<string, unknown>> | undefined;
  readonly laid: { readonly draft: string; readonly version: number };
  release(): Promise<void>;
  giveBack(reason: string): Promise<void>;
  remove(): Promise<void>;
  signed(): void;
  unsign(): void;
  forget(): void;
}

interface State {
  readonly busy: boolean;
  readonly refusal?: RefusalText;
  readonly error?: unknown;
}

export function useDraftMoves(draft: DraftDetail): DraftMoves {
  const accord = useAccordId();
  const client = useQueryClient();
  const [state, setState] = useState<State>({ busy: false });
  const [signing, setSigning] = useState(false);
  const { id, version } = draft;
  const params = { accord, draft: id };
  const procedure = draft.procedure.split("/")[0] ?? "";
  const { data } = useQuery(queryOf("procedure", { params: { accord, procedure } }));
  const grave = data?.steps.find((step) => step.name === draft.step)?.grave === true;
  const refresh = (): Promise<void> =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === accord && queryKey[0] === "accord" });
  const move = async (make: () => Promise<RefusalText | undefined>): Promise<void> => {
    setState({ busy: true });
    try {
      const refusal = await make();
      setState({ busy: false, ...(refusal === undefined ? {} : { refusal }) });
    } catch (cause) {
      setState({ busy: false, ...(cause instanceof Refused ? { refusal: cause.refusal } : { error: cause }) });
    }
    // A draft that was changed by another is shown as it is now.
    await refresh();
  };
  return {
    busy: state.busy,
    refusal: state.refusal,
    error: state.error,
    toSign: signing ? draft.draft : undefined,
    laid: { draft: id, version },
    async release() {
      if (grave) return setSigning(true);
      await move(async () => {
        const { results } = await call("releaseDraft", { params, body: { version } });
        const [result] = results;
        return result?.status === "refused" ? result.refusal : undefined;
      });
    },
    giveBack: (reason) =>
      move(async () => {
        await call("returnDraft", { params, body: { version, reason } });
        return undefined;
      }),
    remove: () =>
      move(async () => {
        await call("removeDraft", { params, body: { version } });
        return undefined;
      }),
    signed() {
      setSigning(false);
      void refresh();
    },
    unsign: () => setSigning(false),
    forget: () => setState({ busy: false }),
  };
}
