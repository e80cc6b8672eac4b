// A change to the frozen programme that waits for the visitor: what it would change, why, and the visitor's answer.

import { type ReactNode, useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { type Making, RefusalNote, Sheet, Told, useSides } from "../parts/index.ts";
import { ComparisonList } from "./comparison-list.tsx";
import type { ProgrammeShown } from "./programme-data.ts";

interface PendingChangeProps {
  readonly detail: DossierDetail;
  readonly data: ProgrammeShown;
  readonly making: Making;
}

export function PendingChange({ detail, data, making }: PendingChangeProps): ReactNode {
  const { own } = useSides();
  const [reason, setReason] = useState("");
  const { pending } = data;
  if (!pending) return null;
  const declines = detail.actions.some((one) => one.step === "declineChange" && one.side === own);
  const decline = (): void => {
    const body = { reason: reason.trim() };
    void making.make([{ step: "declineChange", body, dossier: detail.row.dossier }]);
  };
  return (
    <Sheet title={<Words id="programme.pending" />}>
      <div className="sheet__body stack">
        <p>
          <Told text={pending.reason} />
        </p>
        <ComparisonList before={data.engagements} after={pending.engagements} />
        {declines ? (
          <>
            <TextField className="field" value={reason} onChange={setReason}>
              <Label>
                <Words id="programme.pending.reason" />
              </Label>
              <Input className="input" maxLength={600} />
            </TextField>
            <Button className="btn" isDisabled={reason.trim() === "" || making.busy} onPress={decline}>
              <Words id="programme.pending.decline" />
            </Button>
            {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
          </>
        ) : null}
      </div>
    </Sheet>
  );
}
