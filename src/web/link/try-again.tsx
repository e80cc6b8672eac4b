// Trying the link at once, or opening a stopped one again: for administrators, and the node says so to others.

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { RefusalText } from "../../api/index.ts";
import { call, Refused, useAccordId } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { RefusalNote } from "../parts/index.ts";

export function TryAgain({ stopped }: { readonly stopped: boolean }): ReactNode {
  const accord = useAccordId();
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<RefusalText>();
  const [busy, setBusy] = useState(false);
  const again = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await call("retryLink", { params: { accord } });
      await client.invalidateQueries({ queryKey: ["accord", accord] });
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      setRefusal(cause.refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <Button className="btn" isDisabled={busy} onPress={() => void again()}>
        <Words id={stopped ? "link.openAgain" : "link.tryAgain"} />
      </Button>
      {refusal === undefined ? null : <RefusalNote refusal={refusal} />}
    </div>
  );
}
