// The door of the command line, for the page that lists its commands: the tables, which load no work.

export type { CommandSpec } from "./command.ts";
export { commandGroups, commands } from "./commands.ts";
