// The running day with what it needs of the node: the version both agreed to, against which moves are told.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { z } from "../../base/index.ts";
import { engagementSchema } from "../../procedures/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { type Making, useSides } from "../parts/index.ts";
import { LiveView } from "./live-view.tsx";
import { NextSteps } from "./next-steps.tsx";
import type { ProgrammeShown } from "./programme-data.ts";

export interface LiveProps {
  readonly detail: DossierDetail;
  readonly data: ProgrammeShown;
  readonly zone: string;
  readonly making: Making;
}

const lines = z.array(engagementSchema);

export function Live({ detail, data, zone, making }: LiveProps): ReactNode {
  const accord = useAccordId();
  const { own } = useSides();
  const dossier = detail.row.dossier;
  const agreed = data.versions.findLast((one) => one.digest === data.agreed?.version)?.number;
  const { data: version } = useQuery({
    ...queryOf("programmeVersion", { params: { accord, dossier, number: String(agreed ?? 1) } }),
    enabled: agreed !== undefined,
  });
  const moves = detail.actions.some((one) => one.step === "moveEngagement" && one.side === own);
  return (
    <div className="split">
      <LiveView
        dossier={dossier}
        engagements={data.engagements}
        agreed={version && lines.parse(version.engagements)}
        zone={zone}
        moves={moves}
        making={making}
      />
      <aside className="stack split__aside">
        <NextSteps dossier={detail} data={data} making={making} editing={false} />
      </aside>
    </div>
  );
}
