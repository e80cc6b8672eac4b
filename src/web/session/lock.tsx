// The lock over an idle page: everything is hidden but the label banners, and only the same officer's passkey opens it
// (in a demonstration, entering again). A native modal dialog: the browser makes all beneath it inert, dialogs
// included.

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { createPortal } from "react-dom";
import { call } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { useFunctionName } from "../parts/index.ts";
import { signIn } from "./ceremonies.ts";
import { Problem } from "./problem.tsx";
import type { SignedIn } from "./watch.tsx";

interface LockProps {
  readonly session: SignedIn;
  readonly onOpen: (session: SignedIn) => Promise<void>;
}

export function Lock({ session, onOpen }: LockProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const say = useSay();
  useEffect(() => {
    document.body.classList.add("is-locked");
    const { current } = dialog;
    current?.showModal();
    // Escape closes a native dialog; this one is opened again.
    const again = (): void => current?.showModal();
    current?.addEventListener("close", again);
    return () => {
      current?.removeEventListener("close", again);
      current?.close();
      document.body.classList.remove("is-locked");
    };
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className="lock"
      aria-label={say("session.locked")}
      data-react-aria-top-layer="true"
      onCancel={(event) => event.preventDefault()}
    >
      <Opening session={session} onOpen={onOpen} />
    </dialog>,
    document.body,
  );
}

function Opening({ session, onOpen }: LockProps): ReactNode {
  const functionName = useFunctionName();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const { officer, by, functions, ways } = session;
  const demonstration = by === "demonstration" && ways.demonstration;
  const open = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const next = demonstration ? await call("enterDemonstration", { body: { officer } }) : await signIn(officer);
      if (next.state === "signedIn") await onOpen(next);
    } catch (cause) {
      setProblem(cause);
      setBusy(false);
    }
  };
  const name = functionName(functions[0] ?? "");
  return (
    <section className="sheet lock__sheet">
      <div className="sheet__head">
        <h1 className="sheet__title">
          <Words id="session.locked" />
        </h1>
      </div>
      <div className="sheet__body stack">
        <p>
          <Words id="session.lockedText" />
        </p>
        <div className="row row--wrap">
          <Button className="btn btn--primary" autoFocus isDisabled={busy} onPress={() => void open()}>
            {demonstration ? (
              <Words id="session.enterAgain" values={{ function: name }} />
            ) : (
              <Words id="session.unlock" />
            )}
          </Button>
          <Button className="btn" onPress={() => window.location.assign("/")}>
            <Words id="session.other" />
          </Button>
        </div>
        {problem === undefined ? null : <Problem problem={problem} again={() => void open()} />}
      </div>
    </section>
  );
}
