// Checking an act here and now: the proof is asked of the node, and everything in it is checked by this page.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { isRefusal, type Refusal, utf8 } from "../../../base/index.ts";
import { call, useAccordId } from "../../api/index.ts";
import { Words } from "../../language/index.ts";
import { Icon } from "../icon.tsx";
import { saveFile } from "../save-file.ts";
import { useSides } from "../sides.tsx";
import { ErrorOf, RefusalNote } from "../states.tsx";
import type { CheckedProof } from "./check.ts";
import { ProofResult } from "./result.tsx";
import { problemWords } from "./words.ts";

type Checking =
  | { readonly at: "start" | "checking" }
  | { readonly at: "proved"; readonly checked: CheckedProof }
  | { readonly at: "refused"; readonly refusal: Refusal }
  | { readonly at: "unanswered"; readonly error: unknown };

interface VerifyProps {
  readonly act: { readonly id: string; readonly party: string; readonly index: number; readonly rung: string };
}

/** A button to check, one to export, and what came of it. Only an act that both sides hold has a proof. */
export function VerifyAct({ act }: VerifyProps): ReactNode {
  const [checking, setChecking] = useState<Checking>({ at: "start" });
  const verify = useVerify(act.id, setChecking);
  const save = useExport(act, setChecking);
  const held = act.rung === "heldByBoth";
  return (
    <section className="stack">
      <div className="row row--between">
        <Button className="btn btn--primary" isDisabled={!held || checking.at === "checking"} onPress={verify}>
          <Icon name="proof" />
          <Words id="parts.proof.verify" />
        </Button>
        <Button className="btn" isDisabled={!held} onPress={save}>
          <Icon name="download" />
          <Words id="parts.proof.export" />
        </Button>
      </div>
      {held ? null : (
        <p className="small muted">
          <Words id="parts.proof.onlyHeld" />
        </p>
      )}
      <CheckingView checking={checking} again={verify} />
    </section>
  );
}

function CheckingView({ checking, again }: { readonly checking: Checking; readonly again: () => void }): ReactNode {
  switch (checking.at) {
    case "start":
      return null;
    case "checking":
      return (
        <p className="small muted" role="status">
          <Words id="parts.proof.checking" />
        </p>
      );
    case "proved":
      return <ProofResult checked={checking.checked} compared />;
    case "refused":
      return <RefusalNote refusal={problemWords(checking.refusal)} />;
    case "unanswered":
      return <ErrorOf error={checking.error} again={again} />;
  }
}

type Told = (checking: Checking) => void;

function useVerify(act: string, tell: Told): () => void {
  const accord = useAccordId();
  const { parties } = useSides();
  const known = Object.fromEntries(parties.map((side) => [side.party, side.fingerprint]));
  const work = async (): Promise<Checking> => {
    // The checking itself is fetched when it is first wanted: it brings its own cryptography.
    const [{ checkProof }, text] = await Promise.all([
      import("./check.ts"),
      call("actProof", { params: { accord, act } }),
    ]);
    const checked = checkProof(utf8(text), known);
    return isRefusal(checked) ? { at: "refused", refusal: checked } : { at: "proved", checked };
  };
  return () => {
    tell({ at: "checking" });
    work().then(tell, (error: unknown) => tell({ at: "unanswered", error }));
  };
}

function useExport(act: VerifyProps["act"], tell: Told): () => void {
  const accord = useAccordId();
  return () => {
    call("actProof", { params: { accord, act: act.id } }).then(
      (text) => saveFile(`entente-${act.party}-${act.index}.proof.json`, text),
      (error: unknown) => tell({ at: "unanswered", error }),
    );
  };
}
