// Making a step: its form, who makes it and under what label, and what came of it. What is typed is kept until the act
// is registered: a refusal, a link that is cut or a session that ends loses nothing.

import { type ReactNode, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { ProcedureDetail, RefusalText } from "../../api/index.ts";
import type { JsonValue } from "../../seal/index.ts";
import { call, Refused, useAccordId } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { entryOf, Form, fieldOf, LabelPicker, useKept, useOffers } from "../parts/form/index.ts";
import { type Drafted, ErrorOf, RefusalNote, useDrafts, useStepName } from "../parts/index.ts";
import { useEnvelope, useKeptAct } from "../parts/upload/index.ts";
import { ConfirmGrave } from "../session/index.ts";
import { type ActFrame, useActFrame } from "./act-frame.ts";
import { beginningOf } from "./beginning.ts";
import { useHighestDocument } from "./documents-in.ts";
import { FunctionPicker } from "./function-picker.tsx";
import { Resting } from "./resting.tsx";

type Step = ProcedureDetail["steps"][number];

export interface StepFormProps {
  readonly procedure: ProcedureDetail;
  readonly step: Step;
  /** Absent for a step that opens a dossier. */
  readonly dossier?: string | undefined;
  readonly data?: JsonValue | undefined;
  /** The level to begin with: that of what is answered. */
  readonly level?: string | undefined;
  onDone(act: string): void;
  onLeave(): void;
}

export function StepForm(props: StepFormProps): ReactNode {
  const { procedure, step, dossier, data, onDone, onLeave } = props;
  const field = useMemo(() => fieldOf(step.form), [step.form]);
  const accord = useAccordId();
  const key = `${accord}.${dossier ?? procedure.procedure}.${step.name}`;
  const begin = () => entryOf(field, beginningOf({ procedure: procedure.name, step: step.name, data }));
  const kept = useKept(key, begin);
  const act = useKeptAct(key);
  const atLeast = useHighestDocument(kept.entry);
  const frame = useActFrame({ procedure, step, level: props.level, atLeast });
  const envelope = useEnvelope({ act: act.id, level: frame.level, cap: frame.cap, data, entry: kept.entry });
  const drop = (): void => {
    kept.drop();
    act.drop();
  };
  const sending = useSending({
    ...props,
    frame,
    act: act.id,
    onDone: (made) => {
      drop();
      onDone(made);
    },
  });
  const offers = useOffers(data);
  const stepName = useStepName();
  const title = stepName(procedure.procedure, step.name);
  return (
    <>
      {kept.found ? <KeptNote onDrop={drop} /> : null}
      <Form
        field={field}
        entry={kept.entry}
        onChange={kept.set}
        around={{ ...offers, procedure: procedure.procedure, refused: refusedAt(sending.refusal), envelope }}
        onSend={sending.send}
        actions={
          <>
            <Button type="submit" className="btn btn--primary" isDisabled={sending.busy}>
              <Words id={step.grave ? "dossier.step.toSign" : "dossier.step.send"} values={{ step: title }} />
            </Button>
            <Button className="btn" onPress={onLeave}>
              <Words id="dossier.step.leave" />
            </Button>
            {sending.busy ? (
              <span className="small muted" role="status">
                <Words id="dossier.step.sending" />
              </span>
            ) : null}
          </>
        }
      >
        <div className="act-frame">
          <LabelPicker level={frame.level} cap={frame.cap} onChange={frame.setLevel} />
          <Resting frame={frame} />
          <FunctionPicker frame={frame} />
        </div>
        {sending.refusal === undefined ? null : <RefusalNote refusal={sending.refusal} />}
        {sending.error === undefined ? null : <ErrorOf error={sending.error} again={sending.again} />}
      </Form>
      <ConfirmGrave draft={sending.toSign} onRegistered={sending.registered} onClose={sending.unsign} />
    </>
  );
}

function KeptNote({ onDrop }: { readonly onDrop: () => void }): ReactNode {
  return (
    <p className="note small">
      <Words id="dossier.step.kept" />{" "}
      <Button className="btn btn--quiet" onPress={onDrop}>
        <Words id="dossier.step.anew" />
      </Button>
    </p>
  );
}

/** Where in the form a refusal belongs, when it says so: `procedures.badBody` and `acts.badDraft` name a path. */
export function refusedAt(refusal: RefusalText | undefined): { path: string; problem: string } | undefined {
  const { path, problem } = refusal?.details ?? {};
  if (typeof path !== "string" || typeof problem !== "string") return undefined;
  if (refusal?.code === "procedures.badBody") return { path: path === "(whole)" ? "" : path, problem };
  return path.startsWith("body.") ? { path: path.slice("body.".length), problem } : undefined;
}

interface Sending {
  readonly busy: boolean;
  readonly refusal: RefusalText | undefined;
  readonly error: unknown;
  /** The completed draft of a grave step, while its officer is asked to sign. */
  readonly toSign: Drafted | undefined;
  send(body: JsonValue): void;
  again(): void;
  registered(act: string): void;
  unsign(): void;
}

function useSending(input: StepFormProps & { readonly frame: ActFrame; readonly act: string }): Sending {
  const { procedure, step, dossier, frame, act, onDone } = input;
  const accord = useAccordId();
  const drafts = useDrafts({ procedure: procedure.procedure, classification: frame.level });
  const [state, setState] = useState<{ busy: boolean; refusal?: RefusalText; error?: unknown }>({ busy: false });
  const [toSign, setToSign] = useState<Drafted>();
  /** The draft as it was sent: tried again under the same id, an act whose answer was lost is registered once. */
  const [sent, setSent] = useState<Drafted>();
  const register = async (draft: Drafted): Promise<void> => {
    setState({ busy: true });
    setSent(draft);
    try {
      const { results } = await call("registerActs", { params: { accord }, body: { acts: [draft] } });
      const [result] = results;
      if (result?.status === "refused") return setState({ busy: false, refusal: result.refusal });
      setState({ busy: false });
      onDone(draft.id);
    } catch (cause) {
      setState({ busy: false, ...(cause instanceof Refused ? { refusal: cause.refusal } : { error: cause }) });
    }
  };
  return {
    busy: state.busy,
    refusal: state.refusal,
    error: state.error,
    toSign,
    send(body) {
      const [made] = drafts([
        {
          id: act,
          step: step.name,
          body: isObject(body) ? body : {},
          ...(dossier === undefined ? {} : { dossier }),
        },
      ]);
      if (made === undefined) return;
      const draft = { ...made, function: frame.function, articles: [...frame.articles] };
      if (step.grave) setToSign(draft);
      else void register(draft);
    },
    again: () => (sent === undefined ? undefined : void register(sent)),
    registered(act) {
      setToSign(undefined);
      onDone(act);
    },
    unsign: () => setToSign(undefined),
  };
}

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
