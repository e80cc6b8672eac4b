// Removing an officer, which shuts out whoever it was at once. The officer's id is typed again: a click is too little.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { call } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { TaskDialog } from "../parts/index.ts";
import { ProblemOf } from "./problem.tsx";
import { useDoing } from "./use-doing.ts";

export function RemoveDialog({
  officer,
  onClose,
}: {
  readonly officer: string;
  readonly onClose: () => void;
}): ReactNode {
  const say = useSay();
  const doing = useDoing();
  const [typed, setTyped] = useState("");
  const remove = async (): Promise<void> => {
    if (await doing.run(() => call("removeOfficer", { params: { officer } }))) onClose();
  };
  return (
    <TaskDialog
      title={say("administration.task.remove.of", { officer })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            className="btn btn--primary"
            isDisabled={doing.busy || typed.trim() !== officer}
            onPress={() => void remove()}
          >
            <Words id="administration.task.remove.of" values={{ officer }} />
          </Button>
          <Button className="btn" onPress={onClose}>
            <Words id="administration.leave" />
          </Button>
        </>
      }
    >
      <p>
        <Words id="administration.remove.text" />
      </p>
      <label className="field">
        <span>
          <Words id="administration.remove.type" values={{ officer: <bdi className="mono">{officer}</bdi> }} />
        </span>
        <input
          className="input"
          dir="ltr"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <ProblemOf doing={doing} />
    </TaskDialog>
  );
}
