// What an act says, field by field under the names its procedure gives them: any body, whatever its form.

import type { ReactNode } from "react";
import type { JsonValue } from "../../seal/index.ts";
import { Words } from "../language/index.ts";
import { Foreign } from "./foreign.tsx";
import { useFieldName } from "./names.ts";

interface BodyViewProps {
  readonly procedure: string;
  readonly value: JsonValue;
}

/** Empty bodies show nothing. */
export function BodyView({ procedure, value }: BodyViewProps): ReactNode {
  if (isList(value)) return <ListView procedure={procedure} items={value} />;
  if (typeof value === "object" && value !== null) return <ObjectView procedure={procedure} value={value} />;
  return <Scalar value={value} />;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function ObjectView({
  procedure,
  value,
}: {
  readonly procedure: string;
  readonly value: Readonly<Record<string, JsonValue>>;
}): ReactNode {
  const name = useFieldName();
  const entries = Object.entries(value);
  if (entries.length === 0) return null;
  return (
    <dl className="said">
      {entries.map(([field, one]) => (
        <div key={field}>
          <dt>{name(procedure, field)}</dt>
          <dd>
            <BodyView procedure={procedure} value={one} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ListView({
  procedure,
  items,
}: {
  readonly procedure: string;
  readonly items: readonly JsonValue[];
}): ReactNode {
  return (
    <ol className="said__list">
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said never moves.
        <li key={at}>
          <BodyView procedure={procedure} value={item} />
        </li>
      ))}
    </ol>
  );
}

const digest = /^sha256:([0-9a-f]{64})$/;

function Scalar({ value }: { readonly value: string | number | boolean | null }): ReactNode {
  if (typeof value === "boolean") return <Words id={value ? "parts.yes" : "parts.no"} />;
  if (typeof value === "number") return <bdi className="t">{value}</bdi>;
  if (value === null) return null;
  const [, hex] = digest.exec(value) ?? [];
  return hex === undefined ? <Foreign text={value} /> : <Fingerprint hex={hex} />;
}

/** A digest in groups of four, its middle left out; whole on hovering and when copied from there. */
export function Fingerprint({ hex }: { readonly hex: string }): ReactNode {
  return (
    <bdi className="mono" title={hex}>
      {shortHex(hex)}
    </bdi>
  );
}

export function shortHex(hex: string): string {
  const groups = hex.match(/.{1,4}/g) ?? [];
  if (groups.length <= 5) return groups.join(" ");
  return `${groups.slice(0, 3).join(" ")} … ${groups.at(-1)}`;
}
