// Signing a grave step: the dialog that shows what is signed and asks for the officer's signature. Given a completed
// draft (parts: `useDrafts`) it is open; it is fetched when it is first needed.

import { lazy, type ReactNode, Suspense } from "react";

/** A draft of this side, in the version that the officer has before them. */
export interface Laid {
  readonly draft: string;
  readonly version: number;
}

export interface ConfirmGraveProps {
  /** The act to be signed, as `useDrafts` completes it; undefined while there is nothing to sign. */
  readonly draft: Readonly<Record<string, unknown>> | undefined;
  /** The draft that it is, where another officer composed it and this one releases it. */
  readonly laid?: Laid;
  /** Called once the act is on disk, with its id. */
  readonly onRegistered: (id: string) => void;
  /** Called when the officer leaves without signing: nothing has happened. */
  readonly onClose: () => void;
}

const GraveDialog = lazy(async () => ({ default: (await import("./grave-dialog.tsx")).GraveDialog }));

export function ConfirmGrave({ draft, ...rest }: ConfirmGraveProps): ReactNode {
  if (draft === undefined) return null;
  return (
    <Suspense>
      <GraveDialog key={String(draft.id)} draft={draft} {...rest} />
    </Suspense>
  );
}
