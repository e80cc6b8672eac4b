// What the exercise is for, and what came of it; who takes part; and that both have agreed to the text.

import type { ReactNode } from "react";
import { useName, useSay, Words } from "../language/index.ts";
import { Empty, Num, ScrollBox, Sheet, Told, useFieldName, useIn, Who } from "../parts/index.ts";
import type { ExerciseProps } from "./exercise-page.tsx";

export function ObjectivesSheet({ detail, data }: ExerciseProps): ReactNode {
  const say = useSay();
  const { specification } = data;
  const field = useFieldName();
  if (specification === undefined) {
    return (
      <Sheet title={field("exercise", "specification")}>
        <Empty title={<Words id="exercises.specification.none" />} />
      </Sheet>
    );
  }
  const { objectives, participants, observers, scenario, limits } = specification.text;
  const agreed = data.agreedSpecification === specification.digest;
  return (
    <Sheet
      title={field("exercise", "specification")}
      aside={
        <span className={agreed ? "chip chip--plain" : "chip chip--warn"}>
          <Words id={agreed ? "exercises.agreed" : "exercises.notAgreed"} />
        </span>
      }
    >
      <div className="sheet__body stack">
        {scenario === undefined ? null : (
          <p>
            <Told text={scenario} />
          </p>
        )}
        <p className="row row--wrap">
          {Object.entries(participants).map(([party, count]) => (
            <span key={party} className="row">
              <Who party={party} /> <Num>{count}</Num>
            </span>
          ))}
          {observers === undefined ? null : (
            <span>
              {field("exercise", "observers")} <Num>{observers}</Num>
            </span>
          )}
        </p>
        {limits === undefined ? null : (
          <p>
            <b>{field("exercise", "limits")}</b> <Told text={limits} />
          </p>
        )}
        <Readiness detail={detail} data={data} />
      </div>
      <ScrollBox label={say("exercises.objectives")}>
        <Objectives data={data} objectives={objectives} />
      </ScrollBox>
    </Sheet>
  );
}

interface ObjectivesProps extends Pick<ExerciseProps, "data"> {
  readonly objectives: NonNullable<ExerciseProps["data"]["specification"]>["text"]["objectives"];
}

function Objectives({ data, objectives }: ObjectivesProps): ReactNode {
  const say = useSay();
  const read = useIn();
  const name = useName();
  const field = useFieldName();
  const results = new Map((data.report?.text.objectives ?? []).map((one) => [one.objective, one.achieved]));
  return (
    <table className="tbl">
      <caption className="vh">{say("exercises.objectives")}</caption>
      <thead>
        <tr>
          {(["id", "objective", "capability", "achieved"] as const).map((one) => (
            <th key={one} scope="col">
              {field("exercise", one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {objectives.map((one) => {
          const result = results.get(one.id);
          return (
            <tr key={one.id}>
              <td>
                <bdi className="t">{one.id}</bdi>
              </td>
              <td>
                <Told text={read(one.titles)} />
              </td>
              <td>{one.capability === undefined ? "—" : <Told text={one.capability} />}</td>
              <td>{result === undefined ? "—" : name(`option.exercise.${result}`)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const readyStates: ReadonlySet<string> = new Set(["preparing", "ready"]);

/** Which side has declared readiness, while it is being declared. */
function Readiness({ detail }: ExerciseProps): ReactNode {
  const { row, roles, acts } = detail;
  if (!readyStates.has(row.state)) return null;
  const reopened = acts.findLast((one) => one.step === "reopenPlan" && one.outcome.kind === "effective")?.at ?? "";
  const ready = new Set(
    acts
      .filter((one) => one.step === "declareReady" && one.outcome.kind === "effective" && one.at > reopened)
      .map((one) => one.party),
  );
  return (
    <p className="row row--wrap">
      {Object.values(roles).map((party) => (
        <span key={party} className="row">
          <Who party={party} />
          <span className={ready.has(party) ? "chip chip--plain" : "chip"}>
            <Words id={ready.has(party) ? "exercises.ready" : "exercises.notReady"} />
          </span>
        </span>
      ))}
    </p>
  );
}
