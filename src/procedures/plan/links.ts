// Which dossiers stand under which line. A plan has thousands, and each act that adds one asks whether it stands under
// any line already: the answer is kept beside the lists and moved on with them, so that a dossier folded from act to
// act asks once and not over all its lists. What is kept says nothing that the lists do not: it is made anew for lists
// that others were made from since, as where two histories part.

/** Dossiers by line, in the order in which they were put there. Never changed. */
export type Links = Readonly<Record<string, readonly string[]>>;

interface Index {
  readonly lines: Map<string, string>;
  /** The lists it is true of. */
  of: Links;
}

const indexes = new WeakMap<Links, Index>();

function indexOf(links: Links): Index {
  const kept = indexes.get(links);
  if (kept?.of === links) return kept;
  const lines = new Map<string, string>();
  for (const [line, dossiers] of Object.entries(links)) for (const dossier of dossiers) lines.set(dossier, line);
  const made: Index = { lines, of: links };
  indexes.set(links, made);
  return made;
}

/** The line under which a dossier stands; undefined for none. */
export function lineOfDossier(links: Links, dossier: string): string | undefined {
  return indexOf(links).lines.get(dossier);
}

/** With dossiers that stand under no line yet. */
export function withLinks(links: Links, added: readonly { readonly line: string; readonly dossier: string }[]): Links {
  const index = indexOf(links);
  const after: Record<string, readonly string[]> = { ...links };
  for (const { line, dossier } of added) {
    after[line] = [...(after[line] ?? []), dossier];
    index.lines.set(dossier, line);
  }
  return movedOn(index, after);
}

export function withoutLink(links: Links, taken: { readonly line: string; readonly dossier: string }): Links {
  const index = indexOf(links);
  const { line, dossier } = taken;
  index.lines.delete(dossier);
  return movedOn(index, { ...links, [line]: (links[line] ?? []).filter((one) => one !== dossier) });
}

function movedOn(index: Index, after: Links): Links {
  // Of lists that others were made from nothing is kept.
  indexes.delete(index.of);
  index.of = after;
  indexes.set(after, index);
  return after;
}
