// Two lists of one anatomy, both by deadline: at the start what awaits this side, with the step it can take; at the end
// what awaits the other.

import type { ReactNode } from "react";
import type { AwaitingDossier, Overview } from "../../api/index.ts";
import { useChanges } from "../api/index.ts";
import { useDates, useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  DossierTitle,
  Empty,
  Label,
  Num,
  PlaceLink,
  placeOfDossier,
  Sheet,
  useNow,
  usePlaces,
  useProcedureName,
  useSides,
  useStateName,
  useStepName,
  When,
  Who,
} from "../parts/index.ts";

interface TurnListsProps {
  readonly overview: Overview;
  readonly counts: { readonly mine: number; readonly theirs: number };
}

export function TurnLists({ overview, counts }: TurnListsProps): ReactNode {
  const { other } = useSides();
  return (
    <div className="dash">
      <Sheet
        mine
        mark={
          <span className="count">
            <Num>{counts.mine}</Num>
          </span>
        }
        title={<Words id="dashboard.mine" />}
        aside={
          <span className="chip chip--plain">
            <Words id="dashboard.byDeadline" />
          </span>
        }
      >
        {overview.own.length === 0 ? <NothingMine overview={overview} /> : null}
        {overview.own.map((item, i) => (
          <MyTask key={item.row.dossier} item={item} first={i === 0} />
        ))}
        <More shown={overview.own.length} all={counts.mine} turn="own" />
      </Sheet>
      <Sheet
        mark={
          <span className="count">
            <Num>{counts.theirs}</Num>
          </span>
        }
        title={<Words id="dashboard.other" />}
        aside={<Who party={other} />}
      >
        {overview.other.length === 0 ? <Empty title={<Words id="dashboard.nothingTheirs" />} /> : null}
        {overview.other.map((item) => (
          <TheirTask key={item.row.dossier} item={item} />
        ))}
        <More shown={overview.other.length} all={counts.theirs} turn="other" />
      </Sheet>
    </div>
  );
}

/** That nothing waits, and the next date that is known. */
function NothingMine({ overview }: { readonly overview: Overview }): ReactNode {
  const [next] = overview.due;
  return (
    <Empty title={<Words id="dashboard.nothingMine" />}>
      {next?.due === undefined ? null : (
        <p className="soft">
          <Words
            id="dashboard.nextDate"
            values={{ title: <DossierTitle row={next} />, day: <When local={next.due.local} only="day" /> }}
          />
        </p>
      )}
    </Empty>
  );
}

/** The procedure and the articles it stands under; "new" where the other side has acted since the page was opened. */
function Under({ item }: { readonly item: AwaitingDossier }): ReactNode {
  const procedureName = useProcedureName();
  const changes = useChanges();
  const { row, articles } = item;
  const name = procedureName(row.procedure);
  return (
    <>
      <Label label={item.label} />
      <span>
        {articles.length === 0 ? (
          name
        ) : (
          <Words
            id="dashboard.under"
            values={{ procedure: name, count: articles.length, articles: <bdi>{articles.join(", ")}</bdi> }}
          />
        )}
      </span>
      {changes.some((change) => change.dossier === row.dossier) ? (
        <span className="chip chip--new">
          <Words id="dashboard.new" />
        </span>
      ) : null}
    </>
  );
}

function MyTask({ item, first }: { readonly item: AwaitingDossier; readonly first: boolean }): ReactNode {
  const places = usePlaces();
  const stepName = useStepName();
  const say = useSay();
  const { row, step } = item;
  const place = placeOfDossier(places, row);
  return (
    <article className="task">
      <h3>
        <PlaceLink to={place}>
          <DossierTitle row={item.row} />
        </PlaceLink>
      </h3>
      <div className="meta">
        <Under item={item} />
      </div>
      <div className="act">
        {row.due === undefined ? <span className="muted small">{say("dashboard.noDeadline")}</span> : null}
        {row.due === undefined ? null : <DeadlineChip due={row.due} />}
        {step === undefined ? null : (
          <PlaceLink className={first ? "btn btn--primary" : "btn"} to={`${place}?step=${step.name}`}>
            {stepName(row.procedure, step.name)}
            <span className="vh">
              {" : "}
              <DossierTitle row={item.row} />
            </span>
          </PlaceLink>
        )}
      </div>
    </article>
  );
}

function TheirTask({ item }: { readonly item: AwaitingDossier }): ReactNode {
  const places = usePlaces();
  const stateName = useStateName();
  const stepName = useStepName();
  const dates = useDates();
  const now = useNow();
  const { row, step } = item;
  return (
    <article className="task task--plain">
      <h3>
        <PlaceLink to={placeOfDossier(places, row)}>
          <DossierTitle row={item.row} />
        </PlaceLink>
      </h3>
      <div className="meta">
        <Under item={item} />
        <span>{step === undefined ? stateName(row.procedure, row.state) : stepName(row.procedure, step.name)}</span>
        {row.due === undefined ? (
          <span>{dates.distance(Date.parse(row.changedAt) - now)}</span>
        ) : (
          <DeadlineChip due={row.due} />
        )}
      </div>
    </article>
  );
}

interface MoreProps {
  readonly shown: number;
  readonly all: number;
  readonly turn: "own" | "other";
}

/** To the whole list, where there is more than the page shows. */
function More({ shown, all, turn }: MoreProps): ReactNode {
  const places = usePlaces();
  const sides = useSides();
  if (all <= shown) return null;
  return (
    <div className="task task--plain">
      <PlaceLink to={`${places.dossiers}?turn=${sides[turn]}`}>
        <Words id="dashboard.all" values={{ count: all, shown: <Num>{all}</Num> }} />
      </PlaceLink>
    </div>
  );
}
