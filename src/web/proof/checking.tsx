// The place where files are dropped or chosen, and what came of them. No server is asked: what is dropped here stays
// here.

import { type ReactNode, Suspense, useId, useState } from "react";
import type { Refusal } from "../../base/index.ts";
import { useRefusalWords, Words } from "../language/index.ts";
import type { KnownCards } from "../parts/proof/check.ts";
import { ProofResult, ProvenActView } from "../parts/proof/result.tsx";
import { problemWords } from "../parts/proof/words.ts";
import { fileBytesMax, type Given, judge, type Verdict } from "./files.ts";

type Shown = { readonly kind: "nothing" | "reading" } | { readonly kind: "tooLarge"; readonly name: string } | Verdict;

interface CheckingProps {
  /** The fingerprints a node has; absent where there is no node. */
  readonly known?: KnownCards;
}

export function Checking({ known }: CheckingProps): ReactNode {
  const [shown, setShown] = useState<Shown>({ kind: "nothing" });
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    setShown({ kind: "reading" });
    const large = files.find((file) => file.size > fileBytesMax);
    if (large) setShown({ kind: "tooLarge", name: large.name });
    else void read(files).then((given) => setShown(judge(given, known)));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the field in it is for all. */}
      <div
        className={over ? "drop drop--over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <p id={`${id}-what`}>
          <b>
            <Words id="proof.drop" />
          </b>
        </p>
        <label htmlFor={id} className="btn">
          <Words id="proof.choose" />
        </label>
        <input
          id={id}
          className="vh"
          type="file"
          aria-describedby={`${id}-what`}
          multiple
          accept=".json,.proof,application/json"
          onChange={(event) => take([...(event.target.files ?? [])])}
        />
        <p className="small muted">
          <Words id={known === undefined ? "proof.drop.cards" : "proof.drop.known"} />
        </p>
      </div>
      <Outcome shown={shown} />
    </>
  );
}

async function read(files: readonly File[]): Promise<readonly Given[]> {
  return await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function Outcome({ shown }: { readonly shown: Shown }): ReactNode {
  switch (shown.kind) {
    case "nothing":
      return null;
    case "reading":
      return (
        <p role="status">
          <Words id="parts.proof.checking" />
        </p>
      );
    case "tooLarge":
      return (
        <div className="err on-ink" role="alert">
          <Words id="proof.tooLarge" values={{ name: shown.name }} />
        </div>
      );
    case "refused":
      return (
        <Suspense>
          <Refused refusal={shown.refusal} />
        </Suspense>
      );
    case "proved":
      return (
        <div className="sheet sheet__body stack">
          <h2 className="vh">
            <Words id="proof.result" />
          </h2>
          <ProofResult checked={shown.checked} compared={shown.compared} />
          <ProvenActView checked={shown.checked} />
        </div>
      );
  }
}

function Refused({ refusal }: { readonly refusal: Refusal }): ReactNode {
  const words = useRefusalWords()(refusal.code, refusal.details) ?? problemWords(refusal);
  return (
    <div className="err on-ink" role="alert">
      <h2>
        <Words id="proof.refused" />
      </h2>
      <div className="err__body">
        <p>{words.failed}</p>
        <p>{words.todo}</p>
        <p className="small">{refusal.code}</p>
      </div>
    </div>
  );
}
