// The way in: a passkey; an invitation's code for whoever has none yet; in a demonstration, entering as an officer of
// the story, under a note that says what it is.

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { Session } from "../../api/index.ts";
import { keyOf, useAsk } from "../api/index.ts";
import { useSay, useSpeech, Words } from "../language/index.ts";
import { inSpeech, usePageTitle } from "../parts/index.ts";
import { signIn } from "./ceremonies.ts";
import { Enrolment } from "./enrolment.tsx";
import { EnterAs } from "./enter-as.tsx";
import { Problem } from "./problem.tsx";

export function WayIn({ ways }: { readonly ways: Session["ways"] }): ReactNode {
  const { names, demonstration, notice } = useAsk("node");
  const { language } = useSpeech();
  const say = useSay();
  const client = useQueryClient();
  usePageTitle(say("session.signIn"));
  const enter = async (session: Session): Promise<void> => {
    client.setQueryData(keyOf("session"), session);
    await client.invalidateQueries();
  };
  return (
    <div className="way-in stack">
      {demonstration ? (
        <div className="note" role="status">
          <h2>
            <Words id="session.demonstration" />
          </h2>
          <p dir="auto">{notice}</p>
        </div>
      ) : null}
      <section className="sheet">
        <div className="sheet__head">
          <h1 className="sheet__title">
            <Words id="session.signInTo" values={{ side: inSpeech(names, language) }} />
          </h1>
        </div>
        <div className="sheet__body stack">{ways.passkey ? <ByPasskey onEnter={enter} /> : <NoPasskeyHere />}</div>
      </section>
      {ways.demonstration ? <EnterAs onEnter={enter} /> : null}
    </div>
  );
}

function ByPasskey({ onEnter }: { readonly onEnter: (session: Session) => Promise<void> }): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const begin = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onEnter(await signIn());
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="row row--wrap">
        <Button className="btn btn--primary" isDisabled={busy} onPress={() => void begin()}>
          <Words id="session.use" />
        </Button>
        {busy ? (
          <span className="small soft" role="status">
            <Words id="session.waiting" />
          </span>
        ) : null}
      </div>
      {problem === undefined ? null : <Problem problem={problem} again={() => void begin()} />}
      <details className="way-in__invited">
        <summary>
          <Words id="session.invited" />
        </summary>
        <Enrolment invited onEnter={onEnter} />
      </details>
    </>
  );
}

/** On this machine a browser offers passkeys at localhost and not at the number of the address. */
function NoPasskeyHere(): ReactNode {
  const { hostname, port, protocol, pathname } = window.location;
  const local = hostname === "127.0.0.1" || hostname === "[::1]" ? `${protocol}//localhost:${port}` : undefined;
  return (
    <>
      <p>
        <Words id="session.noPasskeyHere" />
      </p>
      {local === undefined ? null : (
        <p>
          <a href={`${local}${pathname}`}>
            <Words id="session.openAt" values={{ address: <bdi className="t">{local}</bdi> }} />
          </a>
        </p>
      )}
    </>
  );
}
