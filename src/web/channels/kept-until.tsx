// How long what was sent is kept, and what holds it beyond: told to those who keep it; nothing is shown to others.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryOf, useAccordId } from "../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import { Told, useOwnClock } from "../parts/index.ts";
import { shortHex } from "../parts/proof/index.ts";

const horizonDays = 36_500;
const limit = 1000;

export function KeptUntil({ dossier }: { readonly dossier: string }): ReactNode {
  const accord = useAccordId();
  const dates = useDates();
  const clock = useOwnClock();
  const { data } = useQuery({
    ...queryOf("retention", { params: { accord }, query: { days: horizonDays, limit } }),
    retry: false,
  });
  const kept = data?.items.filter((one) => one.dossier === dossier) ?? [];
  if (kept.length === 0) return null;
  return (
    <div>
      <h3>
        <Words id="channels.kept" />
      </h3>
      <ul className="stack">
        {kept.map((one) => (
          <li key={one.document} className="small">
            <bdi className="mono">{shortHex(one.document.replace(/^sha256:/, ""))}</bdi>{" "}
            <Words id="channels.kept.until" values={{ day: <bdi className="t">{dates.day(clock(one.dueAt))}</bdi> }} />
            {one.hold === undefined ? null : (
              <p>
                <Words id="channels.kept.held" values={{ reason: <Told text={one.hold.reason} /> }} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
