// The ledger of information: what each side brought in or the project made, on what terms, and what was answered; below
// it what third parties were let have.

import type { ReactNode } from "react";
import { useName, useSay, Words } from "../language/index.ts";
import { Empty, Icon, ScrollBox, Sheet, Told, useFieldName, useIn, useLevelName, Who } from "../parts/index.ts";
import { answerOf, type ProjectShown } from "./project-data.ts";

export function LedgerSheet({ data }: { readonly data: ProjectShown }): ReactNode {
  const say = useSay();
  return (
    <Sheet title={say("projects.ledger")}>
      {data.information.length === 0 ? (
        <Empty title={<Words id="projects.ledger.none" />} />
      ) : (
        <Information data={data} />
      )}
      {data.consents.length === 0 ? null : <Consents data={data} />}
    </Sheet>
  );
}

const columns = ["information", "kind", "owner", "level", "licence", "thirdParties"] as const;

function Information({ data }: { readonly data: ProjectShown }): ReactNode {
  const say = useSay();
  const field = useFieldName();
  return (
    <ScrollBox label={say("projects.ledger")}>
      <table className="tbl">
        <caption className="vh">{say("projects.ledger")}</caption>
        <thead>
          <tr>
            {columns.map((one) => (
              <th key={one} scope="col">
                {field("project", one)}
              </th>
            ))}
            <th scope="col">
              <Words id="projects.answer" />
            </th>
          </tr>
        </thead>
        <tbody>
          {data.information.map((one) => (
            <Entry key={one.id} entry={one} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Entry({ entry }: { readonly entry: ProjectShown["information"][number] }): ReactNode {
  const read = useIn();
  const name = useName();
  const level = useLevelName();
  const answer = answerOf(entry);
  return (
    <tr>
      <td>
        <Told text={read(entry.titles)} />
        <p>
          <bdi className="t">{entry.id}</bdi>
        </p>
      </td>
      <td>{name(`option.project.${entry.kind}`)}</td>
      <td>{entry.owner === undefined ? <Words id="projects.joint" /> : <Who party={entry.owner} />}</td>
      <td>{level(entry.level)}</td>
      <td>{name(`option.project.${entry.licence}`)}</td>
      <td>{name(`option.project.${entry.thirdParties}`)}</td>
      <td>
        <span className={answer === "contested" ? "chip chip--warn" : "chip chip--plain"}>
          <Words id={`projects.entry.${answer}`} />
        </span>
      </td>
    </tr>
  );
}

function Consents({ data }: { readonly data: ProjectShown }): ReactNode {
  const say = useSay();
  const granted = (answer: { readonly granted: boolean } | undefined): string => {
    if (answer === undefined) return say("projects.awaited");
    return say(answer.granted ? "projects.consent.given" : "projects.consent.refused");
  };
  return (
    <div className="sheet__body">
      <h3>{say("projects.consents")}</h3>
      <ul>
        {data.consents.map((one) => (
          <li key={one.id}>
            <Who party={one.by} /> <bdi className="t">{one.information}</bdi> <Icon name="arrow" />{" "}
            <Told text={one.recipient} /> · {granted(one.answer)}
          </li>
        ))}
      </ul>
    </div>
  );
}
