// The documents of the dossier that an act is about, by what they are and whose: what was opened, lowered, recalled.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { Icon } from "../parts/index.ts";
import { shortHex } from "../parts/proof/index.ts";
import type { ThreadRead } from "./data.ts";
import { PolicyLabel } from "./policy-label.tsx";

interface NamedDocumentsProps {
  readonly procedure: string;
  readonly digests: readonly string[];
  readonly thread: ThreadRead;
}

export function NamedDocuments({ digests, thread }: NamedDocumentsProps): ReactNode {
  if (digests.length === 0) return null;
  return (
    <ul className="named">
      {digests.map((digest) => {
        const known = thread.documents.find((one) => one.digest === digest);
        const hex = digest.replace(/^sha256:/, "");
        return (
          <li key={digest} className="row row--wrap small">
            <Icon name="attachment" />
            <Words id="channels.document.named" values={{ digest: <bdi className="mono">{shortHex(hex)}</bdi> }} />
            {known === undefined ? null : <PolicyLabel label={known.label} />}
          </li>
        );
      })}
    </ul>
  );
}
