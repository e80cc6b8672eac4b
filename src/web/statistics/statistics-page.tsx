// What each side does and how long it takes: acts under each article, and in each procedure what is open, what is late,
// how soon it is answered and why things are given back. Bars are beside their numbers, never in their place.

import type { ReactNode } from "react";
import type { Statistics } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useName, useSay, Words } from "../language/index.ts";
import {
  Empty,
  Num,
  PageHead,
  PlaceLink,
  ScrollBox,
  Sheet,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useSides,
  Who,
} from "../parts/index.ts";
import { Bar, barClass } from "./bar.tsx";
import "./statistics.css";

export function Page(): ReactNode {
  const accord = useAccordId();
  const figures = useAsk("statistics", { params: { accord } });
  const say = useSay();
  usePageTitle(say("statistics.title"));
  return (
    <>
      <PageHead
        title={<Words id="statistics.title" />}
        sub={
          <span>
            <Words id="statistics.sub" values={{ count: figures.acts }} />
          </span>
        }
        actions={
          <a className="btn" href={`/api/accords/${accord}/statistics.csv`} download="statistics.csv">
            <Words id="statistics.table" />
          </a>
        }
      />
      <Articles figures={figures} />
      <Procedures figures={figures} />
      <Reasons figures={figures} />
    </>
  );
}

interface Shown {
  readonly figures: Statistics;
}

function Articles({ figures }: Shown): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const most = Math.max(1, ...figures.articles.flatMap(({ sides }) => sides.map(({ acts }) => acts)));
  if (figures.articles.length === 0)
    return (
      <Sheet title={<Words id="statistics.articles" />}>
        <Empty title={<Words id="statistics.none" />} />
      </Sheet>
    );
  return (
    <Sheet title={<Words id="statistics.articles" />}>
      <ScrollBox label={say("statistics.articles")}>
        <table className="tbl stats">
          <thead>
            <tr>
              <th scope="col">
                <Words id="statistics.article" />
              </th>
              <SideHeads />
            </tr>
          </thead>
          <tbody>
            {figures.articles.map(({ article, sides }) => (
              <tr key={article}>
                <th scope="row">
                  <PlaceLink to={places.article(article)}>
                    <Words id="statistics.articleNumber" values={{ number: article }} />
                  </PlaceLink>
                </th>
                {sides.map(({ party, acts, opened }, at) => (
                  <td key={party} className={barClass(at)}>
                    <Bar value={acts} most={most} />
                    <Words id="statistics.actsOpened" values={{ acts, opened }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Sheet>
  );
}

function SideHeads(): ReactNode {
  const { parties } = useSides();
  return parties.map(({ party }) => (
    <th key={party} scope="col">
      <Who party={party} />
    </th>
  ));
}

function Procedures({ figures }: Shown): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const procedureName = useProcedureName();
  const times = figures.procedures.flatMap(({ sides }) => sides.map(({ medianHours }) => medianHours ?? 0));
  const most = Math.max(1, ...times);
  return (
    <Sheet title={<Words id="statistics.procedures" />}>
      <p className="sheet__body small soft">
        <Words id="statistics.answersHint" />
      </p>
      <ScrollBox label={say("statistics.procedures")}>
        <table className="tbl stats">
          <thead>
            <tr>
              <th scope="col">
                <Words id="statistics.procedure" />
              </th>
              <th scope="col" className="n">
                <Words id="statistics.openAll" />
              </th>
              <SideHeads />
            </tr>
          </thead>
          <tbody>
            {figures.procedures.map(({ procedure, open, all, sides }) => (
              <tr key={procedure}>
                <th scope="row">
                  <PlaceLink to={places.dossiersOf(procedure)}>{procedureName(procedure)}</PlaceLink>
                </th>
                <td className="n">
                  <Num>{open}</Num> / <Num>{all}</Num>
                </td>
                {sides.map((side, at) => (
                  <td key={side.party} className={barClass(at)}>
                    <Answering side={side} most={most} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Sheet>
  );
}

type Side = Statistics["procedures"][number]["sides"][number];

function Answering({ side, most }: { readonly side: Side; readonly most: number }): ReactNode {
  const { acts, opened, overdue, answers, medianHours, ninthDecileHours } = side;
  return (
    <>
      {medianHours === undefined ? null : <Bar value={medianHours} most={most} />}
      <Words id="statistics.actsOpened" values={{ acts, opened }} />
      {medianHours === undefined ? null : (
        <p>
          <Words
            id="statistics.median"
            values={{ hours: medianHours, ninth: ninthDecileHours ?? medianHours, answers }}
          />
        </p>
      )}
      {overdue === 0 ? null : (
        <p className="stats__late">
          <Words id="statistics.overdue" values={{ count: overdue }} />
        </p>
      )}
    </>
  );
}

function Reasons({ figures }: Shown): ReactNode {
  const name = useName();
  const procedureName = useProcedureName();
  const rows = figures.procedures.flatMap(({ procedure, reasons }) =>
    reasons.map(({ code, count }) => ({ procedure, code, count })),
  );
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <Sheet title={<Words id="statistics.reasons" />}>
      <table className="tbl stats">
        <tbody>
          {rows.map(({ procedure, code, count }) => (
            <tr key={`${procedure} ${code}`}>
              <th scope="row">{name(`option.${procedure}.${code}`)}</th>
              <td>{procedureName(procedure)}</td>
              <td>
                <Bar value={count} most={most} /> <Num>{count}</Num>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
