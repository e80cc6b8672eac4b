// The names of what procedures declare, in the reader's language: `procedure.visit`, `state.visit.transmitted`,
// `step.visit.endorse`, `role.visit.host`, `deadline.visit.decision`, `field.visit.purpose`. The code's own word stands
// in where a language has none.

import { useName } from "../language/index.ts";

export function useProcedureName(): (procedure: string) => string {
  const name = useName();
  return (procedure) => name(`procedure.${procedure.split("/")[0]}`);
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

/** The name of a function of an officer, `function.liaison-officer`. */
export function useFunctionName(): (code: string) => string {
  const name = useName();
  return (code) => name(`function.${code}`);
}
