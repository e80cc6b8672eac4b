// The course of the exercise: when it started, what interrupted it and for how long, and how it ended.

import type { ReactNode } from "react";
import { useName, Words } from "../language/index.ts";
import { Moment, Sheet, Told, useStepName, Who } from "../parts/index.ts";
import type { ExerciseShown } from "./exercise-data.ts";

export function InterruptionsSheet({ data }: { readonly data: ExerciseShown }): ReactNode {
  const name = useName();
  const stepName = useStepName();
  if (data.startedAt === undefined) return null;
  return (
    <Sheet title={<Words id="exercises.conduct" />}>
      <ol className="sheet__body exercise-list">
        <li>
          <Moment at={data.startedAt} /> · <Words id="exercises.started" />
        </li>
        {data.interruptions.map((one) => (
          <li key={one.at}>
            <Moment at={one.at} /> · <Who party={one.by} /> {stepName("exercise", one.kind)} ·{" "}
            {name(`option.exercise.${one.cause}`)} {one.place === undefined ? null : <Told text={one.place} />}{" "}
            {one.resumedAt === undefined ? null : (
              <>
                <Words id="exercises.resumed" /> <Moment at={one.resumedAt} />
              </>
            )}
          </li>
        ))}
        {data.ended ? (
          <li>
            <Moment at={data.ended.at} /> · <Words id="exercises.ended" /> ·{" "}
            {name(`option.exercise.${data.ended.ending}`)}
          </li>
        ) : null}
      </ol>
    </Sheet>
  );
}
