// A procedure's declaration as the API tells it.

import { formSchema, mermaid, type Procedure } from "../procedures/index.ts";
import type { ProcedureDetail, ProcedureSummary } from "./schemas/procedure.ts";

export function procedureSummaryOf(procedure: Procedure<unknown>): ProcedureSummary {
  const { name, version, rests, roles } = procedure;
  return { procedure: `${name}/${version}`, name, version, rests, roles: [...roles] };
}

export function procedureDetailOf(procedure: Procedure<unknown>): ProcedureDetail {
  const states = Object.entries(procedure.states);
  return {
    ...procedureSummaryOf(procedure),
    states: states.map(([name, state]) => ({
      name,
      final: state.final === true,
      ...(state.lapse ? { lapsesTo: state.lapse.to } : {}),
    })),
    steps: Object.entries(procedure.steps).map(([name, step]) => ({
      name,
      from: step.from === "opening" ? "opening" : [...step.from],
      to: [...step.to],
      by: step.by,
      grave: step.grave,
      expected: step.expected,
      registry: step.registry,
      ...(step.cap === undefined ? {} : { cap: step.cap }),
      prevailsOver: [...step.prevailsOver],
      form: formSchema(step),
    })),
    deadlines: states.flatMap(([state, declared]) =>
      (declared.deadlines ?? []).map(({ name, owner, usual, before }) => ({
        name,
        state,
        owner,
        usual,
        before: before !== undefined,
      })),
    ),
    mermaid: mermaid(procedure),
  };
}
