// The ways on from a draft. Who composed it writes it anew or takes it back; another releases it, or sends it back with
// a reason. Releasing a grave step is signed.

import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { DraftDetail } from "../../api/index.ts";
import { useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { ErrorOf, PlaceLink, RefusalNote, TaskDialog, usePlaces } from "../parts/index.ts";
import { ConfirmGrave } from "../session/index.ts";
import { type DraftMoves, useDraftMoves } from "./draft-moves.ts";

export function DraftWays({ draft }: { readonly draft: DraftDetail }): ReactNode {
  const session = useAsk("session");
  const moves = useDraftMoves(draft);
  const [returning, setReturning] = useState(false);
  const composer = session.state === "signedIn" && session.officer === draft.composer;
  if (draft.state === "releasing") return null;
  return (
    <>
      {composer ? (
        <p className="small soft">
          <Words id="channels.draft.waits" />
        </p>
      ) : null}
      {draft.barred === undefined || composer ? null : <RefusalNote refusal={draft.barred} />}
      <div className="row row--wrap">
        {draft.barred === undefined && draft.state === "composed" ? (
          <>
            <Button
              className="btn btn--primary"
              isDisabled={moves.busy || draft.flaw !== undefined}
              onPress={() => void moves.release()}
            >
              <Words id="channels.draft.release" />
            </Button>
            <Button className="btn" isDisabled={moves.busy} onPress={() => setReturning(true)}>
              <Words id="channels.draft.return" />
            </Button>
          </>
        ) : null}
        {composer ? <Own draft={draft} moves={moves} /> : null}
      </div>
      {moves.refusal === undefined ? null : <RefusalNote refusal={moves.refusal} />}
      {moves.error === undefined ? null : <ErrorOf error={moves.error} again={moves.forget} />}
      {returning ? <Returning moves={moves} onClose={() => setReturning(false)} /> : null}
      <ConfirmGrave draft={moves.toSign} laid={moves.laid} onRegistered={moves.signed} onClose={moves.unsign} />
    </>
  );
}

function Own({ draft, moves }: { readonly draft: DraftDetail; readonly moves: DraftMoves }): ReactNode {
  const places = usePlaces();
  const name = draft.procedure.split("/")[0] ?? "";
  const opens = draft.dossier === draft.id;
  const to = opens
    ? `${places.channels}/new/${name}?draft=${draft.id}`
    : `${places.channel(draft.dossier)}?step=${draft.step}&draft=${draft.id}`;
  return (
    <>
      <PlaceLink to={to} className="btn">
        <Words id="channels.draft.change" />
      </PlaceLink>
      <Button className="btn" isDisabled={moves.busy} onPress={() => void moves.remove()}>
        <Words id="channels.draft.remove" />
      </Button>
    </>
  );
}

function Returning({ moves, onClose }: { readonly moves: DraftMoves; onClose(): void }): ReactNode {
  const [reason, setReason] = useState("");
  const id = useId();
  const send = (): void => {
    onClose();
    void moves.giveBack(reason.trim());
  };
  return (
    <TaskDialog
      title={<Words id="channels.draft.return" />}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button className="btn btn--primary" isDisabled={reason.trim() === ""} onPress={send}>
            <Words id="channels.draft.return" />
          </Button>
          <Button className="btn" onPress={onClose}>
            <Words id="channels.leave" />
          </Button>
        </>
      }
    >
      <div className="field">
        <label className="field__name" htmlFor={id}>
          <Words id="channels.draft.reason" />
        </label>
        <textarea
          id={id}
          className="input input--prose"
          dir="auto"
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </TaskDialog>
  );
}
