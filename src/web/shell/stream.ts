// Whether the node's events reach the page, for the parts of the frame that say so.

import { createContext, useContext } from "react";
import type { StreamState } from "../api/index.ts";

export const StreamContext = createContext<StreamState>("waiting");

export function useStream(): StreamState {
  return useContext(StreamContext);
}
