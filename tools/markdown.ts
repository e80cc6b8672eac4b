// What the checks of hand-written pages read off Markdown: headings as GitHub names them, links, and the tests that a
// page names. It reads the forms these pages use and is no reader of Markdown at large.

export interface Link {
  /** Counted from 1. */
  readonly line: number;
  readonly target: string;
}

export interface NamedTest {
  readonly line: number;
  readonly file: string;
  readonly title: string;
}

/** The lines outside fenced blocks, with their numbers. */
function proseLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  let fenced = false;
  return text.split("\n").flatMap((content, index) => {
    const fence = /^\s*```/.test(content);
    if (fence) fenced = !fenced;
    return fence || fenced ? [] : [{ line: index + 1, text: content }];
  });
}

/** Every anchor a link may name: headings in GitHub's form, and ids written out. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { text: line } of proseLines(text)) {
    const heading = /^#{1,6} +(.+?) *$/.exec(line)?.[1];
    if (heading !== undefined) anchors.add(slugOf(heading));
    for (const [, id = ""] of line.matchAll(/<a id="([^"]+)">/g)) anchors.add(id);
  }
  return anchors;
}

/** Lowercase, without punctuation, spaces as hyphens; an attribute such as {#article-1} is text like any other. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .replaceAll(" ", "-");
}

/** Links and pictures, code spans aside. */
export function linksOf(text: string): readonly Link[] {
  return proseLines(text).flatMap(({ line, text: content }) => {
    const plain = content.replaceAll(/`[^`]*`/g, "``");
    return [...plain.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = ""]) => ({ line, target }));
  });
}

/** Paths of the repository in code spans: those that begin with one of its folders and end in a file's ending. */
export function pathsOf(text: string): readonly Link[] {
  const path =
    /`((?:src|tools|docs|vectors|sim|bench|examples|test|bin)\/[\w./-]+\.(?:tsx?|mjs|json|md|sql|svg))(?: [^`]*)?`/g;
  return proseLines(text).flatMap(({ line, text: content }) =>
    [...content.matchAll(path)].map(([, target = ""]) => ({ line, target })),
  );
}

/**
 * The tests a page names: a file in a code span, a colon and a title in double quotes; further titles of the same file
 * follow after semicolons.
 */
export function namedTests(text: string): readonly NamedTest[] {
  return proseLines(text).flatMap(({ line, text: content }) =>
    [...content.matchAll(/`([\w./-]+\.ts)`: ((?:"[^"]+"(?:; )?)+)/g)].flatMap(([, file = "", titles = ""]) =>
      [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ line, file, title })),
    ),
  );
}
