// Lets in who is signed in, and shows everyone else the way in. While it lets somebody in it watches over the session:
// a page left alone is locked, and stays as it is beneath the lock.

import { type ComponentType, lazy, type ReactNode } from "react";
import { useAsk } from "../api/index.ts";
import { Part } from "../parts/index.ts";
import { Watch } from "./watch.tsx";

interface SessionGateProps {
  readonly children: ReactNode;
  /** What stands around the way in where the page has no frame of its own yet. */
  readonly frame?: ComponentType<{ readonly children: ReactNode }>;
}

const WayIn = lazy(async () => ({ default: (await import("./way-in.tsx")).WayIn }));

export function SessionGate({ children, frame: Frame }: SessionGateProps): ReactNode {
  const session = useAsk("session");
  if (session.state === "signedIn") return <Watch session={session}>{children}</Watch>;
  const wayIn = (
    <Part>
      <WayIn ways={session.ways} />
    </Part>
  );
  return Frame === undefined ? wayIn : <Frame>{wayIn}</Frame>;
}
