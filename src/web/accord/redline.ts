// What differs between two wordings, word by word: the longest words both have in common stay, the rest is struck out
// or added. Spaces belong to the word before them, so that the two wordings can be read off again exactly.

export type Piece = { readonly kind: "kept" | "added" | "removed"; readonly text: string };

/** Beyond this the two are shown one after the other: a table of that many pairs is not worth its time. */
const pairsMax = 4_000_000;

export function redline(before: string, after: string): readonly Piece[] {
  if (before === after) return after === "" ? [] : [{ kind: "kept", text: after }];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length > pairsMax) return joined([piece("removed", before), piece("added", after)]);
  const common = commonLengths(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [a, b] = [old[i], now[j]];
    if (a !== undefined && a === b) {
      pieces.push(piece("kept", a));
      i += 1;
      j += 1;
    } else if (a !== undefined && (b === undefined || at(common, [i + 1, j]) >= at(common, [i, j + 1]))) {
      pieces.push(piece("removed", a));
      i += 1;
    } else if (b !== undefined) {
      pieces.push(piece("added", b));
      j += 1;
    }
  }
  return joined(pieces);
}

function piece(kind: Piece["kind"], text: string): Piece {
  return { kind, text };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+\s*|\s+/gu) ?? [];
}

type Table = readonly Uint32Array[];

/** How many words the rests of both from i and j on have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): Table {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const length =
        old[i] === now[j] ? at(table, [i + 1, j + 1]) + 1 : Math.max(at(table, [i + 1, j]), at(table, [i, j + 1]));
      const row = table[i];
      if (row) row[j] = length;
    }
  }
  return table;
}

function at(table: Table, [i, j]: readonly [number, number]): number {
  return table[i]?.[j] ?? 0;
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const list: Piece[] = [];
  for (const one of pieces) {
    const last = list.at(-1);
    if (one.text === "") continue;
    if (last?.kind === one.kind) list[list.length - 1] = piece(one.kind, last.text + one.text);
    else list.push(one);
  }
  return list;
}
