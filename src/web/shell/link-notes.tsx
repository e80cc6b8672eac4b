// What the reader must know above any page: the link is down, the registers differ, the node does not answer. Writing
// and signing go on where they can, and the note says so.

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { RouteOutput } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import { Icon, PlaceLink, useOwnClock, usePlaces } from "../parts/index.ts";
import { useStream } from "./stream.ts";

/** An act that waits so long while nothing is heard of the other side is told, before the node itself gives up. */
const stallMs = 10_000;

export function LinkNotes(): ReactNode {
  const accord = useAccordId();
  const stream = useStream();
  const { data: link, isError } = useQuery(queryOf("link", { params: { accord } }));
  const places = usePlaces();
  const clock = useOwnClock();
  const dates = useDates();
  const stalled = useStalled(link);
  if (stream === "waiting" && isError) return <NodeDown />;
  if (link === undefined) return null;
  if (link.state === "stopped") {
    return (
      <div className="err on-ink" role="alert">
        <h2>
          <Words id="shell.stopped" />
        </h2>
        <div className="err__body">
          <p>
            <Words id="shell.stoppedSafe" />
          </p>
        </div>
        <PlaceLink className="btn" to={places.link}>
          <Words id="shell.seeLink" />
        </PlaceLink>
      </div>
    );
  }
  if (link.state === "recovering") {
    return (
      <div className="note" role="status">
        <h2>
          <Icon name="warning" />
          <Words id="shell.recovering" />
        </h2>
        <p>
          <Words id="shell.recoveringSafe" />
        </p>
      </div>
    );
  }
  if (link.lastError === undefined && !stalled) return null;
  const since = link.lastContact === undefined ? undefined : clock(link.lastContact);
  return (
    <div className="note" role="status">
      <h2>
        <Icon name="warning" />
        <span>
          {since === undefined ? (
            <Words id="shell.linkDown" />
          ) : (
            <Words id="shell.linkDownSince" values={{ day: dates.day(since), time: dates.time(since) }} />
          )}
        </span>
      </h2>
      <p>
        <Words id="shell.linkDownSafe" values={{ count: link.queue }} />{" "}
        <PlaceLink to={places.link}>
          <Words id="shell.seeLink" />
        </PlaceLink>
      </p>
    </div>
  );
}

/** Whether acts wait to go and the other side is not heard: a line may fall silent without an error. */
function useStalled(link: RouteOutput<"link"> | undefined): boolean {
  const waiting = link !== undefined && link.queue > 0;
  const heard = link?.lastContact;
  const [stalled, setStalled] = useState<string>();
  const now = `${waiting} ${heard}`;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setStalled(now), stallMs);
    return () => clearTimeout(timer);
  }, [waiting, now]);
  return waiting && stalled === now;
}

function NodeDown(): ReactNode {
  return (
    <div className="note" role="status">
      <h2>
        <Icon name="warning" />
        <Words id="shell.nodeDown" />
      </h2>
      <p>
        <Words id="shell.nodeDownSafe" />
      </p>
    </div>
  );
}
