// One sealed document under its message: what it is, its label, how far it has come in words, and what can be done with
// it. Its content is opened only when an officer asks; a text is shown as text, anything else is saved as a file.

import type { ReactNode } from "react";
import type { DocumentDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { Icon, PlaceLink, Told, useFieldName, usePlaces, useSides, useStepName } from "../parts/index.ts";
import { useBytes } from "../parts/upload/index.ts";
import type { NamedDocument } from "./body-parts.ts";
import type { DocumentRead } from "./data.ts";
import { fateOf, stepsFor } from "./document-state.ts";
import { OpenButton, OpenedView } from "./opened-view.tsx";
import { useOpening } from "./opening.ts";
import { PolicyLabel } from "./policy-label.tsx";

export interface FileRowProps {
  readonly named: NamedDocument;
  readonly procedure: string;
  readonly dossier: string;
  /** The side that sent it. */
  readonly by: string;
  /** What the dossier says of it; absent when its act has no effect. */
  readonly document: DocumentRead | undefined;
  /** What this node holds of it; absent where this officer may not see it. */
  readonly held: DocumentDetail | undefined;
  /** The steps this side can make in the dossier now. */
  readonly steps: readonly string[];
}

export function FileRow(props: FileRowProps): ReactNode {
  const { named, procedure, document, held } = props;
  const opening = useOpening(named.reference.digest);
  const bytes = useBytes();
  const name = useFieldName();
  const fate = fateOf(document, held);
  const called = named.number === undefined ? "" : ` ${named.number}`;
  return (
    <div className="doc" data-digest={named.reference.digest}>
      <div className="file">
        <Icon name="attachment" />
        <b>
          {opening.opened === undefined ? (
            <>
              {name(procedure, named.field)}
              {called}
            </>
          ) : (
            <Told text={opening.opened.document.name} />
          )}
        </b>
        <span className="muted">
          <bdi className="t">{bytes(named.reference.size)}</bdi> ·{" "}
          <bdi className="mono">{named.reference.mediaType}</bdi>
        </span>
        <PolicyLabel label={document?.label ?? named.reference.label} />
        {fate === undefined ? null : (
          <span className="chip chip--warn">
            <Words id={`channels.fate.${fate}`} />
          </span>
        )}
        {fate === "erased" || fate === "destroyed" ? null : <OpenButton {...props} opening={opening} />}
      </div>
      <Ladder held={held} by={props.by} />
      <OpenedView opening={opening} />
      <DocumentActions {...props} />
    </div>
  );
}

/** How far it has come, in words: only rungs that were reached. */
function Ladder({ held, by }: { readonly held: DocumentDetail | undefined; readonly by: string }): ReactNode {
  const { own } = useSides();
  if (held === undefined) {
    return (
      <p className="rcpt">
        <Words id="channels.document.unseen" />
      </p>
    );
  }
  const mine = by === own;
  return (
    <p className="rcpt">
      {held.rung === "opened" ? <Icon name="check" /> : null}
      <span>
        <Words id={`channels.rung.${mine ? "mine" : "theirs"}.${held.rung}`} />
        {held.state === "expected" || held.state === "partial" ? (
          <>
            {" · "}
            <Words id={`channels.held.${held.state}`} />
          </>
        ) : null}
        {held.refusedThere === undefined ? null : (
          <>
            {" · "}
            <Words id="channels.document.refusedThere" values={{ reason: <Told text={held.refusedThere} /> }} />
          </>
        )}
      </span>
    </p>
  );
}

function DocumentActions({ document, steps, dossier, procedure, named }: FileRowProps): ReactNode {
  const { own } = useSides();
  const places = usePlaces();
  const stepName = useStepName();
  if (document === undefined) return null;
  const { digest } = named.reference;
  const mine = document.by === own;
  const gone = document.destroyedAt !== undefined;
  const about = `dossier=${dossier}&documents=${encodeURIComponent(digest)}`;
  return (
    <p className="docacts">
      {stepsFor({ document, own, steps }).map((step) => (
        <PlaceLink
          key={step}
          to={`${places.channel(dossier)}?step=${step}&documents=${encodeURIComponent(digest)}`}
          className="small"
        >
          {stepName(procedure, step)}
        </PlaceLink>
      ))}
      {mine || gone ? null : (
        <PlaceLink to={`${places.channels}/new/release?${about}`} className="small">
          <Words id="channels.new.release" />
        </PlaceLink>
      )}
      {gone ? null : (
        <PlaceLink to={`${places.channels}/new/incident?${about}`} className="small">
          <Words id="channels.new.incident" />
        </PlaceLink>
      )}
    </p>
  );
}
