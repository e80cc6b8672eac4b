// The visitors of the version under way, by number and function: names are nowhere in the register. They can be taken
// out as a spreadsheet.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useSay, Words } from "../language/index.ts";
import { Day, Empty, Num, Sheet, saveFile, Told, useLevelName } from "../parts/index.ts";
import { writeCsv } from "./csv.ts";
import type { VisitorShown, VisitShown } from "./visit-data.ts";
import { visitorRecords } from "./visitors.ts";

export function VisitorsSheet({ data }: { readonly data: VisitShown }): ReactNode {
  const say = useSay();
  const visitors = data.current?.visitors ?? [];
  const save = (): void => saveFile("visitors.csv", writeCsv(visitorRecords(visitors.map(recordOf))));
  return (
    <Sheet
      title={<Words id="visits.visitors" />}
      aside={
        <span className="row">
          <span className="small muted">
            <Words id="visits.visitors.count" values={{ count: visitors.length }} />
          </span>
          {visitors.length === 0 ? null : (
            <Button className="btn" onPress={save}>
              <Words id="visits.visitors.save" />
            </Button>
          )}
        </span>
      }
    >
      {visitors.length === 0 ? (
        <Empty title={<Words id="visits.visitors.none" />} />
      ) : (
        <div className="tbl-scroll">
          <table className="tbl">
            <caption className="vh">{say("visits.visitors")}</caption>
            <thead>
              <tr>
                {(["number", "function", "nationality", "clearance", "details"] as const).map((one) => (
                  <th key={one} scope="col">
                    <Words id={`visits.visitor.${one}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {visitors.map((visitor) => (
                <Row key={visitor.number} visitor={visitor} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="sheet__body soft small">
        <Words id="visits.visitors.personal" />
      </p>
    </Sheet>
  );
}

function recordOf(visitor: VisitorShown) {
  const { number, function: office, nationality, clearance, details } = visitor;
  return { number, function: office, nationality, clearance, details, personal: {} };
}

function Row({ visitor }: { readonly visitor: VisitorShown }): ReactNode {
  const level = useLevelName();
  const { number, function: office, nationality, clearance, details } = visitor;
  return (
    <tr>
      <td>
        <Num>{number}</Num>
      </td>
      <td>
        <Told text={office} />
      </td>
      <td>
        <bdi className="t">{nationality}</bdi>
      </td>
      <td>
        {clearance ? (
          <>
            {level(clearance.level)}
            {" · "}
            <Day date={clearance.validUntil} />
          </>
        ) : (
          "—"
        )}
      </td>
      <td>
        <bdi className="mono" title={details}>
          {details.slice(7, 19)}…
        </bdi>
      </td>
    </tr>
  );
}
