// When it may be out and who has it out: the hour on both sides' clocks, an early text elsewhere, corrections, and the
// kill notice.

import type { ReactNode } from "react";
import type { CommuniqueData } from "../../procedures/index.ts";
import { languageName, useDates, useSay, Words, wallIn } from "../language/index.ts";
import { Edge, Sheet, Told, useIn, usePartyName, useSides, Who } from "../parts/index.ts";

export function HourSheet({ data }: { readonly data: CommuniqueData }): ReactNode {
  const { embargo, intended, simultaneous, breach, killed, said, corrections, observations } = data;
  const hour = embargo ?? intended;
  const released = Object.entries(data.released);
  const read = useIn();
  const say = useSay();
  const nothing = !hour && !said && !killed && released.length === 0 && observations.length === 0;
  if (nothing) return null;
  return (
    <Sheet title={<Words id="communiques.out" />}>
      <div className="sheet__body stack">
        {hour ? (
          <p>
            <b>
              <Words id={embargo ? "communiques.embargo" : "communiques.intended"} />
            </b>{" "}
            <Clocks at={hour.ms} /> {simultaneous ? <Words id="communiques.simultaneous" /> : null}
          </p>
        ) : null}
        {said ? (
          <p>
            <Words id="communiques.said" />{" "}
            <Told text={[said.source, said.medium, said.on].filter(Boolean).join(" · ")} />
          </p>
        ) : null}
        {released.map(([party, { at, address }]) => (
          <p key={party} className="row row--wrap">
            <Who party={party} /> <Words id="communiques.released" /> <Clocks at={at} />
            {address === undefined ? null : <Told text={address} />}
          </p>
        ))}
        {breach ? (
          <Edge party={breach.by}>
            <p>
              <Words id="communiques.breach" /> <Clocks at={Date.parse(breach.at)} /> <Told text={breach.address} />
            </p>
          </Edge>
        ) : null}
        {corrections.map((one) => (
          <p key={`${one.language} ${one.at}`}>
            <Words id="communiques.corrected" values={{ language: languageName(one.language) }} />{" "}
            <Clocks at={one.at} /> <Told text={read(one.notice)} />
          </p>
        ))}
        {observations.map((one) => (
          <Edge key={one.at} party={one.by}>
            <p>
              <Who party={one.by} /> <Words id="communiques.observed" /> <Clocks at={one.at} />
            </p>
          </Edge>
        ))}
        {killed ? (
          <div className="note note--ink" role="note" aria-label={say("communiques.killed")}>
            <p>
              <b>
                <Words id="communiques.killed" />
              </b>{" "}
              <Who party={killed.by} /> <Clocks at={killed.at} />
            </p>
            <p>
              <Told text={killed.reason} />
            </p>
          </div>
        ) : null}
      </div>
    </Sheet>
  );
}

/** An instant on both sides' clocks. */
function Clocks({ at }: { readonly at: number }): ReactNode {
  const { parties } = useSides();
  const name = usePartyName();
  const dates = useDates();
  return (
    <span className="clocks">
      {parties.map(({ party, zone }) => {
        const wall = wallIn(zone, at);
        return (
          <span key={party} className="clocks__one">
            {name(party)} <bdi className="t">{dates.day(wall)}</bdi> <bdi className="t">{dates.time(wall)}</bdi>
          </span>
        );
      })}
    </span>
  );
}
