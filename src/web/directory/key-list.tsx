// Keys by their ids: those that count for an act made now first, then what became of each of the others.

import type { ReactNode } from "react";
import type { DirectoryService } from "../../api/index.ts";
import { useName, Words } from "../language/index.ts";
import { Told } from "../parts/index.ts";

type Key = DirectoryService["keys"][number];

export function KeyList({ keys }: { readonly keys: readonly Key[] }): ReactNode {
  const [valid, past] = [keys.filter((key) => key.valid), keys.filter((key) => !key.valid)];
  return (
    <ul className="keys">
      {[...valid, ...past].map((key) => (
        <li key={key.kid}>
          <bdi className="mono mono--wrap">{key.kid}</bdi>
          {key.label === undefined ? null : <Told text={key.label} />}
          <span className={key.valid ? "chip" : "chip chip--warn"}>
            <Words id={`directory.${key.state}`} />
          </span>
          <Fate of={key} />
        </li>
      ))}
    </ul>
  );
}

/** By which key it was replaced, or why it was revoked. */
function Fate({ of: { successor, reason } }: { readonly of: Key }): ReactNode {
  const name = useName();
  if (successor !== undefined) {
    return (
      <span className="small muted">
        <Words id="directory.successor" values={{ key: <bdi className="mono mono--wrap">{successor}</bdi> }} />
      </span>
    );
  }
  return reason === undefined ? null : <span className="small muted">{name(`option.designation.${reason}`)}</span>;
}
