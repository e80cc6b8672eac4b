// The drawing of an inclusion proof. It reads as a tree and is not mirrored: which side a sibling stands on is part of
// what is proved.

import type { ReactNode } from "react";
import { useSay } from "../../language/index.ts";
import { pathLevels } from "./path.ts";

interface PathDrawingProps {
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

const drawnLevels = 3;
const rowHeight = 36;
const width = 352;
const half = 62;

export function PathDrawing({ index, size, path }: PathDrawingProps): ReactNode {
  const say = useSay();
  const levels = pathLevels({ index, size, path });
  const drawn = levels.slice(0, drawnLevels);
  const hidden = levels.length - drawn.length;
  const places = placesFromLeaf(drawn.map((level) => level.left));
  const top = places.at(-1) ?? { x: width / 2, y: 20 };
  const height = 44 + drawn.length * rowHeight + (hidden > 0 ? 30 : 0);
  const shift = hidden > 0 ? 30 : 0;
  return (
    <svg
      className="path"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say("parts.proof.path", { index, size, count: levels.length })}
    >
      {hidden > 0 ? (
        <>
          <path className="path__far" d={`M${top.x} ${20 + shift}V16`} />
          <text x={top.x + 14} y="20">{`+${hidden}`}</text>
        </>
      ) : null}
      <g transform={`translate(0 ${shift})`}>
        {drawn.map((level, at) => {
          const [from, to] = [places[at], places[at + 1]];
          if (!from || !to) return null;
          const sibling = { x: 2 * to.x - from.x, y: from.y };
          return (
            <g key={level.sibling}>
              <path className="path__side" d={`M${to.x} ${to.y}L${sibling.x} ${sibling.y}`} />
              <path d={`M${to.x} ${to.y}L${from.x} ${from.y}`} />
              <rect className="path__other" x={sibling.x - 7} y={sibling.y - 7} width="14" height="14" />
              <text x={sibling.x} y={sibling.y + 21}>{`${level.sibling.slice(0, 4)}…`}</text>
            </g>
          );
        })}
        {places.map((place) => (
          <rect key={place.y} className="path__way" x={place.x - 7} y={place.y - 7} width="14" height="14" />
        ))}
        <text className="path__leaf" x={places[0]?.x} y={(places[0]?.y ?? 0) + 21}>
          {index}
        </text>
      </g>
    </svg>
  );
}

/** From the leaf up: each parent stands between its two children. */
function placesFromLeaf(left: readonly boolean[]): readonly { readonly x: number; readonly y: number }[] {
  const bottom = 20 + left.length * rowHeight;
  const xs = [0];
  for (const isLeft of left) xs.push((xs.at(-1) ?? 0) + (isLeft ? half : -half));
  const drift = (Math.min(...xs) + Math.max(...xs)) / 2;
  return xs.map((x, at) => ({ x: width / 2 + (x - drift) * 0.5, y: bottom - at * rowHeight }));
}
