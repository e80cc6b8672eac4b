// The living table: a row a line, with its status, whose turn it is in the dossiers under it, who pays, and where.

import type { ReactNode } from "react";
import { domains } from "../../procedures/index.ts";
import { useName, useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  Empty,
  Num,
  ScrollBox,
  Sheet,
  Told,
  useAddressText,
  useDomainName,
  useIn,
  useSides,
  Who,
} from "../parts/index.ts";
import { DayRange } from "./day-range.tsx";
import { chosenLines, type ShownLine } from "./plan-lines.ts";

const headings = ["number", "activity", "days", "venue", "costs", "status", "dossiers", "turn"] as const;
const statuses = ["planned", "confirmed", "executed", "postponed", "cancelled"] as const;
const turns = ["own", "other", "late"] as const;

interface LineTableProps {
  readonly lines: readonly ShownLine[];
  readonly chosen: string | undefined;
  choose(line: string): void;
}

export function LineTable({ lines, chosen, choose }: LineTableProps): ReactNode {
  const say = useSay();
  const [text, status] = [useAddressText("q"), useAddressText("status")];
  const [domain, turn] = [useAddressText("domain"), useAddressText("turn")];
  const filter = { text: text.value, status: status.value, domain: domain.value, turn: turn.value };
  const rows = chosenLines(lines, filter);
  return (
    <Sheet
      title={<Words id="plans.lines" />}
      aside={
        <span className="small" role="status">
          <Words id="plans.shown" values={{ count: rows.length, all: lines.length }} />
        </span>
      }
    >
      <Filters text={text} status={status} domain={domain} turn={turn} />
      {rows.length === 0 ? (
        <Empty title={<Words id={lines.length === 0 ? "plans.lines.none" : "plans.lines.noneChosen"} />} />
      ) : (
        <ScrollBox label={say("plans.lines")}>
          <table className="tbl tbl--plan">
            <caption className="vh">{say("plans.lines")}</caption>
            <thead>
              <tr>
                {headings.map((one) => (
                  <th key={one} scope="col">
                    <Words id={`plans.column.${one}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <Row key={one.line.id} shown={one} open={one.line.id === chosen} choose={choose} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Sheet>
  );
}

type Filter = ReturnType<typeof useAddressText>;

interface FiltersProps {
  readonly text: Filter;
  readonly status: Filter;
  readonly domain: Filter;
  readonly turn: Filter;
}

function Filters({ text, status, domain, turn }: FiltersProps): ReactNode {
  const say = useSay();
  const name = useName();
  const domainName = useDomainName();
  return (
    <div className="sheet__body row row--wrap plan-filters noprint">
      <label className="field">
        <span>{say("plans.filter.text")}</span>
        <input className="input" type="search" value={text.value} onChange={(event) => text.set(event.target.value)} />
      </label>
      <Choice
        filter={status}
        name={say("plans.column.status")}
        options={statuses}
        says={(one) => name(`option.plan.${one}`)}
      />
      <Choice filter={domain} name={say("plans.filter.domain")} options={domains} says={domainName} />
      <Choice filter={turn} name={say("plans.column.turn")} options={turns} says={(one) => say(`plans.turn.${one}`)} />
    </div>
  );
}

interface ChoiceProps {
  readonly filter: Filter;
  readonly name: string;
  readonly options: readonly string[];
  says(option: string): string;
}

function Choice({ filter, name, options, says }: ChoiceProps): ReactNode {
  const say = useSay();
  return (
    <label className="field">
      <span>{name}</span>
      <select className="input" value={filter.value} onChange={(event) => filter.set(event.target.value)}>
        <option value="">{say("plans.filter.all")}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {says(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface RowProps {
  readonly shown: ShownLine;
  readonly open: boolean;
  choose(line: string): void;
}

function Row({ shown, open, choose }: RowProps): ReactNode {
  const read = useIn();
  const name = useName();
  const { line, status, by } = shown;
  return (
    <tr aria-selected={open}>
      <td>
        <Who party={by} /> <bdi className="t">{line.id}</bdi>
      </td>
      <td>
        <button type="button" className="linklike" aria-expanded={open} onClick={() => choose(open ? "" : line.id)}>
          <Told text={read(line.titles)} />
        </button>
        <p>{name(`option.plan.${line.form}`)}</p>
      </td>
      <td>
        <DayRange from={line.from} until={line.until} />
      </td>
      <td>
        {line.receiving === undefined ? null : <Who party={line.receiving} />}
        {line.venue === undefined ? null : (
          <p>
            <Told text={line.venue} />
          </p>
        )}
      </td>
      <td>{name(`option.plan.${line.costs}`)}</td>
      <td>
        <StatusChip status={status} />
      </td>
      <td className="n">
        <Num>{shown.dossiers.count}</Num>
      </td>
      <td>
        <Turn dossiers={shown.dossiers} />
      </td>
    </tr>
  );
}

export function StatusChip({ status }: { readonly status: ShownLine["status"] }): ReactNode {
  const name = useName();
  const late = status === "cancelled" || status === "postponed";
  return <span className={late ? "chip chip--warn" : "chip chip--plain"}>{name(`option.plan.${status}`)}</span>;
}

/** Whose turn it is in the open dossiers under the line, and the nearest deadline among them. */
function Turn({ dossiers }: { readonly dossiers: ShownLine["dossiers"] }): ReactNode {
  const { other } = useSides();
  return (
    <>
      {dossiers.own > 0 ? (
        <span className="chip chip--me">
          <Words id="plans.awaitsOwn" values={{ count: dossiers.own }} />
        </span>
      ) : null}
      {dossiers.other > 0 ? (
        <p>
          <Who party={other} /> <Num>{dossiers.other}</Num>
        </p>
      ) : null}
      {dossiers.due ? <DeadlineChip due={dossiers.due} /> : null}
    </>
  );
}
