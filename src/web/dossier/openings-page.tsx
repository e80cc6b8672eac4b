// What can be opened under the accord: each procedure with the article that authorises it, or that none does yet.

import type { ReactNode } from "react";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Icon, iconOf, PageHead, PlaceLink, useIn, usePageTitle, usePlaces, useProcedureName } from "../parts/index.ts";
import "./dossier.css";

export function Page(): ReactNode {
  const say = useSay();
  const accord = useAccordId();
  const places = usePlaces();
  const procedureName = useProcedureName();
  const read = useIn();
  const { items } = useAsk("procedures", { params: { accord } });
  const { articles } = useAsk("accord", { params: { accord } });
  usePageTitle(say("dossier.openings"));
  return (
    <>
      <PageHead title={say("dossier.openings")} />
      <section className="sheet">
        <table className="tbl">
          <tbody>
            {items.map((one) => {
              const resting = articles.filter((article) => article.applies && article.domains.includes(one.rests));
              const may = one.rests === "founding" || resting.length > 0;
              return (
                <tr key={one.procedure}>
                  <td>
                    <span className="row">
                      <Icon name={iconOf(one.name)} />
                      {may ? (
                        <PlaceLink to={places.opening(one.name)}>{procedureName(one.name)}</PlaceLink>
                      ) : (
                        procedureName(one.name)
                      )}
                    </span>
                  </td>
                  <td className="small">
                    {one.rests === "founding" ? (
                      <Words id="dossier.openings.founding" />
                    ) : may ? (
                      resting.map((article) => `${article.number}. ${read(article.titles)}`).join(" · ")
                    ) : (
                      <Words id="dossier.openings.none" />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
