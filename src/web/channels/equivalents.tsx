// What a level of the accord is called on each side: by the tables of equivalence that both sides have adopted, never
// by a translation of ours.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { Told, useIn, usePartyName, useSides } from "../parts/index.ts";
import { equivalentsOf } from "./equivalence.ts";
import { useTables } from "./tables.ts";

/** Nothing where no table says it. */
export function Equivalents({ level }: { readonly level: string }): ReactNode {
  const { labels, own, other } = useSides();
  const tables = useTables();
  const read = useIn();
  const partyName = usePartyName();
  const found = equivalentsOf(tables, { policy: labels.policy, level });
  if (found.length === 0) return null;
  return (
    <ul className="equivalents small">
      {[own, other].flatMap((party) =>
        found
          .filter((one) => one.owner === party)
          .map((one) => (
            <li key={`${party} ${one.policy} ${one.level}`}>
              <Words
                id="channels.equivalent"
                values={{ party: partyName(party), level: <Told text={read(one.names) || one.level} /> }}
              />
            </li>
          )),
      )}
    </ul>
  );
}
