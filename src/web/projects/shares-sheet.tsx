// The parts of the work and of the costs, what each side has paid, and how the offices of each have reviewed the text.

import type { CSSProperties, ReactNode } from "react";
import { useName, useSay, Words } from "../language/index.ts";
import { ScrollBox, Sheet, Told, useFieldName, Who } from "../parts/index.ts";
import { type ArrangementShown, type ProjectShown, paidBy } from "./project-data.ts";

interface SharesProps {
  readonly data: ProjectShown;
  readonly arrangement: ArrangementShown;
}

export function SharesSheet({ data, arrangement }: SharesProps): ReactNode {
  const say = useSay();
  const field = useFieldName();
  const { currency, shares } = arrangement;
  const money = (amount: string): ReactNode => (
    <bdi className="t">
      {amount} {currency}
    </bdi>
  );
  return (
    <Sheet title={say("projects.shares")} aside={<Told text={arrangement.reference} />}>
      <div className="sheet__body">
        <div className="project-share" aria-hidden="true">
          {shares.map((one) => (
            <span key={one.party} style={widthOf(one.technical)} />
          ))}
        </div>
      </div>
      <ScrollBox label={say("projects.shares")}>
        <table className="tbl">
          <caption className="vh">{say("projects.shares")}</caption>
          <thead>
            <tr>
              {(["party", "technical", "financial"] as const).map((one) => (
                <th key={one} scope="col">
                  {field("project", one)}
                </th>
              ))}
              <th scope="col">
                <Words id="projects.paid" />
              </th>
              <th scope="col">
                <Words id="projects.reviews" />
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ party, technical, financial }) => (
              <tr key={party}>
                <td>
                  <Who party={party} />
                </td>
                <td>
                  <bdi className="t">{technical} %</bdi>
                </td>
                <td>{money(financial)}</td>
                <td>{money(paidBy(data, { party, currency }))}</td>
                <td>
                  <Reviews data={data} party={party} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Sheet>
  );
}

const widthOf = (technical: string): CSSProperties => ({ inlineSize: `${Number(technical)}%` });

const kinds = ["legal", "security", "export"] as const;

function Reviews({ data, party }: { readonly data: ProjectShown; readonly party: string }): ReactNode {
  const name = useName();
  const say = useSay();
  return (
    <ul className="project-reviews">
      {kinds.map((kind) => {
        const made = data.reviews.find((one) => one.by === party && one.kind === kind);
        const unfavourable = made?.result === "unfavourable";
        return (
          <li key={kind}>
            <Words id={`projects.review.${kind}`} />{" "}
            <span className={unfavourable ? "chip chip--warn" : "chip chip--plain"}>
              {made ? name(`option.project.${made.result}`) : say("projects.awaited")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
