// Every command there is, in the order in which --help lists them.

import type { CommandSpec } from "./command.ts";
import { accordCommands } from "./tables/accord.ts";
import { actCommands } from "./tables/acts.ts";
import { correspondenceCommands } from "./tables/correspondence.ts";
import { documentCommands } from "./tables/documents.ts";
import { keepingCommands } from "./tables/keeping.ts";
import { officeCommands, officeGroups } from "./tables/office.ts";
import { planningCommands, planningGroups } from "./tables/planning.ts";
import { sealingCommands } from "./tables/sealing.ts";
import { sideCommands } from "./tables/side.ts";

export const commands: readonly CommandSpec[] = [
  ...sideCommands,
  ...sealingCommands,
  ...accordCommands,
  ...actCommands,
  ...correspondenceCommands,
  ...documentCommands,
  ...officeCommands,
  ...planningCommands,
  ...keepingCommands,
];

/** The words that only gather commands under them. */
export const commandGroups: Readonly<Record<string, string>> = {
  ...officeGroups,
  ...planningGroups,
  request: "requests for information by a channel, and their answers",
  dispatch: "reports and documents by a channel",
  document: "sealed documents: what became of them, opening them, carrying them by hand",
  officer: "who may speak to this side's node, and the keys they sign with",
  service: "the keys of this side's services",
  "service sealing-key": "the keys that documents for a service are sealed to",
  recovery: "the officers who together bring back a lost key of a service",
  accord: "the text of the accord: put it on the table, and see how far it has come",
};
