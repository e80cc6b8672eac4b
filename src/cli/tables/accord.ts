// The commands about the accord's text.

import type { CommandSpec, OptionSpec } from "../command.ts";

export const accordOption: OptionSpec = {
  flags: "--accord <id>",
  help: "the accord, by the beginning of its id (default: the only one)",
};

export const framingSpecs: readonly OptionSpec[] = [
  accordOption,
  { flags: "--service <code>", help: "in whose name (default: the officer's service)" },
  { flags: "--function <code>", help: "the function acted in (default: the officer's only one)" },
  { flags: "--label <level>", help: "the act's classification; it is never guessed" },
  { flags: "--caveats <words>", help: "special-handling caveats, with commas" },
];

const format =
  "The text is Markdown: data in YAML between two lines ---, then # titles {lang=fr}, ## parts {#article-6} and " +
  "### wordings {lang=fr}, the paragraphs of all languages in parallel. docs/formats-accord-text.md has it whole.";

export const accordCommands: readonly CommandSpec[] = [
  {
    name: "accord draft",
    summary: "read a text and print the bodies of the acts that would put it on the table; needs no node",
    notes: format,
    args: [{ name: "<text>", help: "the text, a Markdown file" }],
    options: [
      { flags: "--number <n>", help: "the number of the version (default: 1)" },
      { flags: "--out <file>", help: "write the bodies to a new file" },
    ],
    examples: ["entente accord draft text.md", "entente accord draft text.md --number 2 --out version-2.json"],
    load: async () => (await import("../accord/draft.ts")).accordDraft,
  },
  {
    name: "accord table",
    summary: "propose the instrument if none is under negotiation, and put a text on the table as its next version",
    notes: format,
    args: [{ name: "<text>", help: "the text, a Markdown file" }],
    options: [...framingSpecs, { flags: "--dossier <id>", help: "the negotiation (default: the only open one)" }],
    examples: ["entente accord table text.md --as treaty --label restricted"],
    load: async () => (await import("../accord/draft.ts")).accordTable,
  },
  {
    name: "accord status",
    summary: "tell how far the accord has come, why, what can be done next, and how far the registers are held",
    options: [accordOption],
    examples: ["entente accord status", "entente accord status --json"],
    load: async () => (await import("../accord/status.ts")).accordStatus,
  },
];
