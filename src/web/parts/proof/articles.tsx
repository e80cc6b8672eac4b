// What an act rests on: its articles, or the founding before there is any.

import type { ReactNode } from "react";
import { Words } from "../../language/index.ts";

export function ArticlesText({ articles }: { readonly articles: readonly string[] }): ReactNode {
  if (articles.length === 0) return <Words id="parts.proof.founding" />;
  return <bdi className="t">{articles.join(", ")}</bdi>;
}
