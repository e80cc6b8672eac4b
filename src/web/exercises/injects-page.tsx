// One main events list: the grid from the objectives down to the injects, or the board of what is played. Injects are
// chosen in the grid and moved on together; steps with a form are made on the dossier's page.

import { type ReactNode, useState } from "react";
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
  StepLinks,
  Told,
  useAddressedDossier,
  useAddressText,
  useIn,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useSeen,
  useStateName,
  Who,
} from "../parts/index.ts";
import { BoardView } from "./board-view.tsx";
import { GridView } from "./grid-view.tsx";
import { type ListShown, parseList } from "./injects-data.ts";
import { InjectsFile } from "./injects-file.tsx";
import { MoveBar } from "./move-bar.tsx";
import "./exercises.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  useSeen(dossier, detail.row.acts);
  return <List key={dossier} detail={detail} data={parseList(detail.data)} />;
}

export interface ListProps {
  readonly detail: DossierDetail;
  readonly data: ListShown;
}

function List({ detail, data }: ListProps): ReactNode {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const view = useAddressText("view");
  const board = view.value === "board";
  return (
    <>
      <Head detail={detail} data={data} />
      <Stopped detail={detail} data={data} />
      <StepLinks detail={detail} />
      <div className="row row--wrap noprint">
        {(["grid", "board"] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="btn"
            aria-pressed={board === (one === "board")}
            onClick={() => view.set(one === "board" ? "board" : "")}
          >
            <Words id={`exercises.view.${one}`} />
          </button>
        ))}
      </div>
      <MoveBar detail={detail} data={data} chosen={chosen} clear={() => setChosen(new Set())} />
      {board ? (
        <BoardView data={data} chosen={chosen} choose={setChosen} />
      ) : (
        <GridView data={data} chosen={chosen} choose={setChosen} />
      )}
      <InjectsFile detail={detail} />
    </>
  );
}

function Head({ detail, data }: ListProps): ReactNode {
  const read = useIn();
  const places = usePlaces();
  const procedure = useProcedureName();
  const stateName = useStateName();
  const title = read(data.titles) || procedure("injects");
  usePageTitle(title);
  return (
    <PageHead
      kicker={procedure("injects")}
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("injects", detail.row.state)}</span>
          <Told text={data.reference} />
          {data.dDay === "" ? null : (
            <span>
              <Words id="exercises.dDay" /> <Day date={data.dDay} />
            </span>
          )}
        </>
      }
      actions={
        <>
          {data.exercise === undefined ? null : (
            <PlaceLink className="btn" to={places.exercise(data.exercise)}>
              {procedure("exercise")}
            </PlaceLink>
          )}
          <DossierTurn row={detail.row} />
        </>
      }
    />
  );
}

function Stopped({ detail, data }: ListProps): ReactNode {
  const name = useName();
  const stateName = useStateName();
  const stop = data.stops.at(-1);
  if (detail.row.state !== "stopped" || stop === undefined) return null;
  return (
    <section className="note exercise-halt" role="alert">
      <h2>
        <Icon name="warning" /> {stateName("injects", "stopped")}
      </h2>
      <p>
        <Who party={stop.by} /> · {name(`option.injects.${stop.cause}`)} · <Moment at={stop.at} />
      </p>
      {stop.note === undefined ? null : (
        <p>
          <Told text={stop.note} />
        </p>
      )}
    </section>
  );
}
