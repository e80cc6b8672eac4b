// The page of all commands, from the tables of src/cli: what each takes and does, with its examples.

import type { CommandSpec } from "../../src/cli/index.ts";
import { cell, generatedNote } from "./markdown.ts";

interface Listed {
  readonly commands: readonly CommandSpec[];
  /** What the words mean that only gather commands under them. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Single commands first, in the order of --help; then the groups in alphabetical order. */
export function commandsPage({ commands, groups }: Listed): string {
  const groupOf = ({ name }: CommandSpec): string => name.split(" ").slice(0, -1).join(" ");
  const sections = ["", ...Object.keys(groups).sort()].flatMap((group) => {
    const own = commands.filter((command) => groupOf(command) === group);
    if (own.length === 0) return [];
    const heading = group === "" ? ["\n## Alone"] : [`\n## ${group}`, "", `${capital(groups[group] ?? "")}.`];
    return [...heading, ...own.flatMap(commandLines)];
  });
  return `${[
    "# Commands",
    "",
    generatedNote("src/cli/tables/"),
    "",
    "`entente <command> --help` prints the same. Every command takes `--home <folder>`, the folder of the side (or",
    "`$ENTENTE_HOME`), `--as <officer>`, whose token the node is shown, `--url <address>` and `--json`, which answers",
    "with one object for a program. It exits with 0 when it is done, 1 when it was refused or found something, 2 when",
    "the line cannot be read, 70 on a fault. How they are used day by day is in [operations.md](operations.md).",
    ...sections,
  ].join("\n")}\n`;
}

function commandLines({ name, summary, notes, args = [], options = [], examples }: CommandSpec): readonly string[] {
  const line = ["entente", name, ...args.map((one) => one.name)].join(" ");
  const rows = [
    ...args.map((one) => `| \`${one.name}\` | ${cell(one.help)} |`),
    ...options.map((one) => `| \`${cell(one.flags)}\` | ${cell(one.help)}${marks(one)} |`),
  ];
  return [
    `\n### \`${line}\``,
    "",
    `${capital(summary)}.`,
    ...(notes === undefined ? [] : ["", notes]),
    ...(rows.length === 0 ? [] : ["", "| | |", "|---|---|", ...rows]),
    "",
    "```sh",
    ...examples,
    "```",
  ];
}

function marks({ required, many }: NonNullable<CommandSpec["options"]>[number]): string {
  const words = [...(required ? ["needed"] : []), ...(many ? ["several times"] : [])];
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
