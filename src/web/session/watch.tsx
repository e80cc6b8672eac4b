// Watches over an open session: ends it when nobody is there, notices when the node has ended it, and lays the lock
// over the page. What stands half-filled beneath the lock stays there.

import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import type { Session } from "../../api/index.ts";
import { call, keyOf, Refused, sessionReopened, streamRefused } from "../api/index.ts";
import { watchPresence } from "./presence.ts";
import { forgetOtherOfficer } from "./tab.ts";

export type SignedIn = Extract<Session, { state: "signedIn" }>;

const Lock = lazy(async () => ({ default: (await import("./lock.tsx")).Lock }));

interface WatchProps {
  readonly session: SignedIn;
  readonly children: ReactNode;
}

export function Watch({ session, children }: WatchProps): ReactNode {
  const client = useQueryClient();
  const [locked, setLocked] = useState(false);
  const { officer, idleSeconds } = session;
  forgetOtherOfficer(officer);
  const lock = useCallback(() => setLocked(true), []);

  useEffect(() => {
    if (locked || idleSeconds === undefined) return;
    const presence = watchPresence({
      idleMs: idleSeconds * 1000,
      here: () => void call("sessionHere").catch(ended(lock)),
      idle: () => {
        lock();
        // At once on the node too: a lock on the page alone would leave the cookie good.
        void call("endSession").catch(() => undefined);
      },
    });
    return () => presence.end();
  }, [locked, idleSeconds, lock]);

  // Any answer that says the session is over locks the page, whoever asked.
  useEffect(() => {
    const isOver = ended(lock);
    const queries = client.getQueryCache().subscribe(({ query }) => isOver(query.state.error));
    const mutations = client.getMutationCache().subscribe(({ mutation }) => isOver(mutation?.state.error));
    return () => {
      queries();
      mutations();
    };
  }, [client, lock]);

  // A page on which nothing happens asks nothing: when its stream is refused, the session itself is asked for.
  useEffect(() => {
    if (locked) return;
    const ask = (): void => void call("accords").catch(ended(lock));
    window.addEventListener(streamRefused, ask);
    return () => window.removeEventListener(streamRefused, ask);
  }, [locked, lock]);

  const open = async (next: SignedIn): Promise<void> => {
    if (next.officer !== officer) {
      forgetOtherOfficer(next.officer);
      return window.location.assign("/");
    }
    client.setQueryData(keyOf("session"), next);
    await client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
    setLocked(false);
    window.dispatchEvent(new Event(sessionReopened));
    void client.invalidateQueries();
  };
  return (
    <>
      {children}
      {locked ? (
        <Suspense>
          <Lock session={session} onOpen={open} />
        </Suspense>
      ) : null}
    </>
  );
}

function ended(lock: () => void): (cause: unknown) => void {
  return (cause) => {
    if (!(cause instanceof Refused)) return;
    if (cause.refusal.code === "api.sessionEnded" || cause.refusal.code === "api.notAuthenticated") lock();
  };
}
