// The article an act will rest on: chosen where several authorise it, told where one does.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { useIn } from "../parts/index.ts";
import type { ActFrame } from "./act-frame.ts";

export function Resting({ frame }: { readonly frame: ActFrame }): ReactNode {
  const read = useIn();
  if (frame.unauthorised) {
    return (
      <p className="note small">
        <Words id="dossier.step.unauthorised" />
      </p>
    );
  }
  if (frame.resting.length === 0) return null;
  return (
    <label className="field">
      <span className="field__name">
        <Words id="dossier.step.article" />
      </span>
      <select className="input" value={frame.articles[0]} onChange={(event) => frame.setArticle(event.target.value)}>
        {frame.resting.map((article) => (
          <option key={article.number} value={article.number}>
            {`${article.number}. ${read(article.titles)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
