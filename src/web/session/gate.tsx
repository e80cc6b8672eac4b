// Lets in who is signed in; in a demonstration, whoever enters as one of its officers.

import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { call, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";

export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useAsk("session");
  if (session.state === "signedIn") return children;
  return session.ways.demonstration ? <Enter /> : <Words id="session.none" />;
}

function Enter(): ReactNode {
  const { items } = useAsk("demonstrationFunctions");
  const client = useQueryClient();
  const enter = async (officer: string): Promise<void> => {
    await call("enterDemonstration", { body: { officer } });
    await client.invalidateQueries();
  };
  return (
    <section className="sheet">
      <div className="sheet__head">
        <h1 className="sheet__title">
          <Words id="session.enter" />
        </h1>
      </div>
      <div className="sheet__body stack">
        {items.map(({ officer, functions }) => (
          <Button key={officer} className="btn" onPress={() => void enter(officer)}>
            {functions.join(", ")} ({officer})
          </Button>
        ))}
      </div>
    </section>
  );
}
