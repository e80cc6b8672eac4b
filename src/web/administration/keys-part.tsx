// The keys of this side's services: which count by the designations, which are held on this node, and what is sealed to
// keys that count no more.

import type { ReactNode } from "react";
import type { ServiceKeys } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Empty, PlaceLink, Sheet, usePlaces, useServiceName, useSides } from "../parts/index.ts";

type Service = ServiceKeys["services"][number];

export function KeysPart(): ReactNode {
  const accord = useAccordId();
  const keys = useAsk("serviceKeys", { params: { accord } });
  return (
    <>
      <Sheet title={<Words id="administration.keys.reseal" />}>
        <div className="sheet__body stack">
          <p>
            <Words id="administration.keys.outdated" values={{ count: keys.outdated, all: keys.documents }} />
          </p>
          {keys.outdated === 0 ? null : (
            <p className="small">
              <Words
                id="administration.keys.how"
                values={{ command: <bdi className="mono">{"entente service reseal"}</bdi> }}
              />
            </p>
          )}
          {keys.whole ? null : (
            <p className="small muted">
              <Words id="administration.keys.notAll" />
            </p>
          )}
        </div>
      </Sheet>
      {keys.services.map((service) => (
        <ServiceSheet key={service.service} service={service} />
      ))}
    </>
  );
}

function ServiceSheet({ service }: { readonly service: Service }): ReactNode {
  const { own } = useSides();
  const places = usePlaces();
  const serviceName = useServiceName();
  const empty = service.signing.length + service.sealing.length === 0;
  return (
    <Sheet
      title={serviceName(own, service.service)}
      aside={
        service.dossier === undefined ? null : (
          <PlaceLink className="small" to={places.dossier(service.dossier)}>
            <Words id="administration.keys.rotate" />
          </PlaceLink>
        )
      }
    >
      {empty ? <Empty title={<Words id="administration.keys.none" />} /> : null}
      <ul className="sheet__body stack">
        {service.signing.map((key) => (
          <Key key={key.kid} id={key.kid} kind="signing" counts={key.counts} held={key.held} />
        ))}
        {service.sealing.map((key) => (
          <Key key={key.id} id={key.id} kind={key.kind} counts={key.counts} held={key.held} documents={key.documents} />
        ))}
      </ul>
    </Sheet>
  );
}

interface KeyProps {
  readonly id: string;
  readonly kind: "signing" | "hybrid" | "x25519";
  readonly counts: boolean;
  readonly held: boolean;
  readonly documents?: number;
}

function Key({ id, kind, counts, held, documents }: KeyProps): ReactNode {
  return (
    <li className="row row--wrap">
      <Words id={`administration.keys.${kind}`} />
      <bdi className="mono mono--wrap">{id}</bdi>
      <span className={counts ? "chip" : "chip chip--warn"}>
        <Words id={counts ? "administration.keys.counts" : "administration.keys.countsNot"} />
      </span>
      <span className={held || !counts ? "small" : "chip chip--warn"}>
        <Words id={held ? "administration.keys.held" : "administration.keys.heldNot"} />
      </span>
      {documents === undefined ? null : (
        <span className="small muted">
          <Words id="administration.keys.documents" values={{ count: documents }} />
        </span>
      )}
    </li>
  );
}
