// What a feature tells the frame of itself. Its pages and words are fetched when they are first needed; this is not.

import type { ComponentType } from "react";

export interface Page {
  /** Below the accord's own address; `$name` stands for one part: `visits/$dossier`. Empty: the accord's first page. */
  readonly path: string;
  /** The page, a component without properties: it asks the address and the node for what it shows. */
  load(): Promise<{ readonly Page: ComponentType }>;
}

export interface Feature {
  /** The folder's name: its messages are `src/web/<name>/messages`. */
  readonly name: string;
  readonly pages: readonly Page[];
}
