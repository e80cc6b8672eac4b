// Composing one step of a thread: its text, its attachments, the documents it is about, its form, its label. What is
// typed is kept until the act is registered or handed over.

import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { DraftDetail, ProcedureDetail } from "../../api/index.ts";
import type { JsonValue } from "../../seal/index.ts";
import { useAccordId } from "../api/index.ts";
import { useSpeech, Words } from "../language/index.ts";
import { entryOf, Form, fieldOf, useKept, useOffers } from "../parts/form/index.ts";
import { rankOf, useNow, useSides, useStepName } from "../parts/index.ts";
import { useKeptAct } from "../parts/upload/index.ts";
import { ConfirmGrave } from "../session/index.ts";
import { beginEntry, formIn, withForm } from "./compose.ts";
import { bodyOfDraft, composedOf, digestsIn, levelsNamed, missingIn } from "./composed.ts";
import type { DocumentRead, TermsRead } from "./data.ts";
import { fits } from "./document-state.ts";
import { useChannelEnvelope } from "./envelope.ts";
import { partsOfForm } from "./form-parts.ts";
import { useFrame } from "./frame.ts";
import { FrameView } from "./frame-view.tsx";
import { beginningOf, fixedOf, type KnownOf, settledOf } from "./known.ts";
import { Outcome } from "./outcome.tsx";
import { SpecialFields } from "./special-fields.tsx";
import { useSending } from "./use-sending.ts";

export interface StepFormProps {
  readonly procedure: ProcedureDetail;
  readonly step: ProcedureDetail["steps"][number];
  /** Absent for a step that opens a thread. */
  readonly dossier?: string | undefined;
  readonly data?: unknown;
  readonly channel: string | undefined;
  readonly terms: TermsRead | undefined;
  /** The dossier a new thread is about. */
  readonly about?: string | undefined;
  /** Documents that the step may name. */
  readonly documents: readonly DocumentRead[];
  /** Those that are ticked to begin with. */
  readonly picked?: readonly string[];
  readonly level?: string | undefined;
  /** The draft that is written anew. */
  readonly draft?: DraftDetail | undefined;
  onRegistered(act: string): void;
  onHanded(draft: DraftDetail): void;
  onLeave(): void;
}

export function StepForm(props: StepFormProps): ReactNode {
  const { procedure, step, draft } = props;
  const sides = useSides();
  const stepName = useStepName();
  const composing = useComposing(props);
  const { kept, parts, frame, envelope, sending, offers, fixed } = composing;
  const [told, setTold] = useState(false);
  const handing = useRef(false);
  const missing = missingIn(kept.entry, { parts, picks: step.name !== "suspect" });
  const submit = (body: JsonValue): void => {
    setTold(true);
    if (missing.length > 0) return;
    const composed = composedOf({ entry: kept.entry, parts, body, fixed, documents: props.documents });
    void (handing.current ? sending.handOver(composed) : sending.send(composed));
  };
  const title = stepName(procedure.procedure, step.name);
  return (
    <section ref={useInSight()} className="compose" aria-label={title}>
      <div className="row row--between row--wrap">
        <b>{title}</b>
        {kept.found && draft === undefined ? (
          <Button className="btn btn--quiet" onPress={composing.anew}>
            <Words id="channels.step.anew" />
          </Button>
        ) : null}
      </div>
      <SpecialFields
        procedure={procedure.procedure}
        step={step.name}
        parts={parts}
        entry={kept.entry}
        documents={props.documents.filter((document) => fits(step.name, { document, own: sides.own }))}
        envelope={envelope}
        missing={told ? missing : []}
        onChange={kept.set}
      />
      <Form
        field={parts.rest}
        entry={formIn(kept.entry)}
        onChange={(form) => kept.set(withForm(kept.entry, form))}
        around={{ ...offers, procedure: procedure.procedure, refused: undefined, envelope }}
        onSend={submit}
        actions={
          <FormButtons
            grave={step.grave}
            again={draft !== undefined}
            busy={sending.busy}
            onHand={(hands) => {
              handing.current = hands;
            }}
            onLeave={props.onLeave}
          />
        }
      >
        <FrameView frame={frame} />
        <Outcome sending={sending} />
      </Form>
      <ConfirmGrave draft={sending.toSign} onRegistered={sending.registered} onClose={sending.unsign} />
    </section>
  );
}

/** A form that was chosen far above it is brought before the reader. */
function useInSight(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return place;
}

interface FormButtonsProps {
  readonly grave: boolean;
  /** A draft that is written anew can only be handed over again. */
  readonly again: boolean;
  readonly busy: boolean;
  /** Before the form is sent: whether it is handed to another officer. */
  onHand(hands: boolean): void;
  onLeave(): void;
}

function FormButtons({ grave, again, busy, onHand, onLeave }: FormButtonsProps): ReactNode {
  return (
    <>
      {again ? null : (
        <Button type="submit" className="btn btn--primary" isDisabled={busy} onPress={() => onHand(false)}>
          <Words id={grave ? "channels.step.toSign" : "channels.step.send"} />
        </Button>
      )}
      <Button
        type="submit"
        className={again ? "btn btn--primary" : "btn"}
        isDisabled={busy}
        onPress={() => onHand(true)}
      >
        <Words id={again ? "channels.step.handAgain" : "channels.step.handOver"} />
      </Button>
      <Button className="btn" onPress={onLeave}>
        <Words id="channels.leave" />
      </Button>
      {busy ? (
        <span className="small muted" role="status">
          <Words id="channels.step.sending" />
        </span>
      ) : null}
    </>
  );
}

/** All that a form works with, each piece kept under one key. */
function useComposing(props: StepFormProps) {
  const { procedure, step, dossier, data, draft, channel, terms } = props;
  const accord = useAccordId();
  const { own } = useSides();
  const { language } = useSpeech();
  const now = useNow();
  const known: KnownOf = {
    ...{ procedure: procedure.name, step: step.name, data, channel, terms, about: props.about },
    ...{ own, language, now },
  };
  const field = useMemo(() => fieldOf(step.form), [step.form]);
  const parts = partsOfForm(field, settledOf(known));
  const picked = props.picked ?? [];
  const place = [accord, draft?.id ?? dossier ?? channel ?? "", procedure.name, step.name, ...picked].join(".");
  const body = draft === undefined ? undefined : bodyOfDraft(draft.draft);
  const kept = useKept(place, () =>
    beginEntry({
      form: entryOf(parts.rest, body ?? { ...beginningOf(known) }),
      picked: body === undefined ? picked : digestsIn(body[parts.picked?.name ?? ""]),
      body,
      typed: parts.typed.map(({ name }) => name),
    }),
  );
  const newAct = useKeptAct(place);
  const frame = useFrame({ procedure, step, terms, level: props.level, atLeast: useHighest(kept.entry) });
  const envelope = useChannelEnvelope({ act: draft?.id ?? newAct.id, terms, level: frame.level, cap: frame.cap });
  const anew = (): void => {
    kept.drop();
    newAct.drop();
  };
  const sending = useSending({
    ...{ procedure: procedure.procedure, step: step.name, grave: step.grave, dossier },
    ...{ act: draft?.id ?? newAct.id, frame, envelope, draft },
    onRegistered(id) {
      anew();
      props.onRegistered(id);
    },
    onHanded(laid) {
      anew();
      props.onHanded(laid);
    },
  });
  return { kept, parts, frame, envelope, sending, offers: useOffers(), fixed: fixedOf(known), anew };
}

function useHighest(entry: Parameters<typeof levelsNamed>[0]): string | undefined {
  const sides = useSides();
  return levelsNamed(entry).reduce<string | undefined>(
    (highest, level) => (highest === undefined || rankOf(sides, level) > rankOf(sides, highest) ? level : highest),
    undefined,
  );
}
