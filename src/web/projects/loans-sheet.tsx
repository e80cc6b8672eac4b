// What moves between the sides beside deliverables: transfers under licence with their receipts, equipment on loan, and
// whether the facilities that were asked about are cleared.

import type { ReactNode } from "react";
import { useName, useSay, Words } from "../language/index.ts";
import { Day, Num, Sheet, Told, useLevelName, Who } from "../parts/index.ts";
import type { ProjectShown } from "./project-data.ts";

export function LoansSheet({ data }: { readonly data: ProjectShown }): ReactNode {
  const say = useSay();
  const rows = data.licences.length + data.transfers.length + data.equipment.length + data.facilities.length;
  if (rows === 0) return null;
  return (
    <Sheet title={say("projects.moved")}>
      <div className="sheet__body project-moved">
        <Transfers data={data} />
        <Equipment data={data} />
        <Facilities data={data} />
      </div>
    </Sheet>
  );
}

function Transfers({ data }: { readonly data: ProjectShown }): ReactNode {
  const name = useName();
  const say = useSay();
  if (data.licences.length === 0) return null;
  const used = (licence: string): number => data.transfers.filter((one) => one.licence === licence).length;
  return (
    <section>
      <h3>{say("projects.transfers")}</h3>
      <ul>
        {data.licences.map((one) => (
          <li key={one.id}>
            <Who party={one.by} /> <Told text={one.number} /> · <Used of={one} used={used(one.id)} />
          </li>
        ))}
        {data.transfers.map((one) => (
          <li key={one.id}>
            <Who party={one.by} /> <Told text={one.package} /> ·{" "}
            {one.receipt ? name(`option.project.${one.receipt.result}`) : say("projects.awaited")}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface UsedProps {
  readonly of: ProjectShown["licences"][number];
  readonly used: number;
}

/** How much of a licence is used, and its last day. */
function Used({ of, used }: UsedProps): ReactNode {
  return (
    <>
      <Num>{used}</Num> / <Num>{of.transfers}</Num> · <Day date={of.until} />
    </>
  );
}

function Equipment({ data }: { readonly data: ProjectShown }): ReactNode {
  const name = useName();
  const say = useSay();
  if (data.equipment.length === 0) return null;
  return (
    <section>
      <h3>{say("projects.loans")}</h3>
      <ul>
        {data.equipment.map((one) => (
          <li key={one.id}>
            <Who party={one.by} /> <Told text={`${one.name} ${one.serial}`} /> · <Day date={one.returnBy} /> ·{" "}
            {one.as === undefined ? say(`projects.loan.${one.state}`) : name(`option.project.${one.as}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facilities({ data }: { readonly data: ProjectShown }): ReactNode {
  const name = useName();
  const say = useSay();
  const level = useLevelName();
  if (data.facilities.length === 0) return null;
  return (
    <section>
      <h3>
        <Words id="projects.facilities" />
      </h3>
      <ul>
        {data.facilities.map((one) => (
          <li key={one.id}>
            <Who party={one.by} /> <Told text={one.facility} /> · {level(one.level)} ·{" "}
            {one.answer ? name(`option.project.${one.answer.result}`) : say("projects.awaited")}
            {one.answer?.until === undefined ? null : (
              <>
                {" "}
                <Day date={one.answer.until} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
