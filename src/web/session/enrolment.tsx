// Enrolling a passkey: with an invitation's code, or for whoever is signed in by a passkey used just now. What was
// typed stays when the browser's dialog is left.

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { Session } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { enrol } from "./ceremonies.ts";
import { Problem } from "./problem.tsx";

interface EnrolmentProps {
  /** A code is asked for. */
  readonly invited?: boolean;
  readonly onEnter: (session: Session) => Promise<void>;
}

export function Enrolment({ invited = false, onEnter }: EnrolmentProps): ReactNode {
  const [code, setCode] = useState("");
  const [label, setLabel] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const begin = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const session = await enrol({ label: label.trim(), ...(invited ? { code: code.trim() } : {}) });
      setCode("");
      setLabel("");
      await onEnter(session);
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin();
  };
  const ready = label.trim() !== "" && (!invited || code.trim() !== "");
  return (
    <form className="stack" onSubmit={submit} autoComplete="off">
      {invited ? <Field name="session.code" hint="session.codeHint" value={code} onChange={setCode} code /> : null}
      <Field name="session.label" hint="session.labelHint" value={label} onChange={setLabel} />
      <div className="row row--wrap">
        <Button type="submit" className="btn btn--primary" isDisabled={busy || !ready}>
          <Words id="session.enrol" />
        </Button>
        {busy ? (
          <span className="small soft" role="status">
            <Words id="session.waiting" />
          </span>
        ) : null}
      </div>
      {problem === undefined ? null : <Problem problem={problem} again={() => void begin()} />}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Letters and digits that are read one by one, whatever the page's direction. */
  readonly code?: boolean;
}

function Field({ name, hint, value, onChange, code = false }: FieldProps): ReactNode {
  const hintId = useId();
  return (
    <label className="field">
      <span>
        <Words id={name} />
      </span>
      <input
        className={code ? "input mono" : "input"}
        dir={code ? "ltr" : "auto"}
        value={value}
        maxLength={code ? 40 : 80}
        spellCheck={!code}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={hintId} className="soft">
        <Words id={hint} />
      </small>
    </label>
  );
}
