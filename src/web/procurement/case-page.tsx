// One purchase as its officers follow it: milestones, quantities line by line, deliveries, money, and the offset that
// is owed in return. Every figure is reckoned here from the dossier by the procedure's own ledger.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import type { ProcurementData } from "../../procedures/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  DossierTurn,
  PageHead,
  Part,
  Sheet,
  Told,
  useAddressedDossier,
  usePageTitle,
  useSeen,
  useStateName,
  useStepName,
  When,
  Who,
} from "../parts/index.ts";
import { CaseMoneySheet } from "./case-money.tsx";
import { Deliveries } from "./deliveries.tsx";
import { Offsets } from "./offsets.tsx";
import { Quantities } from "./quantities.tsx";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const { acts } = detail.row;
  useSeen(dossier, acts);
  const data = parseCase(detail.data);
  return (
    <>
      <Head detail={detail} data={data} />
      <Milestones detail={detail} />
      <Quantities data={data} />
      <Deliveries data={data} />
      <CaseMoneySheet data={data} />
      <Part about={dossier}>
        <Offsets purchase={dossier} />
      </Part>
    </>
  );
}

/** The data of a purchase as the node tells it: of the form its procedure gives it. */
function parseCase(data: unknown): ProcurementData {
  return data as ProcurementData;
}

interface CaseProps {
  readonly detail: DossierDetail;
  readonly data: ProcurementData;
}

function Head({ detail, data }: CaseProps): ReactNode {
  const stateName = useStateName();
  const { state, title } = detail.row;
  const { buyer = "", seller = "" } = detail.roles;
  usePageTitle(title);
  return (
    <PageHead
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("procurement", state)}</span>
          <span className="row">
            <Who party={buyer} /> <Told text={data.requirement?.reference ?? ""} />
          </span>
          <span className="row">
            <Who party={seller} /> <Told text={data.reference ?? ""} />
          </span>
        </>
      }
      actions={<DossierTurn row={detail.row} />}
    />
  );
}

const milestones: ReadonlySet<string> = new Set([
  "state",
  "submitRequest",
  "acknowledge",
  "offer",
  "accept",
  "implement",
  "dispatch",
  "receive",
  "declareSupplied",
  "terminate",
  "reconcile",
  "close",
]);

function Milestones({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const stepName = useStepName();
  const made = detail.acts
    .filter(({ step, outcome }) => milestones.has(step) && outcome.kind === "effective")
    .toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <Sheet title={<Words id="procurement.milestones" />}>
      <ol className="sheet__body stack">
        {made.map((act) => (
          <li key={act.id} className="row row--wrap">
            <When local={act.local} only="day" /> <Who party={act.party} />{" "}
            <span>{stepName("procurement", act.step)}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
