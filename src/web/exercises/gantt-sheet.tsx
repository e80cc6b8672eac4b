// The planning as a table whose last column is drawn: each row tells in words what its bar shows.

import type { CSSProperties, ReactNode } from "react";
import { useDates, useName, useSay, Words, wallIn } from "../language/index.ts";
import { Day, Empty, ScrollBox, Sheet, Told, useIn, useNow, useOwnClock, Who } from "../parts/index.ts";
import type { ExerciseShown } from "./exercise-data.ts";
import { type Bar, barsOf, placeOf, type Scale, scaleOf } from "./gantt.ts";

export function GanttSheet({ data }: { readonly data: ExerciseShown }): ReactNode {
  const say = useSay();
  const today = useToday();
  const bars = barsOf(data, today);
  const scale = scaleOf(bars, today);
  return (
    <Sheet title={<Words id="exercises.planning" />}>
      {scale === undefined ? (
        <Empty title={<Words id="exercises.planning.none" />} />
      ) : (
        <ScrollBox label={say("exercises.planning")}>
          <table className="tbl gantt">
            <caption className="vh">{say("exercises.planning")}</caption>
            <thead>
              <tr>
                {(["what", "whose", "days", "standing"] as const).map((one) => (
                  <th key={one} scope="col">
                    <Words id={`exercises.column.${one}`} />
                  </th>
                ))}
                <td className="gantt__axis gantt__head" aria-hidden="true">
                  <Months scale={scale} />
                </td>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <Row key={bar.key} bar={bar} scale={scale} today={today} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Sheet>
  );
}

function useToday(): string {
  const clock = useOwnClock();
  return new Date(clock(useNow()).at).toISOString().slice(0, 10);
}

function Months({ scale }: { readonly scale: Scale }): ReactNode {
  const dates = useDates();
  return (
    <div className="gantt__months">
      {scale.months.map(({ month, start }) => (
        <span key={month} style={{ insetInlineStart: `${start}%` }}>
          {dates.month(wallIn("UTC", `${month}T00:00:00Z`))}
        </span>
      ))}
    </div>
  );
}

interface RowProps {
  readonly bar: Bar;
  readonly scale: Scale;
  readonly today: string;
}

function Row({ bar, scale, today }: RowProps): ReactNode {
  const name = useTitleOf();
  const { start, size } = placeOf(scale, bar);
  const now = placeOf(scale, { from: today, until: today });
  return (
    <tr>
      <th scope="row">
        <Told text={name(bar)} />
        <p className="small muted">
          <Words id={`exercises.bar.${bar.kind}`} />
        </p>
      </th>
      <td>{bar.party === undefined ? "—" : <Who party={bar.party} />}</td>
      <td className="nowrap">
        <Day date={bar.from} />
        {bar.until === bar.from ? null : (
          <>
            {" – "}
            <Day date={bar.until} />
          </>
        )}
      </td>
      <td>
        <span className={bar.standing === "late" ? "chip chip--warn" : "chip chip--plain"}>
          <Words id={`exercises.standing.${bar.standing}`} />
        </span>
      </td>
      <td className="gantt__axis" aria-hidden="true">
        <div className="gantt__lane">
          {today < scale.from || today > scale.until ? null : (
            <span className="gantt__today" style={{ insetInlineStart: `${now.start}%` }} />
          )}
          <span
            className={`gantt__bar gantt__bar--${bar.kind} gantt__bar--${bar.standing}`}
            style={bound(start, size)}
          />
        </div>
      </td>
    </tr>
  );
}

const bound = (start: number, size: number): CSSProperties => ({
  insetInlineStart: `${start}%`,
  inlineSize: `${size}%`,
});

function useTitleOf(): (bar: Bar) => string {
  const read = useIn();
  const name = useName();
  return ({ title, of, id }) => {
    const told = typeof title === "string" ? title : read(title ?? {});
    if (told !== "") return told;
    return of === undefined ? id : name(`option.exercise.${of}`);
  };
}
