// Giving an officer a clearance, or taking it away. It counts from the next request on.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { OfficerRecordDetail } from "../../api/index.ts";
import { call } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { TaskDialog, useLevelName, useSides } from "../parts/index.ts";
import { ProblemOf } from "./problem.tsx";
import { useDoing } from "./use-doing.ts";

interface ClearanceDialogProps {
  readonly officer: OfficerRecordDetail;
  readonly onClose: () => void;
}

export function ClearanceDialog({ officer, onClose }: ClearanceDialogProps): ReactNode {
  const say = useSay();
  const { labels } = useSides();
  const levelName = useLevelName();
  const doing = useDoing();
  const [level, setLevel] = useState(officer.clearance?.level ?? 0);
  const [until, setUntil] = useState(officer.clearance?.until.slice(0, 10) ?? "");
  const params = { officer: officer.officer };
  const set = async (clearance: { level: number; until: string } | null): Promise<void> => {
    if (await doing.run(() => call("setClearance", { params, body: { clearance } }))) onClose();
  };
  return (
    <TaskDialog
      title={say("administration.task.clearance.of", { officer: officer.officer })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            className="btn btn--primary"
            isDisabled={doing.busy || until === ""}
            // The clearance counts to the end of its day, on the clock in which instants are written.
            onPress={() => void set({ level, until: `${until}T23:59:59Z` })}
          >
            <Words id="administration.clearance.give" />
          </Button>
          {officer.clearance === undefined ? null : (
            <Button className="btn" isDisabled={doing.busy} onPress={() => void set(null)}>
              <Words id="administration.clearance.take" />
            </Button>
          )}
          <Button className="btn" onPress={onClose}>
            <Words id="administration.leave" />
          </Button>
        </>
      }
    >
      <label className="field">
        <span>
          <Words id="administration.clearance.level" />
        </span>
        <select className="input" value={level} onChange={(event) => setLevel(Number(event.target.value))}>
          {labels.levels.map((one, rank) => (
            <option key={one.code} value={rank}>
              {levelName(one.code)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>
          <Words id="administration.clearance.until" />
        </span>
        <input className="input" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <ProblemOf doing={doing} />
    </TaskDialog>
  );
}
