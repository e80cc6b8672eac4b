// One course: the seat board of each iteration, per side; who has which seat; what can be done at one press.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import type { CourseData } from "../../procedures/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  DossierTurn,
  Empty,
  PageHead,
  References,
  Sheet,
  StepLinks,
  Told,
  useAddressedDossier,
  useIn,
  usePageTitle,
  useSeen,
  useStateName,
} from "../parts/index.ts";
import { parseCourse } from "./course-data.ts";
import { IterationSheet } from "./iteration-sheet.tsx";
import "./training.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const { acts } = detail.row;
  useSeen(dossier, acts);
  const data = parseCourse(detail.data);
  return (
    <>
      <Head detail={detail} data={data} />
      <StepLinks detail={detail} steps={withForm} />
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

function Head({ detail, data }: { readonly detail: DossierDetail; readonly data: CourseData }): ReactNode {
  const read = useIn();
  const stateName = useStateName();
  const { state } = detail.row;
  const title = `${data.entry?.code ?? ""} · ${read(data.entry?.titles ?? {})}`;
  usePageTitle(title);
  return (
    <PageHead
      kicker={<Told text={data.entry?.school ?? ""} />}
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("course", state)}</span>
          <References of={data.references} />
        </>
      }
      actions={<DossierTurn row={detail.row} />}
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
