// What a line holds beside its time: who, in which order, in what dress, under which honours; every field that is
// there.

import type { ReactNode } from "react";
import type { Engagement } from "../../procedures/index.ts";
import { Words } from "../language/index.ts";
import { PlaceLink, Told, useFieldName, usePlaces } from "../parts/index.ts";
import { useWritten } from "./written.ts";

/** Shown elsewhere on the page or in the form. */
const elsewhere: ReadonlySet<string> = new Set(["id", "titles", "start", "minutes", "confirmed", "visit"]);

export function LineDetails({ line }: { readonly line: Engagement }): ReactNode {
  const fieldName = useFieldName();
  const written = useWritten();
  const places = usePlaces();
  const entries = Object.entries(line).filter(([name, value]) => !elsewhere.has(name) && value !== undefined);
  return (
    <dl className="particulars">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{fieldName("programme", name)}</dt>
          <dd>
            <Told text={written(value)} />
          </dd>
        </div>
      ))}
      {line.visit === undefined ? null : (
        <div>
          <dt>{fieldName("programme", "visit")}</dt>
          <dd>
            <PlaceLink to={places.visit(line.visit)}>
              <Words id="programme.line.visit" />
            </PlaceLink>
          </dd>
        </div>
      )}
    </dl>
  );
}
