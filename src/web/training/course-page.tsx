// One course: the seat board of each iteration, per side; who has which seat; what can be done at one press.

import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { DossierDetail } from "../../api/index.ts";
import type { CourseData } from "../../procedures/index.ts";
import { seeChanges, useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  DeadlineChip,
  Empty,
  PageHead,
  PlaceLink,
  Sheet,
  Told,
  useIn,
  usePageTitle,
  usePlaces,
  useSides,
  useStateName,
  useStepName,
  Who,
} from "../parts/index.ts";
import { parseCourse } from "./course-data.ts";
import { IterationSheet } from "./iteration-sheet.tsx";
import "./training.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const dossier = dossierIn(params);
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const { acts } = detail.row;
  useEffect(() => {
    if (acts > 0) seeChanges(dossier);
  }, [dossier, acts]);
  const data = parseCourse(detail.data);
  return (
    <>
      <Head detail={detail} data={data} />
      <NextSteps detail={detail} />
      {data.iterations.length === 0 ? (
        <Sheet title={<Words id="training.iterations" />}>
          <Empty title={<Words id="training.iterations.none" />} />
        </Sheet>
      ) : null}
      {data.iterations.map((one) => (
        <IterationSheet key={one.code} iteration={one} detail={detail} data={data} />
      ))}
    </>
  );
}

function dossierIn(params: unknown): string {
  if (typeof params !== "object" || params === null || !("dossier" in params)) return "";
  return typeof params.dossier === "string" ? params.dossier : "";
}

function Head({ detail, data }: { readonly detail: DossierDetail; readonly data: CourseData }): ReactNode {
  const read = useIn();
  const places = usePlaces();
  const { own } = useSides();
  const stateName = useStateName();
  const { turn, due, state, dossier } = detail.row;
  const title = `${data.entry?.code ?? ""} · ${read(data.entry?.titles ?? {})}`;
  usePageTitle(title);
  return (
    <PageHead
      kicker={<Told text={data.entry?.school ?? ""} />}
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("course", state)}</span>
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
              <Words id="training.yourTurn" />
            </span>
          ) : null}
          {due ? <DeadlineChip due={due} /> : null}
          <PlaceLink className="btn" to={places.dossier(dossier)}>
            <Words id="training.dossier" />
          </PlaceLink>
        </>
      }
    />
  );
}

/** In the order in which they are offered; each has its form on the dossier's page. */
const withForm = [
  "accept",
  "scheduleIteration",
  "nominate",
  "certify",
  "vet",
  "issueInstructions",
  "recordArrivals",
  "recordAttendance",
  "recordResults",
  "reportCourse",
] as const;

function NextSteps({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const places = usePlaces();
  const stepName = useStepName();
  const { own } = useSides();
  const mine = detail.actions.filter((one) => one.side === own);
  const forms = withForm.filter((step) => mine.some((one) => one.step === step));
  if (forms.length === 0) return null;
  return (
    <Sheet title={<Words id="training.steps" />}>
      <div className="sheet__body row row--wrap noprint">
        {forms.map((step) => (
          <PlaceLink key={step} className="btn" to={`${places.dossier(detail.row.dossier)}?step=${step}`}>
            {stepName("course", step)}
          </PlaceLink>
        ))}
      </div>
    </Sheet>
  );
}
