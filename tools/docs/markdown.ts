// The few forms of Markdown that the generated pages share.

/** Text for one cell of a table: no line breaks, no bare bars. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();
}

/** What stands under the title of a page nobody edits by hand. */
export function generatedNote(source: string): string {
  return `*Written by \`npm run docs\` from \`${source}\`. Change it there: \`npm run verify\` compares.*`;
}
