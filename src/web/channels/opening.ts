// Opening a sealed document: the node decides, writes it to this side's access log, and registers the first opening of
// what the other side has sent. What was opened is kept in this page's memory alone, never beyond it.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type OpenedDocument, pathOf } from "../../api/index.ts";
import { call, requestMark, Unreachable, useAccordId, useAsk } from "../api/index.ts";
import { newActId } from "../parts/index.ts";

/** Longer texts are saved as a file and not shown. */
export const shownBytesMax = 512 * 1024;

export interface OpenedContent {
  readonly document: OpenedDocument;
  /** Of a text that is short enough to be shown; else undefined. */
  readonly text: string | undefined;
  /** Where the content is saved from. */
  readonly address: string;
}

export interface Opening {
  readonly opened: OpenedContent | undefined;
  readonly busy: boolean;
  /** Why it could not be opened. */
  readonly failure: unknown;
  open(function_: string): Promise<void>;
  /** Takes the content out of the page again. */
  close(): void;
}

export function useOpening(digest: string): Opening {
  const accord = useAccordId();
  const client = useQueryClient();
  const session = useAsk("session");
  const officer = session.state === "signedIn" ? session.officer : "";
  // Of the officer who opened it: what one has opened is not shown to whom the lock lets in after.
  const key = ["opened", accord, digest, officer];
  const known = useQuery<OpenedContent | null>({ queryKey: key, queryFn: () => null, staleTime: Infinity });
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure?: unknown }>({ busy: false });
  return {
    opened: known.data ?? undefined,
    busy: state.busy,
    failure: state.failure,
    close: () => client.setQueryData(key, null),
    async open(function_) {
      setState({ busy: true });
      try {
        const params = { accord, digest };
        const document = await call("openDocument", { params, body: { id: newActId(), function: function_ } });
        const address = pathOf("documentContent", { params, query: { function: function_ } });
        const shown = document.mediaType === "text/plain" && document.size <= shownBytesMax;
        client.setQueryData(key, { document, address, text: shown ? await textAt(address) : undefined });
        setState({ busy: false });
        await client.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[1] === accord && queryKey[0] !== "opened",
        });
      } catch (cause) {
        setState({ busy: false, failure: cause });
      }
    },
  };
}

/** As UTF-8; what is none is shown by the sign for it. */
async function textAt(address: string): Promise<string> {
  try {
    const response = await fetch(address, { credentials: "same-origin", headers: { ...requestMark } });
    if (!response.ok) throw new Unreachable(`HTTP ${response.status}`);
    return new TextDecoder().decode(await response.arrayBuffer());
  } catch (cause) {
    if (cause instanceof TypeError) throw new Unreachable("The node does not answer.", { cause });
    throw cause;
  }
}
