// The form of one step over the page: filled in with what the dossier tells, sent, or for a grave step signed. A
// refusal stands at its field; what is typed outlives the dialog.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { RefusalText } from "../../api/index.ts";
import type { JsonValue } from "../../seal/index.ts";
import { Words } from "../language/index.ts";
import type { Field } from "../parts/form/field.ts";
import { Form, LabelPicker, useKept, useOffers } from "../parts/form/index.ts";
import {
  type Drafted,
  ErrorOf,
  RefusalNote,
  TaskDialog,
  useDrafts,
  useMaking,
  useSides,
  useStepName,
} from "../parts/index.ts";
import { ConfirmGrave } from "../session/index.ts";
import { beginWith } from "./begin.ts";
import type { Opened } from "./opened.ts";
import { useStepField } from "./use-step-field.ts";

interface StepDialogProps {
  readonly dossier: string;
  readonly opened: Opened;
  /** The level the dossier's acts are marked with. */
  readonly level: string | undefined;
  readonly onClose: () => void;
}

export function StepDialog(props: StepDialogProps): ReactNode {
  const found = useStepField(props.opened.step);
  if (!found) return null;
  return <Opening {...props} field={found.field} grave={found.grave} />;
}

interface OpeningProps extends StepDialogProps {
  readonly field: Field;
  readonly grave: boolean;
}

function Opening({ dossier, opened, level: inherited, onClose, field, grave }: OpeningProps): ReactNode {
  const { step, known } = opened;
  const { cap, labels } = useSides();
  const [level, setLevel] = useState(inherited ?? labels.levels[0]?.code ?? "");
  const of = { procedure: "visit/1", classification: level };
  const making = useMaking(of);
  const drafts = useDrafts(of);
  const [draft, setDraft] = useState<Drafted | undefined>(undefined);
  const kept = useKept(`${dossier}.${step}.${JSON.stringify(known)}`, () => beginWith(field, known));
  const offers = useOffers();
  const stepName = useStepName();
  const done = (): void => {
    kept.drop();
    onClose();
  };
  const send = async (body: JsonValue): Promise<void> => {
    if (!isBody(body)) return;
    const made = { step, body, dossier };
    if (grave) setDraft(drafts([made])[0]);
    else if (await making.make([made])) done();
  };
  if (draft) return <ConfirmGrave draft={draft} onRegistered={done} onClose={() => setDraft(undefined)} />;
  return (
    <TaskDialog title={stepName("visit", step)} isOpen onClose={onClose} wide>
      <Form
        field={field}
        entry={kept.entry}
        onChange={kept.set}
        around={{ ...offers, procedure: "visit", refused: refusedAt(making.refusal) }}
        onSend={(body) => void send(body)}
        actions={
          <>
            <Button type="submit" className="btn btn--primary" isDisabled={making.busy}>
              {grave ? <Words id="visits.step.sign" /> : stepName("visit", step)}
            </Button>
            <Button className="btn" onPress={onClose}>
              <Words id="visits.step.back" />
            </Button>
          </>
        }
      >
        <LabelPicker level={level} cap={cap} onChange={setLevel} />
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
      </Form>
    </TaskDialog>
  );
}

function isBody(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refusedAt(refusal: RefusalText | undefined): { readonly path: string; readonly problem: string } | undefined {
  const { path, problem } = refusal?.details ?? {};
  return typeof path === "string" && typeof problem === "string" ? { path, problem } : undefined;
}
