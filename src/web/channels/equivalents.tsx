// What a level of the accord is called on each side: by the tables of equivalence that both sides have adopted, never
// by a translation of ours.

import { useQueries, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryOf, useAccordId } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Told, useIn, usePartyName, useSides } from "../parts/index.ts";
import { equivalentsOf, parseTable, type TableRead } from "./equivalence.ts";

const tablesMax = 20;

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

function useTables(): readonly TableRead[] {
  const accord = useAccordId();
  const { data } = useQuery(
    queryOf("dossiers", {
      params: { accord },
      query: { procedure: "equivalence", state: "adopted", limit: tablesMax },
    }),
  );
  const answers = useQueries({
    queries: (data?.items ?? []).map(({ dossier }) => queryOf("dossier", { params: { accord, dossier } })),
  });
  return answers.flatMap((answer) => {
    const table = answer.data && parseTable(answer.data.data);
    return table === undefined ? [] : [table];
  });
}
