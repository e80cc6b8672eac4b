// The way from a leaf to the root of its tree, as a drawing: at each level the node on the way and its sibling, in
// their order. Only the lowest levels are drawn; what lies between them and the root is a dashed line with its count.

export interface PathLevel {
  /** Whether the node on the way is the left of the two. A node without a sibling at its level is not drawn again. */
  readonly left: boolean;
  /** The beginning of the sibling's hash. */
  readonly sibling: string;
}

/**
 * Which side each sibling of an inclusion proof stands on (RFC 9162, section 2.1.3.2). `path` is from the leaf up.
 */
export function pathLevels(input: {
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}): readonly PathLevel[] {
  let fn = input.index;
  let sn = input.size - 1;
  return input.path.map((sibling) => {
    const left = fn % 2 === 0 && fn !== sn;
    if (!left) while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    return { left, sibling };
  });
}
