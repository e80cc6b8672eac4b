// The store of answers: how long they count as fresh, and when they are asked for again.

import { QueryClient } from "@tanstack/react-query";
import { asksAgain } from "./queries.ts";

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The stream of events says when something has changed; an answer is stale when it says so, or the day after.
        staleTime: 5 * 60_000,
        gcTime: 10 * 60_000,
        retry: asksAgain,
        retryDelay: (attempt) => Math.min(4000, 300 * 2 ** attempt),
        // The browser's own word on being online is about the internet, of which a node on a closed network has none.
        networkMode: "always",
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
