// The deadlines that run: who owes each, on both sides' clocks, with the working days left on each side's own calendar.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { BothClocks, DeadlineChip, Sheet, useDeadlineName, usePartyName, useSides, Who } from "../parts/index.ts";

interface DeadlinesProps {
  readonly procedure: string;
  readonly deadlines: DossierDetail["deadlines"];
}

export function Deadlines({ procedure, deadlines }: DeadlinesProps): ReactNode {
  const deadlineName = useDeadlineName();
  if (deadlines.length === 0) return null;
  return (
    <Sheet title={<Words id="dossier.deadlines" />}>
      <ul className="sheet__body stack">
        {deadlines.map((deadline) => (
          <li key={deadline.name} className="deadline">
            <div className="row row--wrap">
              <b>{deadlineName(procedure, deadline.name)}</b>
              <DeadlineChip due={deadline} />
              {deadline.owners.map((party) => (
                <Who key={party} party={party} />
              ))}
            </div>
            <BothClocks local={deadline.local} />
            <WorkingDays left={deadline.workingDaysLeft} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function WorkingDays({ left }: { readonly left: Readonly<Record<string, number>> }): ReactNode {
  const { own, other } = useSides();
  const name = usePartyName();
  return (
    <p className="small soft">
      {[own, other].map((party) => {
        const days = left[party] ?? 0;
        return (
          <span key={party} className="clocks__one">
            <Words
              id={days < 0 ? "dossier.deadlines.past" : "dossier.deadlines.left"}
              values={{ party: name(party), count: Math.abs(days) }}
            />
          </span>
        );
      })}
    </p>
  );
}
