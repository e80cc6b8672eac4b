// The lessons: what was observed, whose body is to change what by when, and how far it is. A lesson is learned only
// when something has changed.

import type { ReactNode } from "react";
import { useName, useSay, Words } from "../language/index.ts";
import { Day, ScrollBox, Sheet, Told, useFieldName, useNow, Who } from "../parts/index.ts";
import { type ExerciseShown, isLate, type LessonShown, lessonsInOrder } from "./exercise-data.ts";

export function LessonsSheet({ data }: { readonly data: ExerciseShown }): ReactNode {
  const say = useSay();
  const field = useFieldName();
  const now = useNow();
  if (data.lessons.length === 0) return null;
  return (
    <Sheet title={field("exercise", "lessons")}>
      <ScrollBox label={say("exercises.lessons")}>
        <table className="tbl">
          <caption className="vh">{say("exercises.lessons")}</caption>
          <thead>
            <tr>
              <th scope="col">{field("exercise", "lesson")}</th>
              <th scope="col">
                <Words id="exercises.stage" />
              </th>
              {(["owner", "due", "remedy", "changed"] as const).map((one) => (
                <th key={one} scope="col">
                  {field("exercise", one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lessonsInOrder(data, now).map((one) => (
              <Row key={one.id} lesson={one} late={isLate(one, now)} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Sheet>
  );
}

function Row({ lesson, late }: { readonly lesson: LessonShown; readonly late: boolean }): ReactNode {
  const name = useName();
  return (
    <tr>
      <td>
        <Told text={lesson.title} />
        <p className="small muted">
          <Who party={lesson.by} /> <bdi className="t">{lesson.id}</bdi>
        </p>
      </td>
      <td>
        <span className={late ? "chip chip--warn" : "chip chip--plain"}>
          {name(`option.exercise.${lesson.stage}`)}
          {late ? (
            <>
              {" · "}
              <Words id="exercises.standing.late" />
            </>
          ) : null}
        </span>
      </td>
      <td>
        {lesson.owner === undefined ? (
          "—"
        ) : (
          <>
            <Who party={lesson.owner} /> <Told text={lesson.body ?? ""} />
          </>
        )}
      </td>
      <td>{lesson.due === undefined ? "—" : <Day date={lesson.due} />}</td>
      <td>{lesson.remedy === undefined ? "—" : <Told text={lesson.remedy} />}</td>
      <td>{lesson.changed === undefined ? "—" : <Told text={lesson.changed} />}</td>
    </tr>
  );
}
