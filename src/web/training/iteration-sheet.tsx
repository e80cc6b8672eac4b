// One iteration: how many seats each side has, holds and has free, and who has each seat. Every seat is drawn once and
// told once in words, so that nothing hangs on the eye alone.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { isPartyCode, type PartyCode } from "../../acts/index.ts";
import type { DossierDetail } from "../../api/index.ts";
import {
  boardRow,
  type CourseData,
  type Iteration,
  isLiveIteration,
  type Seat,
  waitingList,
} from "../../procedures/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import {
  ErrorOf,
  Num,
  RefusalNote,
  ScrollBox,
  Sheet,
  Told,
  useMaking,
  useSides,
  useStepName,
  Who,
} from "../parts/index.ts";
import { pressesOf } from "./course-data.ts";
import { NomineesFile } from "./nominees-file.tsx";

interface Shown {
  readonly iteration: Iteration;
  readonly detail: DossierDetail;
}

export function IterationSheet({ iteration, detail, data }: Shown & { readonly data: CourseData }): ReactNode {
  const { own } = useSides();
  const nominates = detail.actions.some((one) => one.side === own && one.step === "nominate");
  const dates = useDates();
  const day = (date: string): string => dates.day(wallIn("UTC", `${date}T00:00:00Z`));
  return (
    <Sheet
      title={<Told text={iteration.code} />}
      aside={
        <span className="small">
          <bdi className="t">{day(iteration.from)}</bdi> – <bdi className="t">{day(iteration.until)}</bdi>
        </span>
      }
    >
      <div className="sheet__body row row--wrap">
        <span className="chip chip--plain">
          <Words id={`training.iteration.${iteration.status}`} />
        </span>
        {iteration.releasedAt === undefined || !isLiveIteration(iteration) ? null : (
          <span className="chip chip--plain">
            <Words id="training.released" />
          </span>
        )}
        {iteration.venue === undefined ? null : <Told text={iteration.venue} />}
      </div>
      <Board iteration={iteration} />
      <Presses iteration={iteration} detail={detail} />
      {iteration.seats.length === 0 ? null : <Seats iteration={iteration} />}
      {nominates && isLiveIteration(iteration) ? (
        <NomineesFile iteration={iteration} data={data} detail={detail} />
      ) : null}
    </Sheet>
  );
}

const figures = ["quota", "held", "free", "waiting", "offered", "confirmed", "arrived", "completed"] as const;

function Board({ iteration }: { readonly iteration: Iteration }): ReactNode {
  const say = useSay();
  const { parties } = useSides();
  return (
    <ScrollBox label={say("training.board")}>
      <table className="tbl training-board">
        <caption className="vh">{say("training.board")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Words id="training.side" />
            </th>
            {figures.map((one) => (
              <th key={one} scope="col" className="n">
                <Words id={`training.board.${one}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties
            .map((one) => one.party)
            .filter(isPartyCode)
            .map((party) => (
              <Side key={party} iteration={iteration} party={party} />
            ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Side({ iteration, party }: { readonly iteration: Iteration; readonly party: PartyCode }): ReactNode {
  const row = boardRow(iteration, party);
  return (
    <tr>
      <th scope="row">
        <Who party={party} />
        <span className="training-seats" aria-hidden="true">
          {Array.from({ length: Math.max(row.quota, row.held) }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: seats of a quota have no names.
            <span key={i} className={i < row.held ? "training-seat training-seat--held" : "training-seat"} />
          ))}
        </span>
      </th>
      {figures.map((one) => (
        <td key={one} className="n">
          <Num>{row[one]}</Num>
        </td>
      ))}
    </tr>
  );
}

function Presses({ iteration, detail }: Shown): ReactNode {
  const { own } = useSides();
  const stepName = useStepName();
  const making = useMaking({ procedure: "course/1" });
  const possible = detail.actions.filter((one) => one.side === own).map((one) => one.step);
  const presses = pressesOf(iteration, { own, possible });
  const { dossier } = detail.row;
  if (presses.length === 0) return null;
  return (
    <div className="sheet__body stack noprint">
      <div className="row row--wrap">
        {presses.map(({ step, body, count }) => (
          <Button
            key={step}
            className="btn"
            isDisabled={making.busy}
            onPress={() => void making.make([{ step, body, dossier }])}
          >
            <span>
              {stepName("course", step)} {count === undefined ? null : <Num>{count}</Num>}
            </span>
          </Button>
        ))}
      </div>
      {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
      {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
    </div>
  );
}

const columns = ["nominee", "function", "status", "priority", "certificate"] as const;

function Seats({ iteration }: { readonly iteration: Iteration }): ReactNode {
  const say = useSay();
  const waiting = waitingList(iteration).map((one) => one.nominee);
  return (
    <ScrollBox label={say("training.seats")}>
      <table className="tbl">
        <caption className="vh">{say("training.seats")}</caption>
        <thead>
          <tr>
            {columns.map((one) => (
              <th key={one} scope="col">
                <Words id={`training.column.${one}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {iteration.seats.map((seat) => (
            <SeatRow key={seat.nominee} seat={seat} place={waiting.indexOf(seat.nominee) + 1} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function SeatRow({ seat, place }: { readonly seat: Seat; readonly place: number }): ReactNode {
  return (
    <tr>
      <td>
        <Who party={seat.by} /> <bdi className="t">{seat.nominee}</bdi>
      </td>
      <td>
        <Told text={seat.function} />
      </td>
      <td>
        <span className={seat.status === "offered" ? "chip chip--warn" : "chip chip--plain"}>
          <Words id={`training.status.${seat.status}`} />
        </span>
        {place > 0 ? (
          <p>
            <Words id="training.place" values={{ place }} />
          </p>
        ) : null}
      </td>
      <td className="n">
        <Num>{seat.priority}</Num>
      </td>
      <td>{seat.certificate ? <Told text={seat.certificate.number} /> : null}</td>
    </tr>
  );
}
