// The communiqués and statements, each with where it stands, whose turn it is and the nearest deadline.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { DossierList, PageHead, PlaceLink, usePageTitle, usePlaces } from "../parts/index.ts";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  usePageTitle(say("communiques.title"));
  return (
    <>
      <PageHead
        title={<Words id="communiques.title" />}
        actions={
          <PlaceLink className="btn" to={places.opening("communique")}>
            <Words id="communiques.begin" />
          </PlaceLink>
        }
      />
      <DossierList
        procedure="communique"
        title={<Words id="communiques.list" />}
        none={<Words id="communiques.none" />}
      />
    </>
  );
}
