// A page for each procedure, from its declaration: what it rests on, the diagram of its states, its steps, its
// deadlines, and the form of every step.

import { type allProcedures, deadlineTable, formSchema, mermaid, stepTable } from "../../src/procedures/index.ts";
import { fieldTable } from "./form.ts";
import { generatedNote } from "./markdown.ts";

type Declared = (typeof allProcedures)[number];

export function procedurePage(procedure: Declared): string {
  const { name, version, rests, roles, states, steps } = procedure;
  const forms = Object.entries(steps).map(([name, step]) => ({ name, table: fieldTable(formSchema(step)) }));
  const deadlines = deadlineTable(procedure);
  const foundation =
    rests === "founding" ? "the founding, before any article" : `an article that authorises \`${rests}\``;
  return [
    `# The procedure \`${name}/${version}\`\n`,
    `${generatedNote(`src/procedures/${name}/`)}\n`,
    `It rests on ${foundation}. Roles: **${roles[0]}**, the side that opens the dossier, and **${roles[1]}**.`,
    `It has ${Object.keys(states).length} states and ${Object.keys(steps).length} steps.\n`,
    `## States\n\n\`\`\`mermaid\n${mermaid(procedure).trimEnd()}\n\`\`\`\n`,
    "## Steps\n",
    "A grave step also carries the officer's own signature. An optional one gives nobody the turn. Where",
    "`same` stands, the state stays.\n",
    stepTable(procedure),
    deadlines === ""
      ? ""
      : `## Deadlines\n\nThe annex of the accord may set others under the same names.\n\n${deadlines}`,
    "## Forms\n",
    ...forms.map((form) => `### \`${form.name}\`\n\n${form.table}`),
  ]
    .filter((part) => part !== "")
    .join("\n");
}
