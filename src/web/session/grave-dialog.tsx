// The dialog of a grave step: what is signed, in words read from the bytes that will be signed; then the passkey, or in
// a demonstration the key of its node, which it says. Leaving it signs nothing and loses nothing.

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { Passkey } from "../../api/index.ts";
import { call, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Loading, Part, TaskDialog, useStepName } from "../parts/index.ts";
import type { ConfirmGraveProps, Laid } from "./confirm-grave.tsx";
import { KeyChoice } from "./key-choice.tsx";
import { Problem } from "./problem.tsx";
import { prepare, type Signer, signAndRegister, type ToSign } from "./signing.ts";
import { WhatIsSigned } from "./what-is-signed.tsx";

type Prepared =
  | { readonly kind: "waiting" }
  | { readonly kind: "ready"; readonly toSign: ToSign }
  | { readonly kind: "differs" }
  | { readonly kind: "failed"; readonly cause: unknown };

interface DialogProps extends ConfirmGraveProps {
  readonly draft: Readonly<Record<string, unknown>>;
}

export function GraveDialog({ draft, laid, onRegistered, onClose }: DialogProps): ReactNode {
  const accord = useAccordId();
  const [attempt, setAttempt] = useState(0);
  const prepared = usePrepared({ accord, draft, laid, attempt });
  const stepName = useStepName();
  const say = useSay();
  const step = stepName(String(draft.procedure), String(draft.step));
  const title = say("session.grave.title", { step });
  if (prepared.kind === "ready")
    return <Ready title={title} toSign={prepared.toSign} onRegistered={onRegistered} onClose={onClose} />;
  return (
    <TaskDialog title={title} isOpen onClose={onClose} actions={<Leave onClose={onClose} />}>
      {prepared.kind === "waiting" ? <Loading /> : null}
      {prepared.kind === "differs" ? (
        <div className="err on-ink" role="alert">
          <h3>
            <Words id="session.grave.differs" />
          </h3>
          <div className="err__body">
            <p>
              <Words id="session.grave.differsSafe" />
            </p>
          </div>
        </div>
      ) : null}
      {prepared.kind === "failed" ? <Problem problem={prepared.cause} again={() => setAttempt(attempt + 1)} /> : null}
    </TaskDialog>
  );
}

function usePrepared(input: {
  readonly accord: string;
  readonly draft: Readonly<Record<string, unknown>>;
  readonly laid: Laid | undefined;
  readonly attempt: number;
}): Prepared {
  const { accord, draft, attempt } = input;
  const laid = useRef(input.laid);
  const [prepared, setPrepared] = useState<Prepared>({ kind: "waiting" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks again.
  useEffect(() => {
    let left = false;
    const keep = (next: Prepared): void => {
      if (!left) setPrepared(next);
    };
    setPrepared({ kind: "waiting" });
    prepare({ accord, draft, laid: laid.current }).then(
      (toSign) => keep(toSign === undefined ? { kind: "differs" } : { kind: "ready", toSign }),
      (cause: unknown) => keep({ kind: "failed", cause }),
    );
    return () => {
      left = true;
    };
  }, [accord, draft, attempt]);
  return prepared;
}

interface ReadyProps {
  readonly title: string;
  readonly toSign: ToSign;
  readonly onRegistered: (id: string) => void;
  readonly onClose: () => void;
}

function Ready({ title, toSign, onRegistered, onClose }: ReadyProps): ReactNode {
  const client = useQueryClient();
  const session = useAsk("session");
  const demonstration = session.state === "signedIn" && session.by === "demonstration";
  const passkeys = usePasskeys(!demonstration);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const own = session.state === "signedIn" ? session.credential : undefined;
  const passkey =
    passkeys?.find((one) => one.credential === (chosen ?? own)) ?? (chosen === undefined ? passkeys?.[0] : undefined);
  const signer: Signer | undefined = demonstration ? { by: "demonstration" } : passkey && { by: "passkey", passkey };
  const sign = async (by: Signer): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const done = await signAndRegister(toSign, by);
      if ("refusal" in done) return setProblem(done.refusal);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === toSign.act.accord });
      onRegistered(done.id);
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button
        className="btn btn--primary"
        isDisabled={busy || signer === undefined}
        onPress={() => signer && void sign(signer)}
      >
        <Words id={demonstration ? "session.grave.signDemonstration" : "session.grave.sign"} />
      </Button>
      <Leave onClose={onClose} />
    </>
  );
  return (
    <TaskDialog title={title} isOpen onClose={onClose} actions={actions} wide>
      <WhatIsSigned toSign={toSign} />
      {demonstration ? <DemonstrationNote /> : null}
      {passkeys ? (
        <Part>
          <KeyChoice act={toSign.act} passkeys={passkeys} chosen={passkey} onChoose={setChosen} />
        </Part>
      ) : null}
      {busy ? (
        <p className="small soft" role="status">
          <Words id="session.grave.signing" />
        </p>
      ) : null}
      {problem === undefined ? null : <Problem problem={problem} again={() => signer && void sign(signer)} />}
    </TaskDialog>
  );
}

/** The passkeys that can be asked for on this page; undefined while they are not known, or not needed. */
function usePasskeys(needed: boolean): readonly Passkey[] | undefined {
  const [passkeys, setPasskeys] = useState<readonly Passkey[] | undefined>(undefined);
  useEffect(() => {
    if (!needed) return;
    call("credentials").then(
      ({ items }) => setPasskeys(items.filter((one) => one.origin === location.origin)),
      () => setPasskeys([]),
    );
  }, [needed]);
  return passkeys;
}

function DemonstrationNote(): ReactNode {
  return (
    <div className="note">
      <p>
        <Words id="session.grave.demonstration" />
      </p>
    </div>
  );
}

function Leave({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Button className="btn" onPress={onClose}>
      <Words id="session.grave.leave" />
    </Button>
  );
}
