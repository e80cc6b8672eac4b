// The officers of the side: what each may act as, what each is cleared for, and how each gets in. Adding, inviting and
// removing is the administrator's; clearances are the security officer's.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { OfficerRecordDetail } from "../../api/index.ts";
import { useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Empty, ScrollBox, Sheet, useAddressText, useFunctionName, useServiceName, useSides } from "../parts/index.ts";
import { ClearanceDialog } from "./clearance-dialog.tsx";
import { ClearanceOf } from "./clearance-of.tsx";
import { Day } from "./day.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { OfficerDialog } from "./officer-dialog.tsx";
import { PasskeysDialog } from "./passkeys-dialog.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";

type Task = "change" | "clearance" | "passkeys" | "invite" | "remove";

export function OfficersPart(): ReactNode {
  const { items } = useAsk("officers");
  const say = useSay();
  const sought = useAddressText("q");
  const [adding, setAdding] = useState(false);
  const [task, setTask] = useState<{ readonly what: Task; readonly officer: OfficerRecordDetail }>();
  const words = sought.value.toLowerCase();
  const found = items.filter(({ officer, service, functions }) =>
    [officer, service, ...functions].some((text) => text.includes(words)),
  );
  const close = (): void => setTask(undefined);
  return (
    <>
      <Sheet
        title={<Words id="administration.officers.count" values={{ count: found.length }} />}
        aside={
          <Button className="btn" onPress={() => setAdding(true)}>
            <Words id="administration.officers.add" />
          </Button>
        }
      >
        <div className="sheet__body filters">
          <label className="field">
            <span>
              <Words id="administration.search" />
            </span>
            <input
              className="input"
              type="search"
              value={sought.value}
              onChange={(event) => sought.set(event.target.value)}
            />
          </label>
        </div>
        {found.length === 0 ? (
          <Empty title={<Words id="administration.officers.none" />} />
        ) : (
          <ScrollBox label={say("administration.part.officers")}>
            <Table officers={found} onTask={(what, officer) => setTask({ what, officer })} />
          </ScrollBox>
        )}
      </Sheet>
      {adding ? <OfficerDialog officers={items} onClose={() => setAdding(false)} /> : null}
      {task?.what === "change" ? <OfficerDialog officers={items} officer={task.officer} onClose={close} /> : null}
      {task?.what === "clearance" ? <ClearanceDialog officer={task.officer} onClose={close} /> : null}
      {task?.what === "passkeys" ? <PasskeysDialog officer={task.officer.officer} onClose={close} /> : null}
      {task?.what === "invite" ? <InviteDialog officer={task.officer} onClose={close} /> : null}
      {task?.what === "remove" ? <RemoveDialog officer={task.officer.officer} onClose={close} /> : null}
    </>
  );
}

const columns = ["officer", "service", "functions", "clearance", "ways"] as const;

interface TableProps {
  readonly officers: readonly OfficerRecordDetail[];
  onTask(what: Task, officer: OfficerRecordDetail): void;
}

function Table({ officers, onTask }: TableProps): ReactNode {
  return (
    <table className="tbl">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Words id={`administration.column.${column}`} />
            </th>
          ))}
          <th scope="col">
            <span className="vh">
              <Words id="administration.column.tasks" />
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {officers.map((officer) => (
          <Row key={officer.officer} officer={officer} onTask={(what) => onTask(what, officer)} />
        ))}
      </tbody>
    </table>
  );
}

const tasks: readonly Task[] = ["change", "clearance", "passkeys", "invite", "remove"];

function Row({ officer, onTask }: { readonly officer: OfficerRecordDetail; onTask(what: Task): void }): ReactNode {
  const say = useSay();
  const { own } = useSides();
  const serviceName = useServiceName();
  const functionName = useFunctionName();
  const { passkeys = 0, invitedUntil } = officer;
  return (
    <tr>
      <th scope="row">
        <bdi className="mono">{officer.officer}</bdi>
      </th>
      <td>{serviceName(own, officer.service)}</td>
      <td>{officer.functions.map(functionName).join(" · ")}</td>
      <td>
        <ClearanceOf officer={officer} />
      </td>
      <td>
        <Words id="administration.passkeys.count" values={{ count: passkeys }} />
        {invitedUntil === undefined ? null : (
          <p className="small muted">
            <Words id="administration.invited" values={{ day: <Day at={invitedUntil} time /> }} />
          </p>
        )}
      </td>
      <td>
        <div className="row row--wrap">
          {tasks.map((task) => (
            <Button
              key={task}
              className="btn btn--quiet"
              aria-label={say(`administration.task.${task}.of`, { officer: officer.officer })}
              onPress={() => onTask(task)}
            >
              <Words id={`administration.task.${task}`} />
            </Button>
          ))}
        </div>
      </td>
    </tr>
  );
}
