// Documents of a dossier to be named in a step: each by what it is, its label and when it came, with a box to tick.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { Icon, useFieldName, Who } from "../parts/index.ts";
import { shortHex } from "../parts/proof/index.ts";
import { useBytes } from "../parts/upload/index.ts";
import type { DocumentRead } from "./data.ts";
import { PolicyLabel } from "./policy-label.tsx";

interface DocumentPickerProps {
  readonly procedure: string;
  /** The member of the body. */
  readonly field: string;
  readonly documents: readonly DocumentRead[];
  readonly picked: readonly string[];
  /** One at least is needed, the officer has tried to send, and none is ticked. */
  readonly missing: boolean;
  onChange(picked: readonly string[]): void;
}

export function DocumentPicker(props: DocumentPickerProps): ReactNode {
  const { procedure, field, documents, picked, missing, onChange } = props;
  const name = useFieldName();
  const bytes = useBytes();
  return (
    <fieldset className="group">
      <legend>{name(procedure, field)}</legend>
      {documents.length === 0 ? (
        <p className="note small">
          <Words id="channels.pick.none" />
        </p>
      ) : null}
      {documents.map((one) => (
        <label key={one.digest} className="tick tick--wrap">
          <input
            type="checkbox"
            checked={picked.includes(one.digest)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...picked, one.digest] : picked.filter((digest) => digest !== one.digest),
              )
            }
          />
          <Icon name="attachment" />
          <bdi className="mono">{shortHex(one.digest.replace(/^sha256:/, ""))}</bdi>
          <span className="muted">
            <bdi className="t">{bytes(one.size)}</bdi> · <bdi className="mono">{one.mediaType}</bdi>
          </span>
          <Who party={one.by} />
          <PolicyLabel label={one.label} />
        </label>
      ))}
      {missing ? (
        <p className="flaw" role="alert">
          <Words id="channels.pick.missing" />
        </p>
      ) : null}
    </fieldset>
  );
}
