// The quantities of a purchase, line by line: ordered, announced, on the way, received, and what is still to come.

import type { ReactNode } from "react";
import { type CaseLine, caseLines, type ProcurementData } from "../../procedures/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Empty, Num, ScrollBox, Sheet, Told, useIn } from "../parts/index.ts";

const columns = [
  "ordered",
  "consigned",
  "dispatched",
  "received",
  "accepted",
  "left",
] as const satisfies readonly (keyof CaseLine)[];

export function Quantities({ data }: { readonly data: ProcurementData }): ReactNode {
  const say = useSay();
  const read = useIn();
  const lines = caseLines(data);
  const names = new Map((data.offer?.lines ?? []).map((one) => [one.id, one.names]));
  return (
    <Sheet title={<Words id="procurement.quantities" />}>
      {lines.length === 0 ? (
        <Empty title={<Words id="procurement.noOffer" />} />
      ) : (
        <ScrollBox label={say("procurement.quantities")}>
          <table className="tbl">
            <caption className="vh">{say("procurement.quantities")}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <Words id="procurement.line" />
                </th>
                {columns.map((one) => (
                  <th key={one} scope="col">
                    <Words id={`procurement.column.${one}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.line}>
                  <td>
                    <Told text={read(names.get(line.line) ?? {})} />
                  </td>
                  {columns.map((one) => (
                    <td key={one} className="n">
                      <Num>{line[one]}</Num>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Sheet>
  );
}
