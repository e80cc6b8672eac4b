// The officer's own passkeys: which there are, where each can be used, whether the directory has published it for
// signing; adding one, and revoking one that is lost.

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { Passkey, Session } from "../../api/index.ts";
import { call, keyOf, useAccordId, useAsk } from "../api/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import { Empty, PageHead, Sheet, TaskDialog, usePageTitle } from "../parts/index.ts";
import { signIn } from "./ceremonies.ts";
import { Enrolment } from "./enrolment.tsx";
import { Problem } from "./problem.tsx";

export function Page(): ReactNode {
  const say = useSay();
  usePageTitle(say("session.passkeys"));
  const { items } = useAsk("credentials");
  const session = useAsk("session");
  const [revoking, setRevoking] = useState<Passkey | undefined>(undefined);
  if (session.state !== "signedIn") return null;
  return (
    <>
      <PageHead title={say("session.passkeys")} />
      <Sheet title={<Words id="session.passkeys.enrolled" />}>
        {items.length === 0 ? (
          <Empty title={<Words id="session.passkeys.none" />} />
        ) : (
          <ul className="passkeys">
            {items.map((one) => (
              <PasskeyRow
                key={one.credential}
                passkey={one}
                present={one.credential === session.credential}
                onRevoke={() => setRevoking(one)}
              />
            ))}
          </ul>
        )}
      </Sheet>
      <Sheet title={<Words id="session.passkeys.add" />}>
        <div className="sheet__body stack">
          <Adding session={session} />
        </div>
      </Sheet>
      <Revoking passkey={revoking} onClose={() => setRevoking(undefined)} />
    </>
  );
}

interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly present: boolean;
  readonly onRevoke: () => void;
}

function PasskeyRow({ passkey, present, onRevoke }: PasskeyRowProps): ReactNode {
  const { label, addedAt, usedAt, origin, backedUp, kid } = passkey;
  return (
    <li className="passkey">
      <div className="stack">
        <b>
          <bdi>{label}</bdi>
          {present ? (
            <span className="chip">
              <Words id="session.passkeys.present" />
            </span>
          ) : null}
        </b>
        <p className="small soft">
          <Words id="session.passkeys.added" values={{ day: <Day at={addedAt} /> }} />
          {usedAt === undefined ? null : (
            <>
              {" · "}
              <Words id="session.passkeys.used" values={{ day: <Day at={usedAt} /> }} />
            </>
          )}
          {" · "}
          <bdi className="t">{origin}</bdi>
          {" · "}
          <Words id={backedUp ? "session.passkeys.backedUp" : "session.passkeys.bound"} />
        </p>
        <PublishedFor kid={kid} />
        <KeyText passkey={passkey} />
      </div>
      <Button className="btn" onPress={onRevoke}>
        <span>
          <Words id="session.passkeys.revoke" values={{ label: <bdi>{label}</bdi> }} />
        </span>
      </Button>
    </li>
  );
}

/** The machine's own time, as it is here: a story's clock is not asked about keys. */
function Day({ at }: { readonly at: string }): ReactNode {
  const dates = useDates();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return <bdi className="t">{dates.day(wallIn(timeZone, at))}</bdi>;
}

function PublishedFor({ kid }: { readonly kid: string }): ReactNode {
  const accord = useAccordId();
  const { own } = useAsk("accord", { params: { accord } });
  const { parties } = useAsk("directory", { params: { accord } });
  const published = (parties[own] ?? []).some(({ functions }) =>
    functions.some(({ keys }) => keys.some((key) => key.kid === kid && key.valid)),
  );
  return (
    <p className="small">
      <Words id={published ? "session.passkeys.published" : "session.passkeys.notPublished"} />
    </p>
  );
}

/** What the registrar puts into a designation. */
function KeyText({ passkey }: { readonly passkey: Passkey }): ReactNode {
  return (
    <details className="small">
      <summary>
        <Words id="session.passkeys.key" />
      </summary>
      <pre className="mono passkey__key" dir="ltr">
        {JSON.stringify(passkey.key, null, 1)}
      </pre>
    </details>
  );
}

function Adding({ session }: { readonly session: Session }): ReactNode {
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(undefined);
  const [fresh, setFresh] = useState(false);
  const keep = async (next: Session): Promise<void> => {
    client.setQueryData(keyOf("session"), next);
    await client.invalidateQueries({ queryKey: keyOf("credentials") });
  };
  const show = async (officer: string): Promise<void> => {
    setProblem(undefined);
    try {
      await keep(await signIn(officer));
      setFresh(true);
    } catch (cause) {
      setProblem(cause);
    }
  };
  if (session.state !== "signedIn" || session.by !== "passkey") return <Words id="session.passkeys.byPasskeyOnly" />;
  const { officer } = session;
  return fresh ? (
    <Enrolment onEnter={keep} />
  ) : (
    <>
      <p>
        <Words id="session.passkeys.freshFirst" />
      </p>
      <div className="row row--wrap">
        <Button className="btn" onPress={() => void show(officer)}>
          <Words id="session.use" />
        </Button>
      </div>
      {problem === undefined ? null : <Problem problem={problem} again={() => void show(officer)} />}
    </>
  );
}

interface RevokingProps {
  readonly passkey: Passkey | undefined;
  readonly onClose: () => void;
}

function Revoking({ passkey, onClose }: RevokingProps): ReactNode {
  const client = useQueryClient();
  const say = useSay();
  const [problem, setProblem] = useState<unknown>(undefined);
  if (passkey === undefined) return null;
  const { credential, label } = passkey;
  const revoke = async (): Promise<void> => {
    setProblem(undefined);
    try {
      await call("revokeCredential", { params: { credential } });
      await client.invalidateQueries({ queryKey: keyOf("credentials") });
      onClose();
    } catch (cause) {
      setProblem(cause);
    }
  };
  const actions = (
    <>
      <Button className="btn btn--primary" onPress={() => void revoke()}>
        <span>
          <Words id="session.passkeys.revoke" values={{ label: <bdi>{label}</bdi> }} />
        </span>
      </Button>
      <Button className="btn" onPress={onClose}>
        <Words id="session.grave.leave" />
      </Button>
    </>
  );
  return (
    <TaskDialog title={say("session.passkeys.revoke", { label })} isOpen onClose={onClose} actions={actions}>
      <p>
        <Words id="session.passkeys.revokeText" />
      </p>
      {problem === undefined ? null : <Problem problem={problem} again={() => void revoke()} />}
    </TaskDialog>
  );
}
