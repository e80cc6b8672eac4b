// One exercise: where it stands and what stops it, its planning on an axis of days, objectives, interruptions and
// lessons. Every step with a form is made on the dossier's page.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useName, Words } from "../language/index.ts";
import {
  Day,
  DossierTurn,
  Icon,
  Moment,
  PageHead,
  PlaceLink,
  References,
  StepLinks,
  Told,
  useAddressedDossier,
  useIn,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useSeen,
  useSides,
  useStateName,
  useStepName,
  Who,
} from "../parts/index.ts";
import { type ExerciseShown, interruptionOf, parseExercise } from "./exercise-data.ts";
import { GanttSheet } from "./gantt-sheet.tsx";
import { InterruptionsSheet } from "./interruptions-sheet.tsx";
import { LessonsSheet } from "./lessons-sheet.tsx";
import { ObjectivesSheet } from "./objectives-sheet.tsx";
import "./exercises.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  useSeen(dossier, detail.row.acts);
  const data = parseExercise(detail.data);
  return (
    <>
      <Head detail={detail} data={data} />
      <Halt detail={detail} data={data} />
      <StepLinks detail={detail} />
      <GanttSheet data={data} />
      <ObjectivesSheet detail={detail} data={data} />
      <InterruptionsSheet data={data} />
      <LessonsSheet data={data} />
    </>
  );
}

export interface ExerciseProps {
  readonly detail: DossierDetail;
  readonly data: ExerciseShown;
}

function Head({ detail, data }: ExerciseProps): ReactNode {
  const read = useIn();
  const name = useName();
  const places = usePlaces();
  const { own } = useSides();
  const procedure = useProcedureName();
  const stateName = useStateName();
  const stepName = useStepName();
  const { proposal } = data;
  const title = read(proposal?.titles ?? {}) || procedure("exercise");
  const stops = detail.actions.some((one) => one.side === own && one.step === "safetyStop");
  usePageTitle(title);
  return (
    <PageHead
      kicker={procedure("exercise")}
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("exercise", detail.row.state)}</span>
          <References of={data.references} />
          {proposal ? (
            <>
              <span>
                {name(`option.exercise.${proposal.kind}`)} · {name(`option.exercise.${proposal.size}`)}
              </span>
              <span className="row">
                <Who party={proposal.host} /> <Told text={proposal.venue ?? ""} />
              </span>
              <span>
                <Day date={proposal.from} /> – <Day date={proposal.until} />
              </span>
              <p>
                <Told text={proposal.aim} />
              </p>
            </>
          ) : null}
        </>
      }
      actions={
        <>
          {stops ? (
            <PlaceLink
              className="btn btn--primary noprint"
              to={`${places.dossier(detail.row.dossier)}?step=safetyStop`}
            >
              <Icon name="warning" /> {stepName("exercise", "safetyStop")}
            </PlaceLink>
          ) : null}
          {data.injects === undefined ? null : (
            <PlaceLink className="btn" to={places.injects(data.injects)}>
              {procedure("injects")}
            </PlaceLink>
          )}
          <DossierTurn row={detail.row} />
        </>
      }
    />
  );
}

/** Told loudly while it lasts: who has stopped or paused the exercise, why, and since when. */
function Halt({ detail, data }: ExerciseProps): ReactNode {
  const name = useName();
  const stateName = useStateName();
  const { state } = detail.row;
  const halt = interruptionOf(data);
  if ((state !== "stopped" && state !== "paused") || halt === undefined) return null;
  return (
    <section className="note exercise-halt" role="alert">
      <h2>
        <Icon name="warning" /> {stateName("exercise", state)}
      </h2>
      <p>
        <Who party={halt.by} /> · {name(`option.exercise.${halt.cause}`)} · <Moment at={halt.at} />
      </p>
      {halt.place === undefined ? null : (
        <p>
          <Words id="exercises.place" /> <Told text={halt.place} />
        </p>
      )}
      {halt.note === undefined ? null : (
        <p>
          <Told text={halt.note} />
        </p>
      )}
    </section>
  );
}
