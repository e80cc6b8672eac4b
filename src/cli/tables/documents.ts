// The commands about sealed documents: what became of each, opening one, carrying one by hand.

import type { CommandSpec, OptionSpec } from "../command.ts";
import { accordOption } from "./accord.ts";

const aDigest = "sha256:9f2c…";
const anId = "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01";
const digestArgument = [
  { name: "<digest>", help: "the document's digest, sha256:…, as `document list` tells it" },
] as const;
const forceOption: OptionSpec = { flags: "--force", help: "put it in the place of a file that is there" };

/** On every command that makes an act: files that are sealed for it. */
export const documentSpecs: readonly OptionSpec[] = [
  {
    flags: "--document <path=file>",
    help: "seal this file, and name it here in the body: text=report.pdf",
    many: true,
  },
  { flags: "--document-type <path=type>", help: "its media type (default: by the file's ending)", many: true },
  { flags: "--document-label <path=level>", help: "its level, or policy/level (default: the act's)", many: true },
  { flags: "--to <service>", help: "the other side's service that may open it (default: the channel's other end)" },
  { flags: "--older", help: "seal it for an age that does not know hybrid keys" },
];

export const documentCommands: readonly CommandSpec[] = [
  {
    name: "document list",
    summary: "list a dossier's sealed documents and what became of each",
    notes:
      "In words: registered, held by both, its bytes delivered, opened; lowered, replaced, recalled, erased. A " +
      "file's name is sealed with it and told when it is opened.",
    args: [{ name: "<dossier>", help: "the dossier's id" }],
    options: [accordOption],
    examples: [`entente document list ${anId} --as lea`],
    load: async () => (await import("../document/documents.ts")).documentList,
  },
  {
    name: "document show",
    summary: "tell of one sealed document: which act names it, and how far it has come",
    args: digestArgument,
    options: [accordOption],
    examples: [`entente document show ${aDigest} --as lea`],
    load: async () => (await import("../document/documents.ts")).documentShow,
  },
  {
    name: "document open",
    summary: "open a sealed document and save its content; the opening is logged, and of the other side's registered",
    notes:
      "Saved under the name that was sealed with it, made safe, in the folder where the command is run. Nothing that " +
      "is there is overwritten. What breaks off before its end is not kept.",
    args: digestArgument,
    options: [
      accordOption,
      { flags: "--function <code>", help: "the function acted in (default: the officer's only one)" },
      { flags: "-o, --out <file>", help: "save it here: a file, or a folder for its own name" },
      forceOption,
      { flags: "--only", help: "open and register it, and save nothing" },
    ],
    examples: [`entente document open ${aDigest} --as lea`, `entente document open ${aDigest} --as lea -o report.pdf`],
    load: async () => (await import("../document/open.ts")).documentOpen,
  },
  {
    name: "document export",
    summary: "get the sealed file of a document out as it is, to carry it another way; nothing is opened",
    args: digestArgument,
    options: [
      accordOption,
      { flags: "-o, --out <file>", help: "save it here (default: the digest, with .age)" },
      forceOption,
    ],
    examples: [`entente document export ${aDigest} --as lea -o /media/stick/report.age`],
    load: async () => (await import("../document/sealed.ts")).documentExport,
  },
  {
    name: "document put",
    summary: "put in the sealed file of a document that an act names, as it came by another way",
    notes: "It counts when it gives the digest that the act names; what is here of it already is passed over.",
    args: [{ name: "<file>", help: "the sealed file" }],
    options: [accordOption],
    examples: ["entente document put /media/stick/report.age --as lea"],
    load: async () => (await import("../document/sealed.ts")).documentPut,
  },
  {
    name: "document seal",
    summary: "seal a file for an act that is written by hand, and print the reference for its body",
    notes:
      "`entente act` and `entente draft compose` do this by themselves with --document. The act must be made with " +
      "the id given here. Cut or killed, the same command goes on where it stopped.",
    args: [{ name: "<file>", help: "the file" }],
    options: [
      accordOption,
      { flags: "--act <uuid>", help: "the id that the act will have", required: true },
      { flags: "--to <service>", help: "the other side's service that may open it", required: true },
      { flags: "--service <code>", help: "in whose name (default: the officer's service)" },
      { flags: "--label <level>", help: "its classification; it is never guessed" },
      { flags: "--caveats <words>", help: "special-handling caveats, with commas" },
      { flags: "--type <type>", help: "its media type (default: by the file's ending)" },
      { flags: "--older", help: "seal it for an age that does not know hybrid keys" },
    ],
    examples: [`entente document seal report.pdf --act ${anId} --to channel --label restricted --as lea`],
    load: async () => (await import("../document/sealed.ts")).documentSeal,
  },
  {
    name: "document forget",
    summary: "remove a document that was sealed here and that no act names",
    args: digestArgument,
    options: [accordOption],
    examples: [`entente document forget ${aDigest} --as lea`],
    load: async () => (await import("../document/sealed.ts")).documentForget,
  },
];
