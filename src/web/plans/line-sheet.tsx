// One line of the plan, whole: everything its form holds, the dossiers that carry it out, and the opening of another
// one from it.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { DossierRow, PlanTable } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { useName, useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  DossierTitle,
  ErrorOf,
  Icon,
  iconOf,
  Loading,
  PlaceLink,
  placeOfDossier,
  Sheet,
  Told,
  useDomainName,
  useFieldName,
  useIn,
  useLevelName,
  usePartyName,
  usePlaces,
  useProcedureName,
  useSides,
  useStateName,
} from "../parts/index.ts";
import { DayRange } from "./day-range.tsx";
import { StatusChip } from "./line-table.tsx";
import { type ShownLine, sendingSide } from "./plan-lines.ts";

interface LineSheetProps {
  readonly table: PlanTable;
  readonly shown: ShownLine;
  close(): void;
}

export function LineSheet({ table, shown, close }: LineSheetProps): ReactNode {
  const read = useIn();
  const { line, status, note } = shown;
  return (
    <Sheet
      title={<Told text={`${line.id} · ${read(line.titles)}`} />}
      aside={
        <>
          <StatusChip status={status} />
          <Button className="btn" onPress={close}>
            <Words id="plans.line.close" />
          </Button>
        </>
      }
    >
      <div className="sheet__body stack">
        <Facts shown={shown} />
        {note === undefined ? null : (
          <p>
            <Told text={note} />
          </p>
        )}
        <LineSteps table={table} shown={shown} />
        <h3>
          <Words id="plans.line.dossiers" />
        </h3>
        <Dossiers table={table} line={line.id} />
        <OpenFrom table={table} line={line.id} />
      </div>
    </Sheet>
  );
}

function Facts({ shown }: { readonly shown: ShownLine }): ReactNode {
  const { line } = shown;
  const { own, other } = useSides();
  const name = useName();
  const field = useFieldName();
  const party = usePartyName();
  const domainName = useDomainName();
  const level = useLevelName();
  const say = useSay();
  const sending = sendingSide(line, [own, other]);
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    ["domain", domainName(line.domain)],
    ["form", name(`option.plan.${line.form}`)],
    ["costs", name(`option.plan.${line.costs}`)],
    ["receiving", line.receiving === undefined ? undefined : party(line.receiving)],
    ["from", <DayRange key="days" from={line.from} until={line.until} />],
    ["venue", line.venue === undefined ? undefined : <Told key="venue" text={line.venue} />],
    ["participants", line.participants],
    ["modalities", line.modalities === undefined ? undefined : <Told key="modalities" text={line.modalities} />],
    ["level", line.level === undefined ? undefined : level(line.level)],
    ["languages", line.languages?.join(" · ")],
    [
      "interpretation",
      line.interpretation === undefined ? undefined : say(`plans.${line.interpretation ? "yes" : "no"}`),
    ],
  ];
  return (
    <dl className="plan-facts">
      {facts.map(([key, value]) =>
        value === undefined ? null : (
          <div key={key}>
            <dt>{key === "from" ? say("plans.column.days") : field("plan", key)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {sending === undefined ? null : (
        <div>
          <dt>{say("plans.line.sending")}</dt>
          <dd>{party(sending)}</dd>
        </div>
      )}
      {Object.entries(line.leads ?? {}).map(([side, lead]) => (
        <div key={side}>
          <dt>{say("plans.line.lead", { party: party(side) })}</dt>
          <dd>
            <Told text={lead} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Steps about a line have their forms on the dossier's own page. */
function LineSteps({ table, shown }: Pick<LineSheetProps, "table" | "shown">): ReactNode {
  const places = usePlaces();
  const name = useName();
  const { state, dossier } = table.row;
  const steps =
    state === "executing" || state === "reporting"
      ? ["reportStatus", ...(state === "executing" ? ["proposeChange"] : [])]
      : state === "proposing" || state === "harmonising"
        ? ["changeLine", "dropLine"]
        : [];
  const ended = shown.status === "executed" || shown.status === "cancelled";
  if (ended || steps.length === 0) return null;
  return (
    <div className="row row--wrap">
      {steps.map((step) => (
        <PlaceLink key={step} className="btn" to={`${places.dossier(dossier)}?step=${step}`}>
          {name(`step.plan.${step}`)}
        </PlaceLink>
      ))}
    </div>
  );
}

function Dossiers({ table, line }: { readonly table: PlanTable; readonly line: string }): ReactNode {
  const accord = useAccordId();
  const { dossier } = table.row;
  const under = useQuery(queryOf("planLineDossiers", { params: { accord, dossier, line } }));
  if (under.isPending) return <Loading />;
  if (under.error) return <ErrorOf error={under.error} again={() => void under.refetch()} />;
  const { items, hidden } = under.data;
  return (
    <>
      {items.length === 0 && hidden === 0 ? (
        <p className="soft">
          <Words id="plans.line.noDossier" />
        </p>
      ) : null}
      <ul className="stack">
        {items.map((row) => (
          <DossierItem key={row.dossier} row={row} />
        ))}
      </ul>
      {hidden > 0 ? (
        <p className="small muted">
          <Words id="plans.line.hidden" values={{ count: hidden }} />
        </p>
      ) : null}
    </>
  );
}

function DossierItem({ row }: { readonly row: DossierRow }): ReactNode {
  const places = usePlaces();
  const { own } = useSides();
  const procedureName = useProcedureName();
  const stateName = useStateName();
  return (
    <li className="row row--wrap">
      <Icon name={iconOf(row.procedure)} />
      <PlaceLink to={placeOfDossier(places, row)}>{procedureName(row.procedure)}</PlaceLink>
      <DossierTitle row={row} />
      <span className="small muted">{stateName(row.procedure, row.state)}</span>
      {row.turn.some((party) => party === own) ? (
        <span className="chip chip--me">
          <Words id="parts.yourTurn" />
        </span>
      ) : null}
      {row.due ? <DeadlineChip due={row.due} /> : null}
    </li>
  );
}

/** Procedures that carry nothing out by themselves: the accord, its keys and tables, the plan. */
const besides: ReadonlySet<string> = new Set([
  "accord",
  "designation",
  "contest",
  "equivalence",
  "retention",
  "plan",
  "channel",
]);
const linked: ReadonlySet<string> = new Set(["harmonising", "agreed", "executing", "reporting"]);

/** Opens a dossier of any part of the accord and puts it under the line. */
function OpenFrom({ table, line }: { readonly table: PlanTable; readonly line: string }): ReactNode {
  const accord = useAccordId();
  const places = usePlaces();
  const procedureName = useProcedureName();
  const procedures = useQuery(queryOf("procedures", { params: { accord } })).data?.items ?? [];
  const { state, dossier } = table.row;
  if (!linked.has(state)) return null;
  const from = encodeURIComponent(`${dossier}.${line}`);
  return (
    <>
      <h3>
        <Words id="plans.line.open" />
      </h3>
      <div className="row row--wrap">
        {procedures
          .filter(({ name }) => !besides.has(name))
          .map(({ name }) => (
            <PlaceLink key={name} className="btn" to={`${places.opening(name)}?planLine=${from}`}>
              {procedureName(name)}
            </PlaceLink>
          ))}
        <PlaceLink className="btn" to={`${places.dossier(dossier)}?step=link`}>
          <Words id="plans.line.link" />
        </PlaceLink>
      </div>
    </>
  );
}
