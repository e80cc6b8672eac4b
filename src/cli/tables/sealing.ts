// The commands of sealing keys: making and changing them, recovering them, sealing anew.

import type { CommandSpec, OptionSpec } from "../command.ts";
import { accordOption } from "./accord.ts";

const actOptions: readonly OptionSpec[] = [
  accordOption,
  { flags: "--function <code>", help: "the function acted in (default: the officer's only one)" },
  { flags: "--label <level>", help: "the act's classification; it is never guessed" },
];
const serviceArgument = { name: "<service>", help: "the service's code" };

export const sealingCommands: readonly CommandSpec[] = [
  {
    name: "service sealing-key make",
    summary: "make a key that documents for a service are sealed to; prints the public half",
    notes:
      "Hybrid (post-quantum) unless --older. With --publish it is issued in the service's designation through the " +
      "running node, as the registrar's act; without, publish what it prints by an act.",
    args: [serviceArgument],
    options: [
      { flags: "--older", help: "X25519, for a side whose age cannot read hybrid files" },
      { flags: "--publish", help: "issue it at once in the service's designation" },
      ...actOptions,
    ],
    examples: [
      "entente service sealing-key make archive",
      "entente service sealing-key make archive --publish --as keeper --label unclassified",
    ],
    load: async () => (await import("../sealing/sealing-key.ts")).sealingKeyMake,
  },
  {
    name: "service sealing-key list",
    summary: "list the sealing keys that this home holds",
    options: [{ flags: "--service <code>", help: "of one service" }],
    examples: ["entente service sealing-key list"],
    load: async () => (await import("../sealing/sealing-key.ts")).sealingKeyList,
  },
  {
    name: "service sealing-key rotate",
    summary: "make a new sealing key and put it in the place of an old one, in one act",
    notes: "The old key stays in the home: what was sealed to it opens with nothing else.",
    args: [serviceArgument],
    options: [
      { flags: "--old <key>", help: "the key that is replaced: its id, its text, or the beginning", required: true },
      { flags: "--new <key>", help: "a key already made, instead of a new one" },
      ...actOptions,
    ],
    examples: ["entente service sealing-key rotate archive --old 9xKp --as keeper --label unclassified"],
    load: async () => (await import("../sealing/sealing-key.ts")).sealingKeyRotate,
  },
  {
    name: "service sealing-key revoke",
    summary: "let a sealing key count no more",
    args: [serviceArgument],
    options: [
      { flags: "--key <key>", help: "the key: its id or its text; a lost one by its whole text", required: true },
      { flags: "--reason <reason>", help: "compromised, lost, ceased or other", required: true },
      { flags: "--suspected-since <date>", help: "since when it may be out" },
      ...actOptions,
    ],
    examples: [
      "entente service sealing-key revoke archive --key 9xKp --reason compromised --as keeper --label unclassified",
    ],
    load: async () => (await import("../sealing/sealing-key.ts")).sealingKeyRevoke,
  },
  {
    name: "service reseal",
    summary: "seal a document anew to the keys that count today, for a new act to name",
    notes:
      "For what is still needed after a key was rotated or revoked. The content stays; the digest is another, so a " +
      "new act names the new document, under the id given here.",
    args: [{ name: "<file>", help: "the sealed document" }],
    options: [
      { flags: "--out <file>", help: "the new file", required: true },
      { flags: "--service <code>", help: "the own service, whose keys open it", required: true },
      { flags: "--to <code>", help: "the service of the other side", required: true },
      { flags: "--act <id>", help: "the id of the act that will name it", required: true },
      { flags: "--label <level>", help: "another classification, where it was lowered" },
      { flags: "--older", help: "to X25519 keys" },
      accordOption,
    ],
    examples: [
      "entente service reseal report.age --out report-2.age --service archive --to liaison \\",
      "    --act 01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01",
    ],
    load: async () => (await import("../sealing/reseal.ts")).serviceReseal,
  },
  {
    name: "recovery enrol",
    summary: "enrol an officer whose key, with another officer's, brings a lost service key back",
    notes:
      "The officer gives the recipient of an age key made elsewhere, or takes away the file made here. Enrolled " +
      "again, the officer has the new key.",
    args: [{ name: "<officer>", help: "the officer's id" }],
    options: [
      { flags: "--recipient <age1…>", help: "the officer's age recipient" },
      { flags: "--key-file <file>", help: "make the key here, into a new file for the officer alone" },
    ],
    examples: [
      "entente recovery enrol chief --key-file /media/stick/chief.key",
      "entente recovery enrol aide --recipient age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
    ],
    load: async () => (await import("../sealing/recovery.ts")).recoveryEnrol,
  },
  {
    name: "recovery dismiss",
    summary: "let an officer take part in recovery no more",
    args: [{ name: "<officer>", help: "the officer's id" }],
    examples: ["entente recovery dismiss chief"],
    load: async () => (await import("../sealing/recovery.ts")).recoveryDismiss,
  },
  {
    name: "recovery list",
    summary: "tell who is enrolled, and which keys two of them can bring back",
    examples: ["entente recovery list"],
    load: async () => (await import("../sealing/recovery.ts")).recoveryList,
  },
  {
    name: "recovery recover",
    summary: "put back every lost service key that two officers' keys open; none is overwritten",
    options: [
      { flags: "--key-file <file>", help: "an officer's key file; twice, for two officers", many: true },
      { flags: "--from <folder>", help: "a copy of the recovery files (default: the home's own)" },
    ],
    examples: ["entente recovery recover --key-file /media/a/chief.key --key-file /media/b/aide.key"],
    load: async () => (await import("../sealing/recovery.ts")).recoveryRecover,
  },
];
