// What an article authorises: the procedures of its domains, with how many dossiers are open and whose turn they are.

import type { ReactNode } from "react";
import type { AccordDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useName, Words } from "../language/index.ts";
import { Icon, iconOf, PlaceLink, Seal, useLevelName, usePlaces, useProcedureName, useSides } from "../parts/index.ts";

interface AuthorisedProps {
  readonly article: AccordDetail["articles"][number] | undefined;
}

export function Authorised({ article }: AuthorisedProps): ReactNode {
  const accord = useAccordId();
  const { items } = useAsk("procedures", { params: { accord } });
  const name = useName();
  const levelName = useLevelName();
  if (article === undefined || article.domains.length === 0) {
    return (
      <div className="dom">
        <p>
          <Words id="accord.noDossier" />
        </p>
      </div>
    );
  }
  const procedures = items.filter((one) => article.domains.includes(one.rests));
  const without = article.domains.filter((domain) => !items.some((one) => one.rests === domain));
  return (
    <div className="dom">
      {procedures.map((one) => (
        <Opened key={one.name} procedure={one.name} />
      ))}
      {without.length === 0 ? null : <p>{without.map((domain) => name(`domain.${domain}`)).join(" · ")}</p>}
      {article.cap === undefined ? null : (
        <p className="small">
          <Words id="accord.cap" values={{ level: levelName(article.cap) }} />
        </p>
      )}
      {article.applies ? null : (
        <p className="small">
          <Words id="accord.notApplied" />
        </p>
      )}
    </div>
  );
}

function Opened({ procedure }: { readonly procedure: string }): ReactNode {
  const accord = useAccordId();
  const places = usePlaces();
  const procedureName = useProcedureName();
  const { other } = useSides();
  const { counts } = useAsk("accord", { params: { accord } });
  const { turns } = useAsk("overview", { params: { accord } });
  const open = counts.find((one) => one.procedure === procedure)?.open ?? 0;
  const turn = turns.find((one) => one.procedure === procedure);
  return (
    <div className="opened">
      <h3>
        <Icon name={iconOf(procedure)} />
        <PlaceLink to={places.dossiersOf(procedure)}>{procedureName(procedure)}</PlaceLink>
        <span className="n">
          <bdi className="t">{open}</bdi>
        </span>
      </h3>
      <p className="row row--wrap">
        {turn?.own ? (
          <span className="chip chip--me">
            <Words id="accord.turn.mine" values={{ count: turn.own }} />
          </span>
        ) : null}
        {turn?.other ? (
          <span className="chip">
            <Seal party={other} size="small" />
            <Words id="accord.turn.theirs" values={{ count: turn.other }} />
          </span>
        ) : null}
        {turn?.own || turn?.other ? null : <Words id="accord.turn.none" />}
      </p>
    </div>
  );
}
