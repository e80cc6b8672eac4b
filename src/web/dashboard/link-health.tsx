// The link in four figures: the last exchange, the acts that both sides hold, what waits to go, whether the registers
// agree.

import type { ReactNode } from "react";
import { useAccordId, useAsk } from "../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import { headHex, Num, PlaceLink, Sheet, useNow, useOwnClock, usePlaces, useSides } from "../parts/index.ts";

export function LinkHealth(): ReactNode {
  const accord = useAccordId();
  const link = useAsk("link", { params: { accord } });
  const { registers } = useAsk("accord", { params: { accord } });
  const { own, other } = useSides();
  const places = usePlaces();
  const clock = useOwnClock();
  const dates = useDates();
  const now = useNow();
  const held = [own, other].map((party) => registers[party]?.heldByBoth ?? 0);
  const contact = link.lastContact;
  const root = registers[own]?.root ?? "";
  return (
    <Sheet
      title={<Words id="dashboard.link" />}
      aside={
        <PlaceLink className="small" to={places.link}>
          <Words id="dashboard.linkMore" />
        </PlaceLink>
      }
    >
      <div className="health">
        <div>
          <b>{contact === undefined ? "–" : <bdi className="t">{dates.time(clock(contact))}</bdi>}</b>
          <Words id="dashboard.lastContact" />
          <small>{contact === undefined ? null : dates.distance(Date.parse(contact) - now)}</small>
        </div>
        <div>
          <b>
            <Num>{held.reduce((sum, one) => sum + one, 0)}</Num>
          </b>
          <Words id="dashboard.held" />
          <small>
            <bdi className="mono">
              {headHex(root)
                .slice(0, 8)
                .replace(/(.{4})(?=.)/, "$1 ")}
            </bdi>
          </small>
        </div>
        <div>
          <b>
            <Num>{link.queue}</Num>
          </b>
          <Words id="dashboard.queue" values={{ count: link.queue }} />
          <small>
            <Words id={link.queue === 0 ? "dashboard.queueEmpty" : "dashboard.queueWaits"} />
          </small>
        </div>
        <div>
          <b>
            <Words id={`dashboard.state.${link.state}`} />
          </b>
          <Words id="dashboard.agreement" />
          <small>
            <Words id={link.stopped === undefined ? "dashboard.noDivergence" : "dashboard.divergence"} />
          </small>
        </div>
      </div>
    </Sheet>
  );
}
