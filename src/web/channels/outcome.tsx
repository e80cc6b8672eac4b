// Why an act was not made, beside its form; and, where this side's own rules bar its author, that another may release
// it.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { ErrorOf, RefusalNote } from "../parts/index.ts";
import type { Sending } from "./use-sending.ts";

export function Outcome({ sending }: { readonly sending: Sending }): ReactNode {
  return (
    <>
      {sending.refusal === undefined ? null : <RefusalNote refusal={sending.refusal} />}
      {sending.barred ? (
        <p className="note small" role="alert">
          <Words id="channels.step.barred" />
        </p>
      ) : null}
      {sending.error === undefined ? null : <ErrorOf error={sending.error} again={sending.again} />}
    </>
  );
}
