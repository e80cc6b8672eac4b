// The names of what procedures declare, in the reader's language: `procedure.visit`, `state.visit.transmitted`,
// `step.visit.endorse`, `role.visit.host`, `deadline.visit.decision`, `field.visit.purpose`. The code's own word stands
// in where a language has none.

import { useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import type { DirectoryService } from "../../api/index.ts";
import { AccordContext, queryOf } from "../api/index.ts";
import { useName } from "../language/index.ts";
import { useIn, useSidesIfKnown } from "./sides.tsx";

export function useProcedureName(): (procedure: string) => string {
  const name = useName();
  return (procedure) => name(`procedure.${procedure.split("/")[0]}`);
}

/** What a list tells of a dossier. */
export interface Titled {
  readonly title: string;
  readonly titles?: Readonly<Record<string, string>> | undefined;
}

/** The title of a dossier: in the reader's language where it has one; empty where it has none at all. */
export function useDossierTitle(): (row: Titled) => string {
  const read = useIn();
  return ({ title, titles }) => (titles && read(titles)) || title;
}

type Named = (procedure: string, word: string) => string;

function useNamed(kind: "state" | "step" | "role" | "deadline" | "field"): Named {
  const name = useName();
  return (procedure, word) => name(`${kind}.${procedure.split("/")[0]}.${word}`);
}

export const useStateName = (): Named => useNamed("state");
export const useStepName = (): Named => useNamed("step");
export const useRoleName = (): Named => useNamed("role");
export const useDeadlineName = (): Named => useNamed("deadline");
export const useFieldName = (): Named => useNamed("field");

/** The name of a domain of cooperation, `domain.visits`. */
export function useDomainName(): (domain: string) => string {
  const name = useName();
  return (domain) => name(`domain.${domain}`);
}

/** The services that a side has designated, once they are known; none outside an accord, before signing in. */
function useServices(): (party: string) => readonly DirectoryService[] {
  const accord = useContext(AccordContext);
  const known = useSidesIfKnown() !== undefined;
  const { data } = useQuery({
    ...queryOf("directory", { params: { accord: accord ?? "" } }),
    enabled: accord !== undefined && known,
  });
  return (party) => data?.parties[party] ?? [];
}

/** The name of an officer's function, as this side's designations give it. */
export function useFunctionName(): (code: string) => string {
  const services = useServices();
  const name = useName();
  const read = useIn();
  const own = useSidesIfKnown()?.own ?? "";
  return (code) => {
    const designated = services(own)
      .flatMap((service) => service.functions)
      .find((each) => each.function === code && Object.keys(each.names).length > 0);
    return designated === undefined ? name(`function.${code}`) : read(designated.names);
  };
}

/** The name of a service of a party, as its designation gives it. */
export function useServiceName(): (party: string, code: string) => string {
  const services = useServices();
  const name = useName();
  const read = useIn();
  return (party, code) => {
    const designated = services(party).find((each) => each.service === code);
    return (designated && read(designated.names)) || name(`service.${code}`);
  };
}
