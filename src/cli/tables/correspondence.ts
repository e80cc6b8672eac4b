// The commands of what goes by a channel, for the officers who write it. Everything else of these procedures is made
// with `entente act`.

import type { CommandSpec, OptionSpec } from "../command.ts";
import { framingSpecs } from "./accord.ts";

const letterSpecs: readonly OptionSpec[] = [
  ...framingSpecs,
  { flags: "--articles <numbers>", help: "the articles it rests on (default: the channel's)" },
  { flags: "--attach <file>", help: "seal and attach this file", many: true },
  { flags: "--older", help: "seal for an age that does not know hybrid keys" },
];
const channelSpec: OptionSpec = { flags: "--channel <id>", help: "the channel (default: the only open one)" };

const fourEyes =
  "The files are sealed, with progress, and the act is composed as a draft; another officer lets it out with " +
  "`entente draft release`. It is made in the function named by --function, which that officer must hold. Cut or " +
  "killed, the same command goes on where it stopped.";

export const correspondenceCommands: readonly CommandSpec[] = [
  {
    name: "request send",
    summary: "write a request for information with its question sealed, for another officer to let out",
    notes: fourEyes,
    options: [
      channelSpec,
      { flags: "--reference <text>", help: "the own number", required: true },
      { flags: "--subject <text>", help: "one subject; it is not sealed", required: true },
      { flags: "--question <file>", help: "the question", required: true },
      { flags: "--justification <text>", help: "what for", required: true },
      { flags: "--ltiov <instant>", help: "the latest time at which an answer is of value", required: true },
      { flags: "--prior-sources <text>", help: "what was searched before", required: true },
      { flags: "--priority <word>", help: "routine, priority or immediate (default: routine)" },
      { flags: "--format <text>", help: "in which form the answer is wanted (default: a text)" },
      { flags: "--languages <codes>", help: "in which languages, with commas (default: en)" },
      { flags: "--highest <level>", help: "the highest level of an answer (default: the channel's cap)" },
      { flags: "--restriction <text>", help: "a restriction on the use of the question", many: true },
      ...letterSpecs,
    ],
    examples: [
      "entente request send --reference R-7 --subject Buoys --question question.txt --justification Notices \\",
      "    --ltiov 2027-04-15T12:00:00Z --prior-sources Archive --label restricted --as lea",
    ],
    load: async () => (await import("../correspondence/request.ts")).requestSend,
  },
  {
    name: "request answer",
    summary: "write the answer to a request, final or interim, or that there are no holdings",
    notes: fourEyes,
    args: [{ name: "<dossier>", help: "the request" }],
    options: [
      { flags: "--answer <file>", help: "the answer" },
      { flags: "--summary <text>", help: "a line about it; it is not sealed" },
      { flags: "--interim", help: "more will follow" },
      { flags: "--following <instant>", help: "when the next reply is to be expected" },
      { flags: "--searched <text>", help: "there are no holdings; what was searched" },
      ...letterSpecs,
    ],
    examples: [
      "entente request answer 0197… --answer answer.pdf --attach table.csv --label restricted --as lea",
      'entente request answer 0197… --searched "Archives of 2021" --label unclassified --as lea',
    ],
    load: async () => (await import("../correspondence/request.ts")).requestAnswer,
  },
  {
    name: "dispatch send",
    summary: "write a report or a document, sealed, for another officer to let out",
    notes: fourEyes,
    options: [
      channelSpec,
      { flags: "--reference <text>", help: "the own number", required: true },
      { flags: "--subject <text>", help: "one line; it is not sealed", required: true },
      { flags: "--text <file>", help: "the report itself", required: true },
      { flags: "--kind <word>", help: "report or document (default: report)" },
      { flags: "--handling <text>", help: "how it is to be handled", many: true },
      { flags: "--concerns <dossier>", help: "the dossier that it concerns" },
      ...letterSpecs,
    ],
    examples: [
      "entente dispatch send --reference REP-2 --subject Weather --text report.pdf --attach map.png \\",
      "    --label restricted --as lea",
    ],
    load: async () => (await import("../correspondence/dispatch.ts")).dispatchSend,
  },
];
