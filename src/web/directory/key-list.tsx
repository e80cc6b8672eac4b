// Keys by their ids, each with whether it counts for an act made now.

import type { ReactNode } from "react";
import type { DirectoryService } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { Told } from "../parts/index.ts";

export function KeyList({ keys }: { readonly keys: DirectoryService["keys"] }): ReactNode {
  return (
    <ul className="keys">
      {keys.map((key) => (
        <li key={key.kid}>
          <bdi className="mono mono--wrap">{key.kid}</bdi>
          {key.label === undefined ? null : <Told text={key.label} />}
          <span className={key.valid ? "chip" : "chip chip--warn"}>
            <Words id={key.valid ? "directory.valid" : "directory.revoked"} />
          </span>
        </li>
      ))}
    </ul>
  );
}
