// The commands that make acts and read what was made.

import type { CommandSpec } from "../command.ts";
import { accordOption, framingSpecs } from "./accord.ts";
import { documentSpecs } from "./documents.ts";

export const actCommands: readonly CommandSpec[] = [
  {
    name: "act",
    summary: "make a step: from a file, from values, or by questions at the terminal",
    notes:
      "A step that opens a dossier needs none; any other names it. What the form requires and was not given is " +
      "asked for at a terminal. A grave step is shown in words and signed with the officer's key file. An act whose " +
      "answer was lost is sent again with the --id it was given: it is registered once. Files given with --document " +
      "are sealed first, with progress; cut or killed, the same command goes on where it stopped.",
    args: [{ name: "<step>", help: "the step's name, as `entente dossier <id>` tells it" }],
    options: [
      { flags: "--dossier <id>", help: "the dossier; none for a step that opens one" },
      { flags: "--procedure <name>", help: "the procedure, where several open with a step of this name" },
      { flags: "--body <file>", help: "the body as JSON; - for the standard input" },
      { flags: "--set <path=value>", help: "one value of the body; lists by number from 0", many: true },
      { flags: "--articles <numbers>", help: "the articles it rests on (default: the only one that authorises it)" },
      ...framingSpecs,
      ...documentSpecs,
      { flags: "--officer-key <file>", help: "the officer's key file, for a grave step" },
      { flags: "--id <uuid>", help: "the act's own id, to send it again" },
      { flags: "--dry-run", help: "print the act as it would be handed in, and stop" },
    ],
    examples: [
      "entente act designate --as keeper --label unclassified --body service.json",
      "entente act raisePoint --as treaty --dossier 0197… --label restricted --set point=languages --set text=…",
      "entente act sign --as minister --dossier 0197… --label restricted --body sign.json --officer-key my.key.json",
    ],
    load: async () => (await import("../act/act.ts")).act,
  },
  {
    name: "dossiers",
    summary: "list dossiers: open ones first, the nearest deadline first, whose turn it is",
    options: [
      accordOption,
      { flags: "--procedure <name>", help: "of one procedure" },
      { flags: "--state <state>", help: "in one state" },
      { flags: "--turn <party>", help: "that wait for this side" },
      { flags: "--open", help: "open ones only" },
      { flags: "--limit <n>", help: "so many at most (default: 100)" },
    ],
    examples: ["entente dossiers --open --turn MA", "entente dossiers --procedure visit --json"],
    load: async () => (await import("../dossier/dossiers.ts")).dossiers,
  },
  {
    name: "dossier",
    summary: "tell of one dossier: whose turn, what can be done next, the deadlines on both clocks, its acts",
    args: [{ name: "<id>", help: "the dossier's id" }],
    options: [
      accordOption,
      { flags: "--data", help: "with what its acts have come to, as JSON: the digests that other steps name" },
    ],
    examples: ["entente dossier 01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01"],
    load: async () => (await import("../dossier/dossiers.ts")).dossier,
  },
  {
    name: "log",
    summary: "print both registers in the order of their times, and with --follow what comes",
    notes:
      "A cursor such as 12:7 says how far each register was read, in the founding's order; with --after the log goes " +
      "on from there. Followed with --json, each leaf is one line with its cursor.",
    options: [
      accordOption,
      { flags: "--after <cursor>", help: "go on from here" },
      { flags: "--follow", help: "go on as acts are registered, until SIGINT" },
    ],
    examples: ["entente log", "entente log --after 12:7 --follow --json"],
    load: async () => (await import("../dossier/log.ts")).log,
  },
  {
    name: "prove",
    summary: "fetch the proof of an act, for anyone to check offline",
    args: [{ name: "<act>", help: "the act's id" }],
    options: [accordOption, { flags: "-o, --out <file>", help: "write it to a new file (default: print it)" }],
    examples: ["entente prove 01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01 -o act.proof"],
    load: async () => (await import("../proof/prove.ts")).prove,
  },
  {
    name: "verify",
    summary: "check a proof or an evidence file offline, against the two sides' cards; opens no home and no network",
    args: [{ name: "<file>", help: "the proof, or the evidence of a stopped link" }],
    options: [{ flags: "--card <file>", help: "a side's card; once for each side", many: true }],
    examples: ["entente verify act.proof --card ma-card.json --card il-card.json"],
    load: async () => (await import("../proof/verify.ts")).verify,
  },
];
