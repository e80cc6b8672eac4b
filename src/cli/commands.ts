// Every command there is, in the order in which --help lists them.

import type { CommandSpec } from "./command.ts";
import { accordCommands } from "./tables/accord.ts";
import { actCommands } from "./tables/acts.ts";
import { keepingCommands } from "./tables/keeping.ts";
import { sideCommands } from "./tables/side.ts";

export const commands: readonly CommandSpec[] = [
  ...sideCommands,
  ...accordCommands,
  ...actCommands,
  ...keepingCommands,
];

/** The words that only gather commands under them. */
export const commandGroups: Readonly<Record<string, string>> = {
  officer: "who may speak to this side's node, and the keys they sign with",
  service: "the keys of this side's services",
  accord: "the text of the accord: put it on the table, and see how far it has come",
};
