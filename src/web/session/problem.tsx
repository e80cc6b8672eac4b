// Why what an officer began with a passkey did not come about, beside where they began it.

import type { ReactNode } from "react";
import type { RefusalText } from "../../api/index.ts";
import { Refused } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { ErrorOf, RefusalNote } from "../parts/index.ts";
import { NotUsed } from "./ceremonies.ts";

interface ProblemProps {
  readonly problem: unknown;
  readonly again: () => void;
}

export function Problem({ problem, again }: ProblemProps): ReactNode {
  if (isRefusalText(problem)) return <RefusalNote refusal={problem} />;
  if (problem instanceof Refused) return <RefusalNote refusal={problem.refusal} />;
  if (problem instanceof NotUsed) return <NotUsedNote reason={problem.reason} />;
  return <ErrorOf error={problem} again={again} />;
}

function isRefusalText(value: unknown): value is RefusalText {
  return typeof value === "object" && value !== null && "code" in value && "todo" in value;
}

const said: Readonly<Record<NotUsed["reason"], string>> = {
  left: "session.notUsed.left",
  known: "session.notUsed.known",
  failed: "session.notUsed.failed",
};

function NotUsedNote({ reason }: { readonly reason: NotUsed["reason"] }): ReactNode {
  return (
    <div className="note" role="alert">
      <p>
        <Words id={said[reason]} />
      </p>
    </div>
  );
}
