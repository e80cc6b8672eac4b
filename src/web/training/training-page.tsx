// The courses of the accord, each with whose turn it is and the nearest deadline.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { DossierList, PageHead, PlaceLink, usePageTitle, usePlaces } from "../parts/index.ts";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  usePageTitle(say("training.title"));
  return (
    <>
      <PageHead
        title={<Words id="training.title" />}
        actions={
          <PlaceLink className="btn" to={places.opening("course")}>
            <Words id="training.offer" />
          </PlaceLink>
        }
      />
      <DossierList procedure="course" title={<Words id="training.courses" />} none={<Words id="training.none" />} />
    </>
  );
}
