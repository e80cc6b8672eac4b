// The list as a grid: objectives, events and incidents as heads, and under each its injects in the order of exercise
// time. What is shown is chosen in the address; a long list is shown by stretches.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { useName, useSay, Words } from "../language/index.ts";
import {
  Empty,
  Moment,
  ScrollBox,
  Sheet,
  Told,
  useAddressText,
  useFieldName,
  usePartyName,
  useSides,
  Who,
} from "../parts/index.ts";
import { type Chosen, cutAt, type GridRow, gridOf, type InjectShown, type ListShown } from "./injects-data.ts";

export interface ChoosingProps {
  readonly data: ListShown;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: ReadonlySet<string>) => void;
}

const stretch = 200;
const columns = ["title", "audience", "time", "real", "means", "from", "to", "expected"] as const;

export function GridView({ data, chosen, choose }: ChoosingProps): ReactNode {
  const say = useSay();
  const filter = useFilter();
  const [most, setMost] = useState(stretch);
  const rows = gridOf(data, filter.chosen);
  const { shown, left } = cutAt(rows, most);
  const ids = shown.flatMap((one) => (one.kind === "inject" ? [one.inject.row.id] : []));
  const all = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <Sheet title={<Words id="exercises.injects" />}>
      <div className="sheet__body row row--wrap noprint">
        <Filters data={data} filter={filter} />
      </div>
      {ids.length === 0 ? <Empty title={<Words id="exercises.injects.none" />} /> : null}
      {rows.length === 0 ? null : (
        <ScrollBox label={say("exercises.injects")}>
          <table className="tbl injects">
            <caption className="vh">{say("exercises.injects")}</caption>
            <Header all={all} onAll={() => choose(all ? new Set() : new Set(ids))} />
            <tbody>
              {shown.map((one) =>
                one.kind === "rank" ? (
                  <Rank key={`${one.rank} ${one.id}`} row={one} />
                ) : (
                  <InjectRow key={one.inject.row.id} inject={one.inject} chosen={chosen} choose={choose} />
                ),
              )}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {left === 0 ? null : (
        <div className="sheet__body noprint">
          <Button className="btn" onPress={() => setMost(most + stretch)}>
            <Words id="exercises.more" values={{ count: left }} />
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface Filter {
  readonly chosen: Chosen;
  readonly set: Readonly<Record<keyof Chosen, (value: string) => void>>;
}

function useFilter(): Filter {
  const objective = useAddressText("objective");
  const stage = useAddressText("stage");
  const by = useAddressText("by");
  return {
    chosen: { objective: objective.value, stage: stage.value, by: by.value },
    set: { objective: objective.set, stage: stage.set, by: by.set },
  };
}

function Filters({ data, filter }: { readonly data: ListShown; readonly filter: Filter }): ReactNode {
  const name = useName();
  const party = usePartyName();
  const { own, other } = useSides();
  const stages = [...new Set(Object.values(data.injects).map((one) => one.stage))].sort();
  const objectives = Object.values(data.objectives).map(({ row }) => [row.id, `${row.id} · ${row.title}`] as const);
  const options = {
    objective: objectives,
    stage: stages.map((one) => [one, name(`option.injects.${one}`)] as const),
    by: [own, other].map((one) => [one, party(one)] as const),
  };
  return (["objective", "stage", "by"] as const).map((one) => (
    <label key={one} className="row">
      <Words id={`exercises.filter.${one}`} />
      <select
        className="input"
        value={filter.chosen[one]}
        onChange={(event) => filter.set[one](event.currentTarget.value)}
      >
        <Everything />
        {options[one].map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  ));
}

function Everything(): ReactNode {
  const say = useSay();
  return <option value="">{say("exercises.filter.all")}</option>;
}

function Header({ all, onAll }: { readonly all: boolean; readonly onAll: () => void }): ReactNode {
  const say = useSay();
  const field = useFieldName();
  return (
    <thead>
      <tr>
        <td className="noprint">
          <input type="checkbox" checked={all} aria-label={say("exercises.chooseAll")} onChange={onAll} />
        </td>
        <th scope="col">{field("injects", "id")}</th>
        <th scope="col">
          <Words id="exercises.stage" />
        </th>
        {columns.map((one) => (
          <th key={one} scope="col">
            {field("injects", one)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Rank({ row }: { readonly row: Extract<GridRow, { kind: "rank" }> }): ReactNode {
  const field = useFieldName();
  return (
    <tr className={`injects__rank injects__rank--${row.rank}`}>
      <th scope="rowgroup" colSpan={columns.length + 3}>
        {field("injects", row.rank)} <bdi className="t">{row.id}</bdi> · <Told text={row.title} />
      </th>
    </tr>
  );
}

interface InjectProps {
  readonly inject: InjectShown;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: ReadonlySet<string>) => void;
}

function InjectRow({ inject, chosen, choose }: InjectProps): ReactNode {
  const name = useName();
  const { row } = inject;
  return (
    <tr aria-selected={chosen.has(row.id)}>
      <td className="noprint">
        <Choice id={row.id} chosen={chosen} choose={choose} />
      </td>
      <th scope="row">
        <bdi className="t">{row.id}</bdi>
        <p>
          <Who party={inject.by} />
        </p>
      </th>
      <td>
        <Stage inject={inject} />
      </td>
      <td>
        <Told text={row.title} />
      </td>
      <td>
        <Who party={row.audience} />
      </td>
      <td className="nowrap">
        <ExerciseTime inject={inject} />
      </td>
      <td className="nowrap">{inject.real === undefined ? "—" : <Moment at={inject.real} />}</td>
      <td>{name(`option.injects.${row.means}`)}</td>
      <td>
        <Told text={row.from} />
      </td>
      <td>
        <Told text={row.to} />
      </td>
      <td>{row.expected === undefined ? "—" : <Told text={row.expected} />}</td>
    </tr>
  );
}

/** Chooses one inject, or no longer. */
export function Choice({
  id,
  chosen,
  choose,
}: Pick<ChoosingProps, "chosen" | "choose"> & { readonly id: string }): ReactNode {
  const say = useSay();
  const change = (): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <input type="checkbox" checked={chosen.has(id)} aria-label={say("exercises.choose", { id })} onChange={change} />
  );
}

/** How far the inject is, with why it came back or is held. */
export function Stage({ inject }: { readonly inject: InjectShown }): ReactNode {
  const name = useName();
  const attention = inject.stage === "held" || (inject.stage === "drafted" && inject.returned !== undefined);
  return (
    <>
      <span className={attention ? "chip chip--warn" : "chip chip--plain"}>
        {name(`option.injects.${inject.stage}`)}
      </span>
      {inject.result === undefined ? null : <p className="small">{name(`option.injects.${inject.result}`)}</p>}
      {(inject.returned ?? []).map((one) => (
        <p key={one.code} className="small">
          {name(`option.injects.${one.code}`)} {one.note === undefined ? null : <Told text={one.note} />}
        </p>
      ))}
      {inject.reason === undefined ? null : (
        <p className="small">
          <Told text={inject.reason} />
        </p>
      )}
    </>
  );
}

/** The day from D-day and the hour on the exercise's clock: `D+0 08:30`. */
export function ExerciseTime({ inject }: { readonly inject: InjectShown }): ReactNode {
  const say = useSay();
  const { day, time } = inject.row;
  if (day === undefined) return <>{time ?? "—"}</>;
  return (
    <>
      <bdi className="t">{say("exercises.day", { day: day < 0 ? `−${-day}` : `+${day}` })}</bdi>{" "}
      <bdi className="t">{time ?? ""}</bdi>
    </>
  );
}
