// Numbers the timeline's styles reckon with. Set one by one through the style object, which a strict content policy
// allows; no style text is written.

import type { CSSProperties } from "react";

export function placed(at: number, len?: number): CSSProperties {
  const numbers: Record<string, number> = len === undefined ? { "--at": at } : { "--at": at, "--len": len };
  return numbers;
}
