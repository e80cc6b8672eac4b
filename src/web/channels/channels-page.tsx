// The channels and all that goes by them. From here an officer opens a channel, asks, sends, reports, and releases what
// a colleague has written.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { PageHead, Part, PlaceLink, Sheet, usePageTitle, usePlaces } from "../parts/index.ts";
import { ChannelCards } from "./channel-cards.tsx";
import { DraftsSheet } from "./drafts-sheet.tsx";
import { Filters } from "./filters.tsx";
import { ThreadTable } from "./thread-table.tsx";
import "./channels.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  usePageTitle(say("channels.title"));
  return (
    <>
      <PageHead
        kicker={<Words id="channels.kicker" />}
        title={<Words id="channels.title" />}
        actions={
          <>
            <PlaceLink to={`${places.channels}/new/request`} className="btn btn--primary">
              <Words id="channels.new.request" />
            </PlaceLink>
            <PlaceLink to={`${places.channels}/new/dispatch`} className="btn">
              <Words id="channels.new.dispatch" />
            </PlaceLink>
            <PlaceLink to={`${places.channels}/new/incident`} className="btn">
              <Words id="channels.new.incident" />
            </PlaceLink>
            <PlaceLink to={`${places.channels}/open`} className="btn">
              <Words id="channels.open" />
            </PlaceLink>
          </>
        }
      />
      <div className="stack stack--wide">
        <Part>
          <ChannelCards />
        </Part>
        <Part>
          <DraftsSheet />
        </Part>
        <Sheet title={<Words id="channels.threads" />}>
          <div className="sheet__body">
            <Part>
              <Filters />
            </Part>
          </div>
          <Part>
            <ThreadTable />
          </Part>
        </Sheet>
      </div>
    </>
  );
}
