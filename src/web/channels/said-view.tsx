// What an act says in clear, member by member as its form declares it: instants on both clocks, options, levels,
// services and functions by their names, and what somebody wrote as it was written.

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import type { JsonValue } from "../../seal/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { useName, Words } from "../language/index.ts";
import { type Field, fieldOf } from "../parts/form/index.ts";
import { Told, useFieldName, useFunctionName, useLevelName, usePartyName, useServiceName } from "../parts/index.ts";
import { Fingerprint } from "../parts/proof/index.ts";
import { parseLabelRead } from "./data.ts";
import { InstantSaid } from "./instant-said.tsx";
import type { Said } from "./known.ts";
import { PolicyLabel } from "./policy-label.tsx";

interface SaidViewProps {
  readonly procedure: string;
  readonly step: string;
  /** The side that says it. */
  readonly by: string;
  readonly said: Said;
}

export function SaidView({ procedure, step, by, said }: SaidViewProps): ReactNode {
  const fields = useMembers(procedure, step);
  const name = useFieldName();
  return (
    <dl className="said">
      {Object.entries(said).map(([member, value]) => (
        <div key={member}>
          <dt>{name(procedure, member)}</dt>
          <dd>
            <Value procedure={procedure} by={by} value={value} field={fields.get(member)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The members of a step's form; none until they are known. */
function useMembers(procedure: string, step: string): ReadonlyMap<string, Field> {
  const accord = useAccordId();
  const name = procedure.split("/")[0] ?? "";
  const { data } = useQuery(queryOf("procedure", { params: { accord, procedure: name } }));
  const form = data?.steps.find((one) => one.name === step)?.form;
  return useMemo(() => membersOf(form === undefined ? undefined : fieldOf(form)), [form]);
}

function membersOf(field: Field | undefined): ReadonlyMap<string, Field> {
  return new Map(field?.kind === "group" ? field.members.map((member) => [member.name, member.field]) : []);
}

interface ValueProps {
  readonly procedure: string;
  readonly by: string;
  readonly value: JsonValue;
  readonly field: Field | undefined;
}

function Value(props: ValueProps): ReactNode {
  const { value, field, procedure, by } = props;
  if (isList(value)) {
    const item = field?.kind === "list" ? field.item : undefined;
    return (
      <ul className="said__items">
        {value.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said never moves.
          <li key={at}>
            <Value {...props} value={one} field={item} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === "object" && value !== null) return <Members {...props} value={value} />;
  if (typeof value === "boolean") return <Words id={value ? "parts.yes" : "parts.no"} />;
  if (typeof value === "number") return <bdi className="t">{value}</bdi>;
  return value === null ? null : <Text procedure={procedure} by={by} value={value} field={field} />;
}

function Members({ procedure, by, value, field }: ValueProps & { readonly value: Said }): ReactNode {
  const name = useFieldName();
  const label = parseLabelRead(value);
  if (label !== undefined) return <PolicyLabel label={label} />;
  const fields = membersOf(field);
  return (
    <dl className="said">
      {Object.entries(value).map(([member, one]) => (
        <div key={member}>
          <dt>{name(procedure, member)}</dt>
          <dd>
            <Value procedure={procedure} by={by} value={one} field={fields.get(member)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const digest = /^sha256:([0-9a-f]{64})$/;

function Text({ procedure, by, value, field }: ValueProps & { readonly value: string }): ReactNode {
  const name = useName();
  const levelName = useLevelName();
  const serviceName = useServiceName();
  const functionName = useFunctionName();
  const partyName = usePartyName();
  const [, hex] = digest.exec(value) ?? [];
  if (hex !== undefined) return <Fingerprint hex={hex} />;
  if (field?.kind === "option") return name(`option.${procedure.split("/")[0]}.${value}`);
  switch (field?.kind === "text" ? field.format : "line") {
    case "instant":
      return <InstantSaid instant={value} />;
    case "level":
      return levelName(value);
    case "service":
      return <Told text={serviceName(by, value)} />;
    case "function":
      return functionName(value);
    case "party":
      return partyName(value);
    default:
      return <Told text={value} />;
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
