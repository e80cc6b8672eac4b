// Inviting an officer: the one-time code is shown here, once, and kept nowhere.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { OfficerRecordDetail } from "../../api/index.ts";
import { call } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { TaskDialog } from "../parts/index.ts";
import { Day } from "./day.tsx";
import { ProblemOf } from "./problem.tsx";
import { useDoing } from "./use-doing.ts";

interface InviteDialogProps {
  readonly officer: OfficerRecordDetail;
  readonly onClose: () => void;
}

export function InviteDialog({ officer, onClose }: InviteDialogProps): ReactNode {
  const say = useSay();
  const doing = useDoing();
  const [made, setMade] = useState<{ readonly code: string; readonly until: string }>();
  const params = { officer: officer.officer };
  const invite = (): Promise<boolean> => doing.run(async () => setMade(await call("inviteOfficer", { params })));
  const withdraw = async (): Promise<void> => {
    if (await doing.run(() => call("withdrawInvitation", { params }))) onClose();
  };
  const actions = (
    <>
      {made === undefined ? (
        <Button className="btn btn--primary" isDisabled={doing.busy} onPress={() => void invite()}>
          <Words id="administration.invite.make" values={{ officer: officer.officer }} />
        </Button>
      ) : null}
      {made === undefined && officer.invitedUntil !== undefined ? (
        <Button className="btn" isDisabled={doing.busy} onPress={() => void withdraw()}>
          <Words id="administration.invite.withdraw" />
        </Button>
      ) : null}
      <Button className="btn" onPress={onClose}>
        <Words id={made === undefined ? "administration.leave" : "administration.invite.noted"} />
      </Button>
    </>
  );
  return (
    <TaskDialog
      title={say("administration.task.invite.of", { officer: officer.officer })}
      isOpen
      onClose={onClose}
      actions={actions}
    >
      {made === undefined ? (
        <p>
          <Words id="administration.invite.text" />
        </p>
      ) : (
        <>
          <p className="admin__code" role="status">
            <bdi className="mono">{made.code}</bdi>
          </p>
          <p>
            <Words id="administration.invite.once" values={{ day: <Day at={made.until} time /> }} />
          </p>
        </>
      )}
      <ProblemOf doing={doing} />
    </TaskDialog>
  );
}
