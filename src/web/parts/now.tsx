// The time as the node has it: a story's clock in a demonstration, the node's own else. The browser's clock only tells
// how long ago the node was asked.

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { queryOf } from "../api/index.ts";

const stepMs = 15_000;

/** Milliseconds since 1970 by the node's clock, a step every quarter of a minute. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useQuery(queryOf("node"));
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), stepMs);
    return () => clearInterval(timer);
  }, []);
  if (data === undefined) return tick;
  // A story's clock stands still between two acts.
  if (data.clock.kind === "story") return Date.parse(data.clock.now);
  return Date.parse(data.clock.now) + Math.max(0, tick - dataUpdatedAt);
}
