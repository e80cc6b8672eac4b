// Why an upload stopped: the node's refusal in words, a node that is away, or a file that can no longer be read.

import type { ReactNode } from "react";
import { Refused, Unreachable } from "../../api/index.ts";
import { Words } from "../../language/index.ts";
import { RefusalNote } from "../states.tsx";

export function UploadFailure({ error }: { readonly error: unknown }): ReactNode {
  if (error === undefined) return null;
  if (error instanceof Refused) return <RefusalNote refusal={error.refusal} />;
  return (
    <p className="flaw" role="alert">
      <Words id={error instanceof Unreachable ? "parts.error.nodeDown" : "parts.upload.unreadable"} />
    </p>
  );
}
