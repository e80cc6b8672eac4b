// The commands that look after a side's database and its machine.

import type { CommandSpec } from "../command.ts";
import { accordOption } from "./accord.ts";

export const keepingCommands: readonly CommandSpec[] = [
  {
    name: "fsck",
    summary: "rebuild everything from the leaves and compare: trees, signatures, outcomes, index; repairs nothing",
    notes: "Opens the database directly. While the node runs, a consistent copy is checked.",
    examples: ["entente fsck --home ma"],
    load: async () => (await import("../keeping/fsck.ts")).fsck,
  },
  {
    name: "backup",
    summary: "write a consistent copy of the database to a new file, while the node runs or not",
    notes: "The keys are not in it.",
    args: [{ name: "<file>", help: "a new file" }],
    examples: ["entente backup entente-2026-07-29.db"],
    load: async () => (await import("../keeping/fsck.ts")).backup,
  },
  {
    name: "restore",
    summary: "put a backup in place, or begin again from the other side's mirror",
    notes:
      "Afterwards nothing is signed until this side's own tail has been recovered from the other side: a register " +
      "continued from an old copy would be a fork. The node does this by itself when it is started.",
    args: [{ name: "[file]", help: "the backup" }],
    options: [
      { flags: "--from-peer", help: "without a backup: from an empty database and the foundings in the home" },
      { flags: "--replace", help: "move the present database aside" },
    ],
    examples: ["entente restore entente-2026-07-29.db --replace", "entente restore --from-peer"],
    load: async () => (await import("../keeping/restore.ts")).restore,
  },
  {
    name: "export",
    summary: "write all the officer may read to a new folder: acts, proofs, contents, as JSON, Markdown and files",
    notes:
      "The folder reads without Entente. Through the running node, with the officer's rights; nothing is registered, " +
      "so a document of the other side that nobody has opened stays closed.",
    args: [{ name: "<out>", help: "a new folder" }],
    options: [
      accordOption,
      { flags: "--function <code>", help: "under which contents are read (default: the officer's first)" },
    ],
    examples: ["entente export accord-2026 --as lea"],
    load: async () => (await import("../export/export.ts")).exportAccord,
  },
  {
    name: "doctor",
    summary: "look whether this side can do its work: disk, clock, keys, policy, database, node, link; says what to do",
    examples: ["entente doctor", "entente doctor --json"],
    load: async () => (await import("../keeping/doctor.ts")).doctor,
  },
];
