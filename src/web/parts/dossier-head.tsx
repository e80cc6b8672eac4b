// What the special pages of dossiers have in common: which dossier the address names, whose turn it is, the way to the
// page every dossier has, and the steps that have their form there.

import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { DossierDetail, DossierRow } from "../../api/index.ts";
import { seeChanges } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { useStepName } from "./names.ts";
import { Sheet } from "./page.tsx";
import { PlaceLink, usePlaces } from "./places.tsx";
import { useSides, Who } from "./sides.tsx";
import { DeadlineChip } from "./time.tsx";
import { Told } from "./told.tsx";

/** The dossier that the page's address names. */
export function useAddressedDossier(): string {
  const params: unknown = useParams({ strict: false });
  if (typeof params !== "object" || params === null || !("dossier" in params)) return "";
  return typeof params.dossier === "string" ? params.dossier : "";
}

/** The reader has the dossier before them, as it is with so many acts: it is marked as changed no longer. */
export function useSeen(dossier: string, acts: number): void {
  useEffect(() => {
    if (acts > 0) seeChanges(dossier);
  }, [dossier, acts]);
}

/** At the end of a page's head: whose turn, until when, and the way to the page every dossier has. */
export function DossierTurn({ row }: { readonly row: DossierRow }): ReactNode {
  const places = usePlaces();
  const { own } = useSides();
  return (
    <>
      {row.turn.some((party) => party === own) ? (
        <span className="chip chip--me">
          <Words id="parts.yourTurn" />
        </span>
      ) : null}
      {row.due ? <DeadlineChip due={row.due} /> : null}
      <PlaceLink className="btn" to={places.dossier(row.dossier)}>
        <Words id="parts.dossierPage" />
      </PlaceLink>
    </>
  );
}

/** Each side's own reference. */
export function References({ of }: { readonly of: Readonly<Record<string, string>> }): ReactNode {
  return Object.entries(of).map(([party, reference]) => (
    <span key={party} className="row">
      <Who party={party} /> <Told text={reference} />
    </span>
  ));
}

interface StepLinksProps {
  readonly detail: DossierDetail;
  /** In the order in which they are offered; absent: those this side is waited for. */
  readonly steps?: readonly string[];
}

/** What this side can do; each leads to its form on the dossier's page. */
export function StepLinks({ detail, steps }: StepLinksProps): ReactNode {
  const places = usePlaces();
  const { own } = useSides();
  const stepName = useStepName();
  const { dossier, turn, procedure } = detail.row;
  const mine = detail.actions.filter((one) => one.side === own);
  const offered = steps
    ? steps.filter((step) => mine.some((one) => one.step === step))
    : mine.filter((one) => one.expected).map((one) => one.step);
  if (offered.length === 0) return null;
  return (
    <Sheet title={<Words id="parts.steps" />} mine={turn.some((side) => side === own)}>
      <div className="sheet__body row row--wrap noprint">
        {offered.map((step) => (
          <PlaceLink key={step} className="btn" to={`${places.dossier(dossier)}?step=${step}`}>
            {stepName(procedure, step)}
          </PlaceLink>
        ))}
      </div>
    </Sheet>
  );
}
