// The command line's grammar: the tables' commands as commander reads them, with the options they all share, and --help
// for each with its examples and what the exit codes mean.

import { Argument, Command, Option } from "commander";
import type { Call, CommandSpec, Globals } from "./command.ts";
import type { Terminal } from "./terminal.ts";

export interface ProgramInput {
  readonly version: string;
  readonly terminal: Terminal;
  readonly commands: readonly CommandSpec[];
  readonly groups: Readonly<Record<string, string>>;
  perform(spec: CommandSpec, call: Call): Promise<void>;
}

const exitNotes = `
Exit codes: 0 done; 1 refused, or a finding; 2 the command line cannot be read; 70 a fault of this program or machine.`;

export function buildProgram(input: ProgramInput): Command {
  const { terminal } = input;
  const program = new Command("entente")
    .description("Runs one side's node of a cooperation accord, and speaks to it.")
    .version(input.version, "-V, --version", "print the release")
    .helpOption("-h, --help", "print what a command does and takes")
    .addOption(new Option("--home <folder>", "the folder of the side (default: $ENTENTE_HOME or ./entente-home)"))
    .addOption(new Option("--as <officer>", "whose token the node is shown").default("administrator"))
    .addOption(new Option("--url <address>", "the node's address (default: where its configuration lets it listen)"))
    .addOption(new Option("--json", "answer with one JSON object"))
    .addHelpText("after", exitNotes)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .showHelpAfterError("(entente --help tells what can be given.)")
    .exitOverride();
  const groups = new Map<string, Command>();
  for (const spec of input.commands) {
    const words = spec.name.split(" ");
    let parent = program;
    for (let length = 1; length < words.length; length++) {
      const group = words.slice(0, length).join(" ");
      parent = groups.get(group) ?? parent.command(words[length - 1] ?? "").description(input.groups[group] ?? "");
      groups.set(group, parent);
    }
    declare({ parent, name: words.at(-1) ?? "", spec, input });
  }
  return program;
}

function declare(each: { parent: Command; name: string; spec: CommandSpec; input: ProgramInput }): void {
  const { parent, spec, input } = each;
  const command = parent.command(each.name).summary(spec.summary);
  command.description(spec.notes === undefined ? spec.summary : `${spec.summary}\n\n${spec.notes}`);
  for (const { name, help } of spec.args ?? []) command.addArgument(new Argument(name, help));
  for (const { flags, help, required, many } of spec.options ?? []) {
    const option = new Option(flags, help).makeOptionMandatory(required === true);
    if (many) option.argParser((value, before: readonly string[] = []) => [...before, value]);
    command.addOption(option);
  }
  command.addHelpText("after", `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join("\n")}`);
  command.action(async () => {
    const { home, as, url, json, ...options } = command.optsWithGlobals<Record<string, unknown>>();
    const names = command.registeredArguments.map((argument) => argument.name());
    const args = Object.fromEntries(
      names.flatMap((name, i) => (command.processedArgs[i] === undefined ? [] : [[name, command.processedArgs[i]]])),
    );
    const { terminal } = input;
    const globals: Globals = {
      home: terminal.path(textOf(home) ?? terminal.env.ENTENTE_HOME ?? "entente-home"),
      as: textOf(as) ?? "administrator",
      url: textOf(url),
      json: json === true,
    };
    await input.perform(spec, { terminal, args, options, globals });
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
