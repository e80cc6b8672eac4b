// Sending what was changed: what differs, why, and which of the other side's requests it answers. The act names its
// version in the button; a refusal stands in the dialog and nothing is lost.

import { type ReactNode, useState } from "react";
import { Button, Checkbox, CheckboxGroup, Label, TextArea, TextField } from "react-aria-components";
import { clashesOf } from "../../procedures/index.ts";
import { Words } from "../language/index.ts";
import { ErrorOf, type Making, RefusalNote, TaskDialog, Told } from "../parts/index.ts";
import { ComparisonList } from "./comparison-list.tsx";
import type { OpenRequest } from "./programme-data.ts";
import { bodiesOf, type EditingStep, type Unsendable } from "./sending.ts";
import type { EditsInHand } from "./use-edits.ts";

export interface SendDialogProps {
  readonly dossier: string;
  readonly hand: EditsInHand;
  readonly step: EditingStep;
  readonly next: number;
  readonly requests: readonly OpenRequest[];
  /** Requests taken over into the edits. */
  readonly taken: readonly number[];
  readonly making: Making;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

export function SendDialog(props: SendDialogProps): ReactNode {
  const { dossier, hand, step, next, requests, making, onClose, onSent } = props;
  const [reason, setReason] = useState("");
  const [answers, setAnswers] = useState<string[]>(props.taken.map(String));
  const [flaw, setFlaw] = useState<Unsendable | undefined>(undefined);
  const asks = step === "requestChange";
  const needsReason = step !== "changeEngagement" && step !== "tableProgramme";
  const clashes = clashesOf(hand.engagements).length;
  const send = async (): Promise<void> => {
    const { base, before } = hand.edits;
    const sending = { step, base, before, after: hand.engagements, reason, answers: answers.map(Number) };
    const bodies = bodiesOf(sending);
    setFlaw(typeof bodies === "string" ? bodies : undefined);
    if (typeof bodies === "string") return;
    const made = await making.make(bodies.map((one) => ({ ...one, dossier })));
    if (made) onSent();
  };
  return (
    <TaskDialog
      isOpen
      onClose={onClose}
      title={<Words id={asks ? "programme.ask" : "programme.propose"} values={{ number: next }} />}
      actions={
        <>
          <Button className="btn btn--primary" isDisabled={making.busy} onPress={() => void send()}>
            <span>
              <Words id={asks ? "programme.send.ask" : "programme.send.version"} values={{ number: next }} />
            </span>
          </Button>
          <Button className="btn" onPress={onClose}>
            <Words id="programme.send.back" />
          </Button>
        </>
      }
    >
      <ComparisonList before={hand.edits.before} after={hand.engagements} />
      {clashes > 0 ? (
        <p className="chip chip--warn">
          <span>
            <Words id="programme.send.clashes" values={{ count: clashes }} />
          </span>
        </p>
      ) : null}
      <TextField
        className="field"
        value={reason}
        onChange={setReason}
        isRequired={needsReason}
        isInvalid={flaw === "reason"}
      >
        <Label>
          <Words id={needsReason ? "programme.send.reason" : "programme.send.reasonOptional"} />
        </Label>
        <TextArea className="input" maxLength={600} rows={3} />
      </TextField>
      {step === "changeEngagement" ? <Answers requests={requests} value={answers} onChange={setAnswers} /> : null}
      {flaw === undefined ? null : (
        <div className="note" role="alert">
          <Words id={`programme.send.flaw.${flaw}`} />
        </div>
      )}
      {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
      {making.error === undefined ? null : <ErrorOf error={making.error} again={() => void send()} />}
    </TaskDialog>
  );
}

interface AnswersProps {
  readonly requests: readonly OpenRequest[];
  readonly value: string[];
  readonly onChange: (value: string[]) => void;
}

function Answers({ requests, value, onChange }: AnswersProps): ReactNode {
  if (requests.length === 0) return null;
  return (
    <CheckboxGroup className="field" value={value} onChange={onChange}>
      <Label>
        <Words id="programme.send.answers" />
      </Label>
      {requests.map(({ number, reason }) => (
        <Checkbox key={number} className="check" value={String(number)}>
          <span className="check__box" aria-hidden="true" />
          <span>
            <Words id="programme.request.number" values={{ number }} /> <Told text={reason} />
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
