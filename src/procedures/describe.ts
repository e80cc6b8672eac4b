// What a declaration says, for people: the state diagram (Mermaid), the table of steps, and the JSON Schema of each
// form.

import { z } from "../base/index.ts";
import type { Procedure, Step } from "./declaration.ts";

/** The state diagram, Mermaid `stateDiagram-v2`. A step that stays in its state is written inside the state's notes. */
export function mermaid<Data>(procedure: Procedure<Data>): string {
  const lines = ["stateDiagram-v2"];
  for (const [name, step] of Object.entries(procedure.steps)) {
    const from = step.from === "opening" ? ["[*]"] : step.from;
    for (const source of from)
      for (const target of step.to) {
        if (target === "same" || target === source) continue;
        lines.push(`  ${source} --> ${target}: ${name} (${step.by}${step.grave ? ", grave" : ""})`);
      }
  }
  for (const [name, state] of Object.entries(procedure.states)) {
    if (state.lapse) lines.push(`  ${name} --> ${state.lapse.to}: by time`);
    if (state.final) lines.push(`  ${name} --> [*]`);
  }
  return `${lines.join("\n")}\n`;
}

/** A Markdown table of the steps: name, from, to, who, grave, what it prevails over. */
export function stepTable<Data>(procedure: Procedure<Data>): string {
  const rows = Object.entries(procedure.steps).map(([name, step]) => {
    const from = step.from === "opening" ? "(opens the dossier)" : step.from.join(", ");
    const over = step.prevailsOver.length > 0 ? step.prevailsOver.join(", ") : "";
    return `| \`${name}\` | ${from} | ${step.to.join(", ")} | ${step.by} | ${marks(step)} | ${over} |`;
  });
  return ["| step | from | to | who | | prevails over |", "|---|---|---|---|---|---|", ...rows, ""].join("\n");
}

function marks(step: Pick<Step<unknown>, "grave" | "expected" | "registry">): string {
  const words: string[] = [];
  if (step.grave) words.push("grave");
  if (!step.expected) words.push("optional");
  if (step.registry) words.push("registry only");
  return words.join(", ");
}

/** A Markdown table of the deadlines a state sets: name, who owes it, how long by usual practice. */
export function deadlineTable<Data>(procedure: Procedure<Data>): string {
  const rows = Object.entries(procedure.states).flatMap(([state, declared]) =>
    (declared.deadlines ?? []).map((rule) => {
      const [unit, count] = Object.entries(rule.usual)[0] ?? ["", 0];
      const sense = rule.before ? "before the event" : "after";
      return `| \`${procedure.name}.${rule.name}\` | ${state} | ${rule.owner} | ${count} ${unit} ${sense} |`;
    }),
  );
  if (rows.length === 0) return "";
  return ["| deadline | in state | owed by | usual |", "|---|---|---|---|", ...rows, ""].join("\n");
}

/**
 * The JSON Schema (2020-12) of a step's form. Texts that name something carry a `format` of ours, so that a form offers
 * what can be named: instant, zone, dossier, party, language, article, function, service.
 */
export function formSchema<Data>(step: Step<Data>): Record<string, unknown> {
  return z.toJSONSchema(step.body, { target: "draft-2020-12", unrepresentable: "any", io: "input" });
}
