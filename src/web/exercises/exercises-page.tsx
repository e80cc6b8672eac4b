// The joint exercises and their main events lists, each with whose turn it is and the nearest deadline.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { DossierList, PageHead, PlaceLink, usePageTitle, usePlaces, useProcedureName } from "../parts/index.ts";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const procedure = useProcedureName();
  usePageTitle(say("exercises.title"));
  return (
    <>
      <PageHead
        title={<Words id="exercises.title" />}
        actions={
          <>
            <PlaceLink className="btn" to={places.opening("exercise")}>
              <Words id="exercises.propose" />
            </PlaceLink>
            <PlaceLink className="btn" to={places.opening("injects")}>
              <Words id="exercises.openList" />
            </PlaceLink>
          </>
        }
      />
      <DossierList procedure="exercise" title={<Words id="exercises.title" />} none={<Words id="exercises.none" />} />
      <DossierList procedure="injects" title={procedure("injects")} none={<Words id="exercises.noList" />} />
    </>
  );
}
