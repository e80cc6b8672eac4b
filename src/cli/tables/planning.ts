// The commands about the annual plan's table and the accord's figures. The plan's steps are made by `entente act`, as
// those of any dossier.

import type { CommandSpec } from "../command.ts";
import { accordOption } from "./accord.ts";

const anId = "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01";
const tableOut = {
  flags: "-o, --out <file>",
  help: "write it to a new file, a workbook when its name ends with .xlsx (default: print it as CSV)",
} as const;
const listId = { name: "<id>", help: "the list's dossier" } as const;
const id = { name: "<id>", help: "the plan's dossier" } as const;

export const planningCommands: readonly CommandSpec[] = [
  {
    name: "plan show",
    summary: "print the annual plan: its lines, the dossiers counted under each, and its letters",
    args: [id],
    options: [accordOption],
    examples: [`entente plan show ${anId} --as paula`],
    load: async () => (await import("../planning/plan.ts")).planShow,
  },
  {
    name: "plan save",
    summary: "give out the plan's lines as a table for a spreadsheet (XLSX or CSV)",
    args: [id],
    options: [accordOption, tableOut],
    examples: [`entente plan save ${anId} --as paula -o plan.xlsx`],
    load: async () => (await import("../planning/plan.ts")).planSave,
  },
  {
    name: "plan read",
    summary: "read a table (XLSX or CSV) against the plan and tell what it would change",
    notes: "Registers nothing: with --out it writes the body of each act, to be made by `entente act --body`.",
    args: [id, { name: "<file>", help: "the table" }],
    options: [accordOption, { flags: "-o, --out <prefix>", help: "write the acts' bodies to new files that begin so" }],
    examples: [`entente plan read ${anId} plan.csv --as paula -o bodies`],
    load: async () => (await import("../planning/plan.ts")).planRead,
  },
  {
    name: "injects save",
    summary: "give out a main events list as a table for a spreadsheet (XLSX or CSV)",
    args: [listId],
    options: [accordOption, tableOut],
    examples: [`entente injects save ${anId} --as paula -o injects.xlsx`],
    load: async () => (await import("../planning/injects.ts")).injectsSave,
  },
  {
    name: "injects read",
    summary: "read a table (XLSX or CSV) against a main events list and tell what it would write",
    notes: "Registers nothing: with --out it writes the body of each act, to be made by `entente act --body`.",
    args: [listId, { name: "<file>", help: "the table" }],
    options: [accordOption, { flags: "-o, --out <prefix>", help: "write the acts' bodies to new files that begin so" }],
    examples: [`entente injects read ${anId} injects.csv --as paula -o bodies`],
    load: async () => (await import("../planning/injects.ts")).injectsRead,
  },
  {
    name: "statistics",
    summary: "print what each side does and how long it takes, by article and procedure",
    options: [accordOption, { flags: "-o, --out <file>", help: "write the figures as a table (CSV) to a new file" }],
    examples: ["entente statistics --as omar", "entente statistics --as omar -o figures.csv"],
    load: async () => (await import("../statistics/statistics.ts")).statisticsShow,
  },
];

export const planningGroups: Readonly<Record<string, string>> = {
  injects: "the main events list of an exercise, for a spreadsheet",
  plan: "the annual plan: its table in the terminal and for a spreadsheet",
};
