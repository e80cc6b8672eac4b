// One annual plan: its living table, the line that is open with the dossiers that carry it out, letters of change, the
// year's figures, and the table as a file. What is chosen stands in the address.

import type { ReactNode } from "react";
import type { PlanTable } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay } from "../language/index.ts";
import {
  DossierTurn,
  PageHead,
  Part,
  References,
  Told,
  useAddressedDossier,
  useAddressText,
  useIn,
  usePageTitle,
  useSeen,
  useStateName,
} from "../parts/index.ts";
import { FileSheet } from "./file-sheet.tsx";
import { Letters } from "./letters.tsx";
import { LineSheet } from "./line-sheet.tsx";
import { LineTable } from "./line-table.tsx";
import { NextSteps } from "./next-steps.tsx";
import { linesOf } from "./plan-lines.ts";
import { YearFigures } from "./year-figures.tsx";
import "./plans.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const table = useAsk("plan", { params: { accord, dossier } });
  const acts = table.row.acts;
  useSeen(dossier, acts);
  return <Plan key={dossier} table={table} />;
}

function Plan({ table }: { readonly table: PlanTable }): ReactNode {
  const lines = linesOf(table);
  const open = useAddressText("line");
  const chosen = lines.find((one) => one.line.id === open.value);
  return (
    <>
      <Head table={table} />
      <NextSteps table={table} />
      <LineTable lines={lines} chosen={chosen?.line.id} choose={open.set} />
      {chosen ? (
        <Part about={chosen.line.id}>
          <LineSheet key={chosen.line.id} table={table} shown={chosen} close={() => open.set("")} />
        </Part>
      ) : null}
      <Letters table={table} />
      <YearFigures table={table} lines={lines} />
      <FileSheet table={table} />
    </>
  );
}

function Head({ table }: { readonly table: PlanTable }): ReactNode {
  const say = useSay();
  const read = useIn();
  const stateName = useStateName();
  const title = say("plans.of", { year: String(table.year) });
  usePageTitle(title);
  const { state } = table.row;
  return (
    <PageHead
      kicker={<Told text={read(table.titles)} />}
      title={title}
      sub={
        <>
          <span className="chip chip--plain">{stateName("plan", state)}</span>
          <References of={table.references} />
        </>
      }
      actions={<DossierTurn row={table.row} />}
    />
  );
}
