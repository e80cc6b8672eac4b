// The annual plans, year by year; sessions of the joint committee beside them, where the plans are looked at.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { DossierList, PageHead, PlaceLink, usePageTitle, usePlaces, useProcedureName } from "../parts/index.ts";
import "./plans.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const name = useProcedureName();
  usePageTitle(say("plans.title"));
  return (
    <>
      <PageHead
        title={<Words id="plans.title" />}
        actions={
          <>
            <PlaceLink className="btn" to={places.opening("plan")}>
              <Words id="plans.call" />
            </PlaceLink>
            <PlaceLink className="btn" to={places.opening("committee")}>
              <Words id="plans.session" />
            </PlaceLink>
          </>
        }
      />
      {(["plan", "committee"] as const).map((procedure) => (
        <DossierList
          key={procedure}
          procedure={procedure}
          title={name(procedure)}
          none={<Words id={`plans.none.${procedure}`} />}
        />
      ))}
    </>
  );
}
