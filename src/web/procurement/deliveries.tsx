// The deliveries of a purchase, each with its state, and what was found wrong with them.

import type { ReactNode } from "react";
import type { ProcurementData } from "../../procedures/index.ts";
import { useName, Words } from "../language/index.ts";
import { Empty, Num, PlaceLink, Sheet, Told, useFieldName, usePlaces } from "../parts/index.ts";

export function Deliveries({ data }: { readonly data: ProcurementData }): ReactNode {
  const places = usePlaces();
  const fieldName = useFieldName();
  return (
    <Sheet title={<Words id="procurement.deliveries" />}>
      {data.consignments.length === 0 ? <Empty title={<Words id="procurement.noDelivery" />} /> : null}
      {data.consignments.map((one) => (
        <article key={one.consignment} className="task">
          <h3>
            <bdi className="t">{one.consignment}</bdi>{" "}
            <span className="chip chip--plain">
              <Words id={`procurement.consignment.${one.state}`} />
            </span>
          </h3>
          <p className="meta">
            <Told text={one.place} />
            {one.items.map((item) => (
              <span key={item.line}>
                <bdi className="t">{item.line}</bdi> <Num>{item.quantity}</Num>
              </span>
            ))}
          </p>
          {one.certificate === undefined ? null : (
            <PlaceLink to={places.dossier(one.certificate)}>{fieldName("procurement", "certificate")}</PlaceLink>
          )}
        </article>
      ))}
      <Discrepancies data={data} />
    </Sheet>
  );
}

function Discrepancies({ data }: { readonly data: ProcurementData }): ReactNode {
  const name = useName();
  if (data.discrepancies.length === 0) return null;
  return (
    <div className="sheet__body stack">
      <h3>
        <Words id="procurement.discrepancies" />
      </h3>
      <ul>
        {data.discrepancies.map((one) => (
          <li key={one.discrepancy} className="row row--wrap">
            <bdi className="t">{one.discrepancy}</bdi> <span>{name(`option.procurement.${one.kind}`)}</span>{" "}
            <bdi className="t">{one.line}</bdi> <Num>{one.quantity}</Num>{" "}
            <span className="chip chip--plain">
              {one.answer === undefined ? (
                <Words id="procurement.unanswered" />
              ) : (
                name(`option.procurement.${one.answer}`)
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
