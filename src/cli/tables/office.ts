// The commands about what a side keeps for itself: drafts, the access log, clearances, labels in XML, retention.

import type { CommandSpec, OptionSpec } from "../command.ts";
import { accordOption, framingSpecs } from "./accord.ts";
import { documentSpecs } from "./documents.ts";

const draftArgument = [{ name: "<id>", help: "the draft's id, which the act will have" }] as const;
const outOption: OptionSpec = { flags: "-o, --out <file>", help: "write it to a new file (default: print it)" };
const anId = "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01";

export const draftCommands: readonly CommandSpec[] = [
  {
    name: "draft compose",
    summary: "write an act for another officer to release; nothing is registered",
    notes:
      "Takes what `entente act` takes. What the policy lets nobody do alone is composed by one officer and released " +
      "by another. With --id of a draft that is there and may be changed, it is written anew.",
    args: [{ name: "<step>", help: "the step's name" }],
    options: [
      { flags: "--dossier <id>", help: "the dossier; none for a step that opens one" },
      { flags: "--procedure <name>", help: "the procedure, where several open with a step of this name" },
      { flags: "--body <file>", help: "the body as JSON; - for the standard input" },
      { flags: "--set <path=value>", help: "one value of the body; lists by number from 0", many: true },
      { flags: "--articles <numbers>", help: "the articles it rests on (default: the only one that authorises it)" },
      ...framingSpecs,
      ...documentSpecs,
      { flags: "--id <uuid>", help: "the act's own id, for which documents were uploaded, or of the draft to change" },
    ],
    examples: [
      "entente draft compose release --as lea --label restricted --body request.json",
      "entente draft compose send --as lea --label restricted --body report.json --document text=report.pdf",
    ],
    load: async () => (await import("../office/compose.ts")).compose,
  },
  {
    name: "draft list",
    summary: "list this side's drafts, the last composed first",
    options: [
      accordOption,
      { flags: "--state <state>", help: "composed, returned, releasing or released" },
      { flags: "--dossier <id>", help: "of one dossier" },
      { flags: "--limit <n>", help: "so many at most (default: 100)" },
    ],
    examples: ["entente draft list --state composed --as sam"],
    load: async () => (await import("../office/drafts.ts")).draftList,
  },
  {
    name: "draft show",
    summary: "tell of one draft: what it says, what was done with it, what stands in the way of releasing it",
    args: draftArgument,
    options: [accordOption],
    examples: [`entente draft show ${anId} --as sam`],
    load: async () => (await import("../office/drafts.ts")).draftShow,
  },
  {
    name: "draft release",
    summary: "register a draft that another officer has composed",
    args: draftArgument,
    options: [accordOption, { flags: "--officer-key <file>", help: "the officer's key file, for a grave step" }],
    examples: [`entente draft release ${anId} --as sam`],
    load: async () => (await import("../office/drafts.ts")).draftRelease,
  },
  {
    name: "draft return",
    summary: "give a draft back to its composer with a reason",
    args: draftArgument,
    options: [accordOption, { flags: "--reason <text>", help: "why", required: true }],
    examples: [`entente draft return ${anId} --as sam --reason "Two subjects: make it two requests."`],
    load: async () => (await import("../office/drafts.ts")).draftReturn,
  },
  {
    name: "draft remove",
    summary: "remove a draft that is not released, and what was uploaded for it",
    args: draftArgument,
    options: [accordOption],
    examples: [`entente draft remove ${anId} --as lea`],
    load: async () => (await import("../office/drafts.ts")).draftRemove,
  },
];

export const officeCommands: readonly CommandSpec[] = [
  ...draftCommands,
  {
    name: "access-log",
    summary: "print who had which sealed document opened, allowed or not; for the security officer",
    options: [
      accordOption,
      { flags: "--csv", help: "as a table for a spreadsheet" },
      { flags: "--start <n>", help: "from this entry on (default: 0)" },
      { flags: "--limit <n>", help: "so many at most (default: all)" },
      outOption,
    ],
    examples: ["entente access-log --as security", "entente access-log --csv --as security -o opened.csv"],
    load: async () => (await import("../office/access-log.ts")).accessLog,
  },
  {
    name: "label import",
    summary: "read a label in XML (ADatP-4774) and tell what it is here",
    args: [{ name: "<file>", help: "the XML" }],
    options: [accordOption],
    examples: ["entente label import report-label.xml --as lea"],
    load: async () => (await import("../office/label.ts")).labelImport,
  },
  {
    name: "label export",
    summary: "give out the label of an act, or of a document that it names, as XML (ADatP-4774)",
    args: [{ name: "<act>", help: "the act's id" }],
    options: [accordOption, { flags: "--document <digest>", help: "the document's digest, sha256:…" }, outOption],
    examples: [`entente label export ${anId} --as lea -o label.xml`],
    load: async () => (await import("../office/label.ts")).labelExport,
  },
  {
    name: "calendar make",
    summary: "make the address of a function's calendar feed; the one before leads nowhere from then on",
    notes:
      "For a calendar program, which cannot sign in. The feed (iCalendar, RFC 5545) has the deadlines and dates of " +
      "every open dossier that concerns the function and that the officer may read.",
    options: [
      accordOption,
      { flags: "--function <code>", help: "the function, one the officer has", required: true },
      { flags: "--language <code>", help: "fr, ar, he or en (default: en)" },
    ],
    examples: ["entente calendar make --function liaison-officer --language fr --as lea"],
    load: async () => (await import("../office/calendar.ts")).calendarMake,
  },
  {
    name: "calendar list",
    summary: "list the officer's calendar feeds, without their addresses",
    options: [accordOption],
    examples: ["entente calendar list --as lea"],
    load: async () => (await import("../office/calendar.ts")).calendarList,
  },
  {
    name: "calendar revoke",
    summary: "revoke the address of a function's calendar feed",
    options: [accordOption, { flags: "--function <code>", help: "the function", required: true }],
    examples: ["entente calendar revoke --function liaison-officer --as lea"],
    load: async () => (await import("../office/calendar.ts")).calendarRevoke,
  },
  {
    name: "retention list",
    summary: "tell the rules of retention, and which sealed documents are due when, held or not",
    options: [accordOption, { flags: "--days <n>", help: "due within so many days (default: 30)" }],
    examples: ["entente retention list --days 90 --as security"],
    load: async () => (await import("../office/retention.ts")).retentionList,
  },
  {
    name: "retention hold",
    summary: "hold sealed documents that are due or will be, for a reason; an act of the registry",
    args: [{ name: "<digests>", help: "the documents, sha256:…, with commas" }],
    options: [
      accordOption,
      { flags: "--reason <text>", help: "why; both sides can read it", required: true },
      { flags: "--until <instant>", help: "until when (default: until lifted)" },
    ],
    examples: ['entente retention hold sha256:… --reason "An inquiry is under way." --as keeper'],
    load: async () => (await import("../office/retention.ts")).retentionHold,
  },
  {
    name: "retention lift",
    summary: "let go of what a hold has kept",
    args: [{ name: "<dossier>", help: "the dossier of the hold" }],
    options: [accordOption, { flags: "--reason <text>", help: "why; both sides can read it", required: true }],
    examples: [`entente retention lift ${anId} --reason "The inquiry has ended." --as keeper`],
    load: async () => (await import("../office/retention.ts")).retentionLift,
  },
  {
    name: "officer list",
    summary: "list this side's officers, their functions and clearances",
    examples: ["entente officer list --as security"],
    load: async () => (await import("../office/clearance.ts")).officerList,
  },
  {
    name: "officer clearance",
    summary: "give a colleague a clearance or take it away; the token stays",
    args: [{ name: "<id>", help: "the officer's id in this side's own directory" }],
    options: [
      { flags: "--level <rank>", help: "the rank of the highest level the officer may see, 0 for the lowest" },
      { flags: "--until <instant>", help: "until when it counts" },
      { flags: "--none", help: "take the clearance away" },
    ],
    examples: ["entente officer clearance lea --level 2 --until 2027-01-01T00:00:00Z --as security"],
    load: async () => (await import("../office/clearance.ts")).officerClearance,
  },
];

export const officeGroups: Readonly<Record<string, string>> = {
  draft: "acts that one officer writes and another releases",
  label: "labels in XML, as other systems write and read them",
  retention: "how long sealed documents are kept, and what is held longer for a reason",
};
