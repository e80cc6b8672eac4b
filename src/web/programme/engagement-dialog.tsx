// One line of the programme in full; changed here where this side may. What is changed stays on the screen until it is
// sent with the rest.

import { type ReactNode, useState } from "react";
import { Button, Checkbox, Input, Label, TextField } from "react-aria-components";
import { type RefusalText, refusalTextOf } from "../../api/index.ts";
import type { Engagement } from "../../procedures/index.ts";
import { useSpeech, Words } from "../language/index.ts";
import { RefusalNote, TaskDialog, useFieldName } from "../parts/index.ts";
import { changesBetween } from "./changes-between.ts";
import { LineDetails } from "./line-details.tsx";
import { fieldsOf, filledWith, type LineFields } from "./line-fields.ts";
import { useLineWords } from "./line-words.ts";
import type { EditsInHand } from "./use-edits.ts";

interface EngagementDialogProps {
  readonly line: Engagement;
  readonly hand: EditsInHand;
  readonly editable: boolean;
  readonly onClose: () => void;
}

export function EngagementDialog({ line, hand, editable, onClose }: EngagementDialogProps): ReactNode {
  const { language } = useSpeech();
  const [fields, setFields] = useState<LineFields>(() => fieldsOf(line, spoken(line, language)));
  const [refusal, setRefusal] = useState<RefusalText | undefined>(undefined);
  const [flaw, setFlaw] = useState<keyof LineFields | undefined>(undefined);
  const words = useLineWords();
  const keep = (): void => {
    const filled = filledWith(line, fields);
    if ("flaw" in filled) {
      setFlaw(filled.flaw);
      return;
    }
    const changes = changesBetween([line], [filled.line]);
    const refused = changes.length > 0 ? hand.change({ gesture: crypto.randomUUID(), changes }) : undefined;
    if (refused) setRefusal(refusalTextOf(refused));
    else onClose();
  };
  const remove = (): void => {
    const refused = hand.change({ gesture: crypto.randomUUID(), changes: [{ kind: "remove", engagement: line.id }] });
    if (refused) setRefusal(refusalTextOf(refused));
    else onClose();
  };
  return (
    <TaskDialog
      isOpen
      onClose={onClose}
      title={words.name(line)}
      actions={
        editable ? (
          <>
            <Button className="btn btn--primary" onPress={keep}>
              <Words id="programme.line.keep" />
            </Button>
            <Button className="btn" onPress={onClose}>
              <Words id="programme.send.back" />
            </Button>
            <Button className="btn btn--quiet" onPress={remove}>
              <Words id="programme.line.remove" />
            </Button>
          </>
        ) : (
          <Button className="btn" onPress={onClose}>
            <Words id="programme.line.close" />
          </Button>
        )
      }
    >
      {editable ? <LineForm fields={fields} flaw={flaw} onChange={setFields} /> : null}
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      <LineDetails line={line} />
    </TaskDialog>
  );
}

/** The reader's language where the line has a title in it. */
function spoken(line: Engagement, language: string): string | undefined {
  return Object.keys(line.titles).find((code) => code === language);
}

interface LineFormProps {
  readonly fields: LineFields;
  readonly flaw: keyof LineFields | undefined;
  readonly onChange: (fields: LineFields) => void;
}

const texts = ["title", "date", "time", "minutes", "venue", "city", "host", "from", "to", "road"] as const;
const types: Readonly<Partial<Record<(typeof texts)[number], string>>> = {
  date: "date",
  time: "time",
  minutes: "number",
  road: "number",
};

function LineForm({ fields, flaw, onChange }: LineFormProps): ReactNode {
  const fieldName = useFieldName();
  return (
    <div className="line-form">
      {texts.map((name) => (
        <TextField
          key={name}
          className={`field line-form__${name}`}
          type={types[name] ?? "text"}
          value={fields[name]}
          isInvalid={flaw === name}
          onChange={(value) => onChange({ ...fields, [name]: value })}
        >
          <Label>
            <Words id={`programme.field.${name}`} />
          </Label>
          <Input className="input" />
        </TextField>
      ))}
      <Checkbox
        className="check"
        isSelected={fields.confirmed}
        onChange={(confirmed) => onChange({ ...fields, confirmed })}
      >
        <span className="check__box" aria-hidden="true" />
        {fieldName("programme", "confirmed")}
      </Checkbox>
      {flaw === undefined ? null : (
        <p className="note" role="alert">
          <Words id="programme.line.flaw" />
        </p>
      )}
    </div>
  );
}
