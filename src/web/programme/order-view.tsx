// The running order for one audience, as it is printed: who may see which line and which of its fields is the
// procedure's to say. Print leaves everything else of the page away.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { type Audience, audiences, type OrderLine, runningOrder } from "../../procedures/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import { Empty, Icon, PlaceLink, Sheet, useFieldName, useIn, usePlaces } from "../parts/index.ts";
import type { ProgrammeShown } from "./programme-data.ts";
import { useWritten } from "./written.ts";

export interface OrderViewProps {
  readonly dossier: string;
  readonly data: ProgrammeShown;
  readonly audience: Audience;
  readonly zone: string;
}

export const isAudience = (text: string): text is Audience => audiences.some((one) => one === text);

export function OrderView({ dossier, data, audience, zone }: OrderViewProps): ReactNode {
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
      <nav className="tabs noprint" aria-label={say("programme.audiences")}>
        {audiences.map((one) => (
          <PlaceLink
            key={one}
            to={`${places.programme(dossier)}?view=order&audience=${one}`}
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
          <dl className="facts">
            {details.map(([name, value]) => (
              <div key={name}>
                <dt>{fieldName("programme", name)}</dt>
                <dd>
                  <bdi>{written(value)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
