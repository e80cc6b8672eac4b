// One communiqué: its languages side by side with what each side has cleared, its hour on both clocks, who has it out,
// and the editor of one language beside another.

import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { DossierDetail } from "../../api/index.ts";
import type { CommuniqueData } from "../../procedures/index.ts";
import { seeChanges, useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  DeadlineChip,
  PageHead,
  PlaceLink,
  Told,
  useAddressText,
  useIn,
  usePageTitle,
  usePlaces,
  useSides,
  useStateName,
  Who,
} from "../parts/index.ts";
import { Editor } from "./editor.tsx";
import { HourSheet } from "./hour-sheet.tsx";
import { NextSteps } from "./next-steps.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { parseCommunique } from "./texts.ts";
import "./communiques.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const dossier = dossierIn(params);
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const { acts } = detail.row;
  const editing = useAddressText("edit");
  const { own } = useSides();
  useEffect(() => {
    if (acts > 0) seeChanges(dossier);
  }, [dossier, acts]);
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

function dossierIn(params: unknown): string {
  if (typeof params !== "object" || params === null || !("dossier" in params)) return "";
  return typeof params.dossier === "string" ? params.dossier : "";
}

function Head({ detail, data }: { readonly detail: DossierDetail; readonly data: CommuniqueData }): ReactNode {
  const read = useIn();
  const places = usePlaces();
  const { own } = useSides();
  const stateName = useStateName();
  const { turn, due, state, dossier } = detail.row;
  const title = read(data.titles);
  usePageTitle(title);
  return (
    <PageHead
      kicker={<Words id={`communiques.kind.${data.kind ?? "joint"}`} />}
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("communique", state)}</span>
          {Object.entries(data.references).map(([party, reference]) => (
            <span key={party} className="row">
              <Who party={party} /> <Told text={reference} />
            </span>
          ))}
        </>
      }
      actions={
        <>
          {turn.some((party) => party === own) ? (
            <span className="chip chip--me">
              <Words id="communiques.yourTurn" />
            </span>
          ) : null}
          {due ? <DeadlineChip due={due} /> : null}
          <PlaceLink className="btn" to={places.dossier(dossier)}>
            <Words id="communiques.dossier" />
          </PlaceLink>
        </>
      }
    />
  );
}
