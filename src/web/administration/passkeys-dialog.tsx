// An officer's passkeys, each to be revoked: the sessions it opened end with it.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { Passkey } from "../../api/index.ts";
import { call, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Empty, Part, TaskDialog, Told } from "../parts/index.ts";
import { Day } from "./day.tsx";
import { ProblemOf } from "./problem.tsx";
import { useDoing } from "./use-doing.ts";

interface PasskeysDialogProps {
  readonly officer: string;
  readonly onClose: () => void;
}

export function PasskeysDialog({ officer, onClose }: PasskeysDialogProps): ReactNode {
  const say = useSay();
  return (
    <TaskDialog
      title={say("administration.task.passkeys.of", { officer })}
      isOpen
      onClose={onClose}
      actions={
        <Button className="btn" onPress={onClose}>
          <Words id="administration.leave" />
        </Button>
      }
    >
      <Part about={officer}>
        <List officer={officer} />
      </Part>
    </TaskDialog>
  );
}

function List({ officer }: { readonly officer: string }): ReactNode {
  const { items } = useAsk("credentials", { query: { officer } });
  const doing = useDoing();
  if (items.length === 0) return <Empty title={<Words id="administration.passkeys.none" />} />;
  return (
    <>
      <ul className="stack">
        {items.map((one) => (
          <Row
            key={one.credential}
            passkey={one}
            busy={doing.busy}
            onRevoke={() => void doing.run(() => call("revokeCredential", { params: { credential: one.credential } }))}
          />
        ))}
      </ul>
      <ProblemOf doing={doing} />
    </>
  );
}

interface RowProps {
  readonly passkey: Passkey;
  readonly busy: boolean;
  readonly onRevoke: () => void;
}

/** Asked twice: what is revoked does not come back. */
function Row({ passkey, busy, onRevoke }: RowProps): ReactNode {
  const [sure, setSure] = useState(false);
  const { label, addedAt, usedAt } = passkey;
  return (
    <li className="stack">
      <span>
        <b>
          <Told text={label} />
        </b>{" "}
        <span className="small muted">
          <Words id="administration.passkeys.added" values={{ day: <Day at={addedAt} /> }} />
          {usedAt === undefined ? null : (
            <>
              {" · "}
              <Words id="administration.passkeys.used" values={{ day: <Day at={usedAt} /> }} />
            </>
          )}
        </span>
      </span>
      {sure ? (
        <div className="note">
          <p>
            <Words id="administration.passkeys.revokeText" />
          </p>
          <div className="row row--wrap">
            <Button className="btn btn--primary" isDisabled={busy} onPress={onRevoke}>
              <Words id="administration.passkeys.revoke" values={{ label: <Told text={label} /> }} />
            </Button>
            <Button className="btn" onPress={() => setSure(false)}>
              <Words id="administration.leave" />
            </Button>
          </div>
        </div>
      ) : (
        <div className="row">
          <Button className="btn" onPress={() => setSure(true)}>
            <Words id="administration.passkeys.revoke" values={{ label: <Told text={label} /> }} />
          </Button>
        </div>
      )}
    </li>
  );
}
