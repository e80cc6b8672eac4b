// Why an act has no effect, in words: it never could, or another act that it had not seen prevailed. It stays in the
// register, and both sides see it.

import type { ReactNode } from "react";
import type { ActSummary } from "../../../api/index.ts";
import { Words } from "../../language/index.ts";
import { PlaceLink, usePlaces } from "../places.tsx";
import { RefusalNote } from "../states.tsx";

export function OutcomeNote({ outcome }: { readonly outcome: ActSummary["outcome"] }): ReactNode {
  const places = usePlaces();
  switch (outcome.kind) {
    case "effective":
      return null;
    case "void":
      return (
        <div className="stack">
          <p>
            <Words id="parts.proof.void" />
          </p>
          <RefusalNote refusal={outcome.refusal} />
        </div>
      );
    case "crossed":
      return (
        <p className="note">
          <Words id="parts.proof.crossed" />{" "}
          <PlaceLink to={places.act(outcome.by)}>
            <Words id="parts.proof.crossedBy" />
          </PlaceLink>
        </p>
      );
  }
}
