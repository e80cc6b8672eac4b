// Adding an officer, or changing service and functions of one. Functions are chosen among those that the side has.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { OfficerRecordDetail } from "../../api/index.ts";
import { call, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { TaskDialog, useFunctionName, useServiceName, useSides } from "../parts/index.ts";
import { ProblemOf } from "./problem.tsx";
import { useDoing } from "./use-doing.ts";

interface OfficerDialogProps {
  readonly officers: readonly OfficerRecordDetail[];
  /** The officer to change; a new one when absent. */
  readonly officer?: OfficerRecordDetail;
  readonly onClose: () => void;
}

/** Functions of the house itself, which no service designates. */
const houseFunctions = ["administrator", "auditor", "registrar", "security-officer"] as const;

export function OfficerDialog({ officers, officer, onClose }: OfficerDialogProps): ReactNode {
  const say = useSay();
  const { own } = useSides();
  const accord = useAccordId();
  const serviceName = useServiceName();
  const doing = useDoing();
  const services = (useAsk("directory", { params: { accord } }).parties[own] ?? []).filter((one) => !one.withdrawn);
  const [id, setId] = useState(officer?.officer ?? "");
  const [service, setService] = useState(officer?.service ?? services[0]?.service ?? "registry");
  const [functions, setFunctions] = useState<readonly string[]>(officer?.functions ?? []);
  const offered = new Set([
    ...services.flatMap((one) => one.functions.map((each) => each.function)),
    ...officers.flatMap((one) => one.functions),
    ...houseFunctions,
  ]);
  const save = async (): Promise<void> => {
    const place = { service, functions, ...(officer?.dossiers ? { dossiers: officer.dossiers } : {}) };
    const done = await doing.run(() =>
      officer === undefined
        ? call("addOfficer", { body: { officer: id.trim(), ...place } })
        : call("changeOfficer", { params: { officer: officer.officer }, body: place }),
    );
    if (done) onClose();
  };
  const title =
    officer === undefined
      ? say("administration.officers.add")
      : say("administration.task.change.of", { officer: officer.officer });
  return (
    <TaskDialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            className="btn btn--primary"
            isDisabled={doing.busy || id.trim() === "" || functions.length === 0}
            onPress={() => void save()}
          >
            {title}
          </Button>
          <Button className="btn" onPress={onClose}>
            <Words id="administration.leave" />
          </Button>
        </>
      }
    >
      {officer === undefined ? <IdField value={id} onChange={setId} /> : null}
      <label className="field">
        <span>
          <Words id="administration.column.service" />
        </span>
        <select className="input" value={service} onChange={(event) => setService(event.target.value)}>
          {services.map((one) => (
            <option key={one.service} value={one.service}>
              {serviceName(own, one.service)}
            </option>
          ))}
        </select>
      </label>
      <Functions offered={[...offered].sort()} chosen={functions} onChange={setFunctions} />
      <ProblemOf doing={doing} />
    </TaskDialog>
  );
}

function IdField({ value, onChange }: { readonly value: string; onChange(value: string): void }): ReactNode {
  return (
    <label className="field">
      <span>
        <Words id="administration.officers.id" />
      </span>
      <input
        className="input"
        dir="ltr"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="small muted">
        <Words id="administration.officers.idHint" />
      </span>
    </label>
  );
}

interface FunctionsProps {
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  onChange(functions: readonly string[]): void;
}

function Functions({ offered, chosen, onChange }: FunctionsProps): ReactNode {
  const functionName = useFunctionName();
  return (
    <fieldset className="admin__functions">
      <legend>
        <Words id="administration.column.functions" />
      </legend>
      {offered.map((code) => (
        <label key={code} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
          {functionName(code)}
        </label>
      ))}
    </fieldset>
  );
}
