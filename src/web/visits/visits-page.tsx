// Requests for visit as a list or on a calendar; what is filtered and shown stands in the address.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { PageHead, PlaceLink, useAddressText, usePageTitle, usePlaces } from "../parts/index.ts";
import { CalendarView } from "./calendar-view.tsx";
import { SectionTabs } from "./section-tabs.tsx";
import { VisitList } from "./visit-list.tsx";
import "./visits.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const view = useAddressText("view").value === "calendar" ? "calendar" : "list";
  usePageTitle(say(view === "calendar" ? "visits.section.calendar" : "visits.title"));
  return (
    <>
      <PageHead
        title={<Words id="visits.title" />}
        actions={
          <>
            <PlaceLink className="btn btn--primary" to={`${places.visits}/new`}>
              <Words id="visits.new" />
            </PlaceLink>
            <PlaceLink className="btn" to={`${places.visits}/emergency`}>
              <Words id="visits.newEmergency" />
            </PlaceLink>
          </>
        }
      />
      <SectionTabs current={view} />
      {view === "calendar" ? <CalendarView /> : <VisitList />}
    </>
  );
}
