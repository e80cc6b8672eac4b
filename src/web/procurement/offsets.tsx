// What is owed in return for a purchase: the offset obligations that name it, each with its balance.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type OffsetData, offsetAccount } from "../../procedures/index.ts";
import { queryOf, useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { DossierTitle, ErrorOf, Loading, PlaceLink, Sheet, usePlaces, useStateName } from "../parts/index.ts";
import { Sum } from "./case-money.tsx";

/** Obligations that are looked through for those of this purchase. */
const most = 50;

export function Offsets({ purchase }: { readonly purchase: string }): ReactNode {
  const accord = useAccordId();
  const list = useQuery(queryOf("dossiers", { params: { accord }, query: { procedure: "offset", limit: most } }));
  return (
    <Sheet title={<Words id="procurement.offsets" />}>
      {list.isPending ? <Loading /> : null}
      {list.error ? <ErrorOf error={list.error} again={() => void list.refetch()} /> : null}
      <div className="sheet__body stack">
        <p>
          <Words id="procurement.offsets.about" />
        </p>
        {(list.data?.items ?? []).map(({ dossier }) => (
          <Obligation key={dossier} dossier={dossier} purchase={purchase} />
        ))}
      </div>
    </Sheet>
  );
}

const figures = ["obligation", "credited", "balance", "guarantee"] as const;

function Obligation({ dossier, purchase }: { readonly dossier: string; readonly purchase: string }): ReactNode {
  const accord = useAccordId();
  const places = usePlaces();
  const stateName = useStateName();
  const { row, data } = useAsk("dossier", { params: { accord, dossier } });
  const offset = parseOffset(data);
  const account = offsetAccount(offset);
  if (!account || offset.obligation?.case !== purchase) return null;
  return (
    <article>
      <h3 className="row row--wrap">
        <PlaceLink to={places.dossier(dossier)}>
          <DossierTitle row={row} />
        </PlaceLink>
        <span className="chip chip--plain">{stateName("offset", row.state)}</span>
      </h3>
      <dl className="facts">
        {figures.map((one) => (
          <div key={one}>
            <dt>
              <Words id={`procurement.offset.${one}`} />
            </dt>
            <dd>
              <Sum amount={account[one]} currency={account.currency} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** The data of an obligation as the node tells it: of the form its procedure gives it. */
function parseOffset(data: unknown): OffsetData {
  return data as OffsetData;
}
