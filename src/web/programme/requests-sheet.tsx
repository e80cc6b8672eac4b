// What the visitor has asked to be changed: what would differ, why, and the host's answer. Taking one over puts it into
// the edits; nothing is sent before the host sends a version.

import { type ReactNode, useState } from "react";
import { Button, Label, TextArea, TextField } from "react-aria-components";
import { isRefusal } from "../../base/index.ts";
import { applyChanges, type Engagement } from "../../procedures/index.ts";
import { Words } from "../language/index.ts";
import { type Making, RefusalNote, Sheet, Told } from "../parts/index.ts";
import { ComparisonList } from "./comparison-list.tsx";
import type { OpenRequest, ProgrammeShown } from "./programme-data.ts";

export interface RequestsSheetProps {
  readonly data: ProgrammeShown;
  readonly dossier: string;
  /** Takes a request over into the edits; absent where this side does not write the programme. */
  readonly onTake?: ((request: OpenRequest) => void) | undefined;
  readonly mayDecline: boolean;
  readonly making: Making;
}

export function RequestsSheet({ data, dossier, onTake, mayDecline, making }: RequestsSheetProps): ReactNode {
  const open = data.requests.filter((one) => one.answer === undefined);
  if (open.length === 0) return null;
  return (
    <Sheet title={<Words id="programme.requests" values={{ count: open.length }} />}>
      <ul className="sheet__body stack">
        {open.map((request) => (
          <li key={request.number} className="stack">
            <h3>
              <Words id="programme.request.number" values={{ number: request.number }} />
            </h3>
            <p>
              <Told text={request.reason} />
            </p>
            <Asked before={data.engagements} request={request} />
            <div className="row row--wrap">
              {onTake ? (
                <Button className="btn" onPress={() => onTake(request)}>
                  <Words id="programme.request.take" />
                </Button>
              ) : null}
              {mayDecline ? <Decline dossier={dossier} request={request} making={making} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** What the request would change in the version that stands; it may be about an earlier one. */
function Asked({
  before,
  request,
}: {
  readonly before: readonly Engagement[];
  readonly request: OpenRequest;
}): ReactNode {
  const after = applyChanges(before, request.changes);
  if (isRefusal(after)) {
    return (
      <p className="soft">
        <Words id="programme.request.outdated" />
      </p>
    );
  }
  return <ComparisonList before={before} after={after} />;
}

interface DeclineProps {
  readonly dossier: string;
  readonly request: OpenRequest;
  readonly making: Making;
}

function Decline({ dossier, request, making }: DeclineProps): ReactNode {
  const [reason, setReason] = useState<string | undefined>(undefined);
  if (reason === undefined) {
    return (
      <Button className="btn" onPress={() => setReason("")}>
        <Words id="programme.request.decline" />
      </Button>
    );
  }
  const send = async (): Promise<void> => {
    const body = { request: request.number, reason: reason.trim() };
    if (await making.make([{ step: "declineRequest", body, dossier }])) setReason(undefined);
  };
  return (
    <div className="stack decline">
      <TextField className="field" value={reason} onChange={setReason} isRequired>
        <Label>
          <Words id="programme.send.reason" />
        </Label>
        <TextArea className="input" rows={2} maxLength={600} />
      </TextField>
      {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
      <Button className="btn btn--primary" isDisabled={reason.trim() === "" || making.busy} onPress={() => void send()}>
        <span>
          <Words id="programme.request.declineNumber" values={{ number: request.number }} />
        </span>
      </Button>
    </div>
  );
}
