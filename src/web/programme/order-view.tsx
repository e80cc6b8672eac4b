// The running order for one audience, as it is printed: who may see which line and which of its fields is the
// procedure's to say. Print leaves everything else of the page away.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { type Audience, audiences, type OrderLine, runningOrder } from "../../procedures/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import { Empty, Icon, PlaceLink, Sheet, Told, useFieldName, useIn, useLevelName, usePlaces } from "../parts/index.ts";
import { useActLabel } from "./act-label.ts";
import type { ProgrammeShown } from "./programme-data.ts";
import { useWritten } from "./written.ts";

export interface OrderViewProps {
  readonly detail: DossierDetail;
  readonly data: ProgrammeShown;
  readonly audience: Audience;
  readonly zone: string;
}

export const isAudience = (text: string): text is Audience => audiences.some((one) => one === text);

export function OrderView({ detail, data, audience, zone }: OrderViewProps): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const lines = runningOrder(data, audience);
  return (
    <Sheet
      title={<Words id={`programme.audience.${audience}`} />}
      aside={
        <Button className="btn noprint" onPress={() => window.print()}>
          <Icon name="download" />
          <Words id="programme.print" />
        </Button>
      }
    >
      <PrintLabels detail={detail} />
      <nav className="tabs noprint" aria-label={say("programme.audiences")}>
        {audiences.map((one) => (
          <PlaceLink
            key={one}
            to={`${places.programme(detail.row.dossier)}?view=order&audience=${one}`}
            current={one === audience}
          >
            <Words id={`programme.audience.short.${one}`} />
          </PlaceLink>
        ))}
      </nav>
      <p className="sheet__body soft noprint">
        <Words id={`programme.audience.note.${audience}`} />
      </p>
      {lines.length === 0 ? (
        <Empty title={<Words id="programme.order.empty" />} />
      ) : (
        <ol className="order">
          {lines.map((line) => (
            <Line key={line.id} line={line} zone={zone} />
          ))}
        </ol>
      )}
    </Sheet>
  );
}

/** At head and foot of every printed page: the label of what is shown, in black. */
function PrintLabels({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const label = useActLabel(detail);
  const level = useLevelName();
  if (!label) return null;
  const text = `${level(label.classification)} · ${label.releasableTo.join(" · ")}`;
  return (
    <>
      <p className="printlabel" aria-hidden="true">
        {text}
      </p>
      <p className="printlabel printlabel--foot" aria-hidden="true">
        {text}
      </p>
    </>
  );
}

/** Said in the head of the line. */
const inHead: ReadonlySet<string> = new Set(["id", "titles", "start", "startsAt", "endsAt", "leavesAt", "minutes"]);
const notPrinted: ReadonlySet<string> = new Set(["confirmed", "source", "visit", "seating"]);

function Line({ line, zone }: { readonly line: OrderLine; readonly zone: string }): ReactNode {
  const dates = useDates();
  const read = useIn();
  const fieldName = useFieldName();
  const written = useWritten();
  const clock = (ms: number): string => dates.time(wallIn(zone, ms));
  const { startsAt, endsAt, leavesAt } = line;
  const details = Object.entries(line).filter(
    ([name, value]) => value !== undefined && !inHead.has(name) && !notPrinted.has(name),
  );
  return (
    <li className="order__line">
      <p className="order__time">
        {startsAt === undefined ? (
          <Words id="programme.noTime" />
        ) : (
          <bdi className="t">{endsAt === undefined ? clock(startsAt) : `${clock(startsAt)}–${clock(endsAt)}`}</bdi>
        )}
        {line.confirmed === false ? (
          <small>
            <Words id="programme.toConfirm" />
          </small>
        ) : null}
      </p>
      <div>
        <h3>{read(line.titles)}</h3>
        {leavesAt === undefined ? null : (
          <p>
            <Words id="programme.order.leaves" values={{ time: clock(leavesAt) }} />
          </p>
        )}
        {details.length === 0 ? null : (
          <dl className="particulars">
            {details.map(([name, value]) => (
              <div key={name}>
                <dt>{fieldName("programme", name)}</dt>
                <dd>
                  <Told text={written(value)} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
