// Text that somebody wrote, the other side's above all: as text, in its own direction, nothing in it obeyed.

import type { ReactNode } from "react";
import { toldText } from "./told-text.ts";

export function Told({ text }: { readonly text: string }): ReactNode {
  return <bdi>{toldText(text)}</bdi>;
}
