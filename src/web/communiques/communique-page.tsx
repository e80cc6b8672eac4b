// One communiqué: its languages side by side with what each side has cleared, its hour on both clocks, who has it out,
// and the editor of one language beside another.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import type { CommuniqueData } from "../../procedures/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  DossierTurn,
  PageHead,
  References,
  Told,
  useAddressedDossier,
  useAddressText,
  useIn,
  usePageTitle,
  useSeen,
  useSides,
  useStateName,
} from "../parts/index.ts";
import { Editor } from "./editor.tsx";
import { HourSheet } from "./hour-sheet.tsx";
import { NextSteps } from "./next-steps.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { parseCommunique } from "./texts.ts";
import "./communiques.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const { acts } = detail.row;
  const editing = useAddressText("edit");
  const { own } = useSides();
  useSeen(dossier, acts);
  const data = parseCommunique(detail.data);
  const writes = detail.actions.some((one) => one.side === own && one.step === "writeVersion");
  const edited = writes ? data.languages.find((one) => one === editing.value) : undefined;
  return (
    <>
      <Head detail={detail} data={data} />
      <NextSteps detail={detail} data={data} />
      <SideBySide data={data} edit={writes ? editing.set : undefined} />
      {edited === undefined ? null : (
        <Editor key={edited} dossier={dossier} data={data} language={edited} close={() => editing.set("")} />
      )}
      <HourSheet data={data} />
    </>
  );
}

function Head({ detail, data }: { readonly detail: DossierDetail; readonly data: CommuniqueData }): ReactNode {
  const read = useIn();
  const stateName = useStateName();
  const { state } = detail.row;
  const title = read(data.titles);
  usePageTitle(title);
  return (
    <PageHead
      kicker={<Words id={`communiques.kind.${data.kind ?? "joint"}`} />}
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("communique", state)}</span>
          <References of={data.references} />
        </>
      }
      actions={<DossierTurn row={detail.row} />}
    />
  );
}
