// Which two languages stand side by side: chosen in the address, the reader's own first where the text has it.

import type { ReactNode } from "react";
import { languageName, useSay, useSpeech, Words } from "../language/index.ts";
import { useAddressText } from "../parts/index.ts";

export interface Columns {
  readonly first: string;
  readonly second: string;
}

/** `languages`: those the text has, at least one. */
export function useColumns(languages: readonly string[]): Columns {
  const { language } = useSpeech();
  const chosen = { first: useAddressText("first").value, second: useAddressText("second").value };
  const has = (code: string): boolean => languages.includes(code);
  const first = has(chosen.first) ? chosen.first : has(language) ? language : (languages[0] ?? "");
  const others = languages.filter((code) => code !== first);
  const second = has(chosen.second) ? chosen.second : (others[0] ?? first);
  return { first, second };
}

export function ColumnChoice({
  languages,
  columns,
}: {
  readonly languages: readonly string[];
  readonly columns: Columns;
}): ReactNode {
  const say = useSay();
  const set = { first: useAddressText("first").set, second: useAddressText("second").set };
  return (
    <div className="row row--wrap">
      <span className="small muted">
        <Words id="accord.columns" />
      </span>
      {(["first", "second"] as const).map((place) => (
        <select
          key={place}
          className="input"
          aria-label={say(`accord.columns.${place}`)}
          value={columns[place]}
          onChange={(event) => set[place](event.target.value)}
        >
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
