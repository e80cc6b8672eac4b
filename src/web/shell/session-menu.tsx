// Who is signed in. What they may do about it, and on a small screen the places the rail would show, are fetched when
// they are first asked for.

import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { useAsk } from "../api/index.ts";
import { useSay } from "../language/index.ts";
import { Seal, useFunctionName, useServiceName, useSides } from "../parts/index.ts";

const SessionMenuList = lazy(() =>
  import("./session-menu-list.tsx").then((file) => ({ default: file.SessionMenuList })),
);

export function SessionMenu(): ReactNode {
  const { own } = useSides();
  const session = useAsk("session");
  const say = useSay();
  const functionName = useFunctionName();
  const serviceName = useServiceName();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (session.state !== "signedIn") return null;
  const name = functionName(session.functions[0] ?? "");
  return (
    <>
      <button
        ref={button}
        type="button"
        className="me"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Seal party={own} size="session" />
        <span className="vh">{say("shell.me.menu")}</span>
        <span className="me__words">
          <b>{name}</b>
          <small>{serviceName(own, session.service)}</small>
        </span>
      </button>
      {open ? (
        <Suspense>
          <SessionMenuList trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
