// What differs between two versions, line by line: before struck out, after beside it. Used for unsent edits, for the
// other side's requests and for any two versions.

import type { ReactNode } from "react";
import type { Engagement } from "../../procedures/index.ts";
import { Words } from "../language/index.ts";
import { Empty, Told, useFieldName } from "../parts/index.ts";
import { compare, differenceCount, type LineDifference } from "./comparison.ts";
import { useLineWords } from "./line-words.ts";
import { useWritten } from "./written.ts";

interface ComparisonProps {
  readonly before: readonly Engagement[];
  readonly after: readonly Engagement[];
}

export function ComparisonList({ before, after }: ComparisonProps): ReactNode {
  const differences = compare(before, after);
  if (differenceCount(differences) === 0) return <Empty title={<Words id="programme.compare.same" />} />;
  return (
    <ul className="diff">
      {differences
        .filter((one) => one.kind !== "same")
        .map((one) => (
          <Difference key={one.id} difference={one} />
        ))}
    </ul>
  );
}

function Difference({ difference }: { readonly difference: LineDifference }): ReactNode {
  const words = useLineWords();
  const { before, after, kind, fields, placed } = difference;
  const line = after ?? before;
  if (!line) return null;
  return (
    <li className={`diff__line diff__line--${kind}`}>
      <h3>
        <span className="chip">
          <Words id={`programme.compare.${kind}`} />
        </span>
        <bdi className="t">{words.time(line)}</bdi> {words.name(line)}
      </h3>
      {placed ? (
        <p className="small soft">
          <Words id="programme.compare.placed" />
        </p>
      ) : null}
      {before && after && fields.length > 0 ? <Fields before={before} after={after} fields={fields} /> : null}
    </li>
  );
}

interface FieldsProps {
  readonly before: Engagement;
  readonly after: Engagement;
  readonly fields: readonly (keyof Engagement)[];
}

function Fields({ before, after, fields }: FieldsProps): ReactNode {
  const fieldName = useFieldName();
  const written = useWritten();
  return (
    <dl className="diff__fields">
      {fields.map((field) => (
        <div key={field}>
          <dt>{fieldName("programme", field)}</dt>
          <dd>
            <del>
              <Told text={written(before[field])} />
            </del>{" "}
            <ins>
              <Told text={written(after[field])} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
