// The link as an officer looks at it: how it stands, both registers with their heads, both cards, and after a stop the
// evidence, for a third party to check.

import type { ReactNode } from "react";
import type { AccordDetail, LinkDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useDates, useSay, Words } from "../language/index.ts";
import {
  Edge,
  ErrorPanel,
  headHex,
  Num,
  PageHead,
  RefusalWordsOf,
  ScrollBox,
  Sheet,
  useIn,
  useNow,
  useOwnClock,
  usePageTitle,
  usePartyName,
  Who,
} from "../parts/index.ts";
import { TryAgain } from "./try-again.tsx";

export function Page(): ReactNode {
  const accord = useAccordId();
  const link = useAsk("link", { params: { accord } });
  const detail = useAsk("accord", { params: { accord } });
  const say = useSay();
  usePageTitle(say("link.title"));
  return (
    <>
      <PageHead
        title={<Words id={`link.head.${link.state}`} />}
        kicker={<Words id="link.title" />}
        sub={<LastContact link={link} />}
        actions={<TryAgain stopped={link.state === "stopped"} />}
      />
      <Problems link={link} />
      <div className="dash">
        <Registers detail={detail} queue={link.queue} />
        <Facts link={link} />
      </div>
      <Cards detail={detail} />
    </>
  );
}

function LastContact({ link }: { readonly link: LinkDetail }): ReactNode {
  const clock = useOwnClock();
  const dates = useDates();
  const now = useNow();
  if (link.lastContact === undefined) return <Words id="link.never" />;
  const wall = clock(link.lastContact);
  return (
    <span>
      <Words
        id="link.lastContact"
        values={{
          day: <bdi className="t">{dates.day(wall)}</bdi>,
          time: <bdi className="t">{dates.time(wall)}</bdi>,
          ago: dates.distance(Date.parse(link.lastContact) - now),
        }}
      />
    </span>
  );
}

function Problems({ link }: { readonly link: LinkDetail }): ReactNode {
  const clock = useOwnClock();
  const dates = useDates();
  const { stopped, lastError } = link;
  if (stopped !== undefined) {
    const wall = clock(stopped.at);
    return (
      <ErrorPanel title={<Words id="link.stopped" values={{ day: dates.day(wall), time: dates.time(wall) }} />}>
        <RefusalWordsOf refusal={stopped.refusal} />
        {link.evidence === undefined ? null : (
          <p>
            <a className="btn" href={link.evidence} download="evidence.txt">
              <Words id="link.evidence" />
            </a>
          </p>
        )}
        <p>
          <Words id="link.evidenceHint" />
        </p>
      </ErrorPanel>
    );
  }
  if (lastError === undefined) return null;
  return (
    <div className="note" role="status">
      <h2>
        <Words id="link.lastError" />
      </h2>
      <RefusalWordsOf refusal={lastError} />
    </div>
  );
}

/** Each side's register: how many acts, how many both hold, and its head. */
function Registers({ detail, queue }: { readonly detail: AccordDetail; readonly queue: number }): ReactNode {
  const say = useSay();
  return (
    <Sheet title={<Words id="link.registers" />}>
      <ScrollBox label={say("link.registers")}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">
                <Words id="link.register" />
              </th>
              <th scope="col" className="n">
                <Words id="link.size" />
              </th>
              <th scope="col" className="n">
                <Words id="link.held" />
              </th>
              <th scope="col">
                <Words id="link.root" />
              </th>
            </tr>
          </thead>
          <tbody>
            {[detail.own, detail.other].map((party) => {
              const register = detail.registers[party];
              return (
                <tr key={party}>
                  <th scope="row">
                    <Who party={party} />
                  </th>
                  <td className="n">
                    <Num>{register?.size ?? 0}</Num>
                  </td>
                  <td className="n">
                    <Num>{register?.heldByBoth ?? 0}</Num>
                  </td>
                  <td>
                    <bdi className="mono mono--wrap">
                      {register === undefined ? null : grouped(headHex(register.root))}
                    </bdi>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      <p className="sheet__body small soft">
        <Words id="link.queue" values={{ count: queue }} />
      </p>
    </Sheet>
  );
}

/** In fours, as a fingerprint is read aloud. */
function grouped(hex: string): string {
  return hex.replaceAll(/(.{4})(?=.)/g, "$1 ");
}

function Facts({ link }: { readonly link: LinkDetail }): ReactNode {
  const name = usePartyName();
  return (
    <Sheet title={<Words id="link.peer" />}>
      <dl className="pairs sheet__body">
        <dt>
          <Words id="link.party" />
        </dt>
        <dd>{name(link.peer.party)}</dd>
        <dt>
          <Words id="link.address" />
        </dt>
        <dd>
          <bdi className="mono mono--wrap">{link.peer.address}</bdi>
        </dd>
        <dt>
          <Words id="link.state" />
        </dt>
        <dd>
          <Words id={`link.state.${link.state}`} />
        </dd>
      </dl>
    </Sheet>
  );
}

/** Both sides' cards, with the fingerprint that was compared by voice. */
function Cards({ detail }: { readonly detail: AccordDetail }): ReactNode {
  const read = useIn();
  const ordered = [detail.own, detail.other].flatMap((party) => detail.parties.filter((side) => side.party === party));
  return (
    <Sheet
      title={<Words id="link.cards" />}
      aside={<span className="small muted">{<Words id="link.cardsHint" />}</span>}
    >
      <div className="deleg">
        {ordered.map((side) => (
          <div key={side.party}>
            <Edge party={side.party}>
              <h3>
                <Who party={side.party} />
              </h3>
              <dl className="pairs">
                <dt>
                  <Words id="link.name" />
                </dt>
                <dd>{read(side.names)}</dd>
                <dt>
                  <Words id="link.address" />
                </dt>
                <dd>
                  <bdi className="mono mono--wrap">{side.address}</bdi>
                </dd>
                <dt>
                  <Words id="link.zone" />
                </dt>
                <dd>
                  <bdi className="mono">{side.zone}</bdi>
                </dd>
                <dt>
                  <Words id="link.weekend" />
                </dt>
                <dd>
                  <Weekend days={side.weekend} />
                </dd>
                <dt>
                  <Words id="link.fingerprint" />
                </dt>
                <dd>
                  <bdi className="mono mono--wrap">{side.fingerprint}</bdi>
                </dd>
              </dl>
            </Edge>
          </div>
        ))}
      </div>
    </Sheet>
  );
}

/** 3 January 2000 was a Monday: the first day of the week, as ISO 8601 counts them. */
const monday = Date.UTC(2000, 0, 3);

function Weekend({ days }: { readonly days: readonly number[] }): ReactNode {
  const dates = useDates();
  return days.map((day) => dates.weekdayName({ at: monday + (day - 1) * 86_400_000, zone: "UTC" })).join(" · ");
}
