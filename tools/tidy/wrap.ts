// Breaks comment lines that are too long, which Biome leaves alone. Words move to the next line of the same comment; a
// list item, a tag or a drawing on the next line stays where it is. Code is never touched.

import { maxColumns } from "./text.ts";

/** The text with its comments of `//` and of `*` within the columns. Equal to the input when nothing was too long. */
export function wrapComments(text: string): string {
  const lines = text.split("\n").flatMap(opened);
  const wrapped: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const comment = commentOf(lines[at] ?? "");
    if (comment === undefined || (lines[at] ?? "").length <= maxColumns) {
      wrapped.push(lines[at] ?? "");
      continue;
    }
    let rest = comment.words;
    while (comment.lead.length + rest.length > maxColumns) {
      const cut = rest.lastIndexOf(" ", maxColumns - comment.lead.length);
      if (cut <= 0) break;
      wrapped.push(comment.lead + rest.slice(0, cut));
      rest = rest.slice(cut + 1);
      const next = commentOf(lines[at + 1] ?? "");
      if (next?.lead === comment.lead && !/^(?:[-*|@\s]|\d+\.)/.test(next.words)) {
        rest += ` ${next.words}`;
        at++;
      }
    }
    wrapped.push(comment.lead + rest);
  }
  return wrapped.join("\n");
}

interface Comment {
  /** Everything before the words: indent and sign. */
  readonly lead: string;
  readonly words: string;
}

function commentOf(line: string): Comment | undefined {
  const [, lead, words] = /^(\s*(?:\/\/ |\* ))(\S.*)$/.exec(line) ?? [];
  return lead === undefined || words === undefined ? undefined : { lead, words };
}

/** A too long doc comment of one line becomes one of several. */
function opened(line: string): string[] {
  const [, indent, words] = /^(\s*)\/\*\* (.*) \*\/$/.exec(line) ?? [];
  if (line.length <= maxColumns || indent === undefined || words === undefined) return [line];
  return [`${indent}/**`, `${indent} * ${words}`, `${indent} */`];
}
