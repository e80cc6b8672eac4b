// The year in figures, as the plan itself tells it: lines by status, and dossiers. At the year's end this is the report
// that both sides adopt.

import type { ReactNode } from "react";
import type { PlanTable } from "../../api/index.ts";
import { useName, Words } from "../language/index.ts";
import { Num, Sheet, When } from "../parts/index.ts";
import { figuresOf, type ShownLine } from "./plan-lines.ts";

interface YearFiguresProps {
  readonly table: PlanTable;
  readonly lines: readonly ShownLine[];
}

export function YearFigures({ table, lines }: YearFiguresProps): ReactNode {
  const name = useName();
  const dossiers = lines.reduce((sum, one) => sum + one.dossiers.count, 0);
  const open = lines.reduce((sum, one) => sum + one.dossiers.open, 0);
  return (
    <Sheet
      title={<Words id="plans.report" />}
      aside={
        table.adopted ? (
          <span className="chip chip--plain">
            <Words id="plans.adopted" /> <When local={table.adopted.local} only="day" />
          </span>
        ) : null
      }
    >
      <dl className="sheet__body plan-figures">
        {Object.entries(figuresOf(lines)).map(([status, count]) => (
          <div key={status}>
            <dt>{name(`option.plan.${status}`)}</dt>
            <dd>
              <Num>{count}</Num>
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <Words id="plans.report.dossiers" />
          </dt>
          <dd>
            <Num>{dossiers}</Num>
          </dd>
        </div>
        <div>
          <dt>
            <Words id="plans.report.open" />
          </dt>
          <dd>
            <Num>{open}</Num>
          </dd>
        </div>
      </dl>
    </Sheet>
  );
}
