// One movement in its lane; where it comes too late, by how much.

import type { ReactNode } from "react";
import { type Engagement, instantOf } from "../../procedures/index.ts";
import { Words } from "../language/index.ts";
import { Icon, Told } from "../parts/index.ts";
import type { MovementBlock } from "./day-layout.ts";
import { useLineWords } from "./line-words.ts";
import { placed } from "./placed.ts";

interface MovementProps {
  readonly block: MovementBlock;
  readonly line: Engagement | undefined;
  readonly zone: string;
}

export function Movement({ block, line, zone }: MovementProps): ReactNode {
  const words = useLineWords();
  const movement = line?.movement;
  const starts = line && instantOf(line.start);
  if (!movement || starts === undefined) return null;
  const late = block.late > 0;
  return (
    <>
      <div className={late ? "mv mv--late" : "mv"} style={placed(block.at, block.len)}>
        <b>
          <Told text={movement.from} /> <Icon name="arrow" /> <Told text={movement.to} />
        </b>
        <span>{words.minutes(block.len)}</span>
      </div>
      {late ? (
        <div className="late" style={placed(block.at + block.len)}>
          <Words
            id="programme.arrivesLate"
            values={{ time: words.clock(starts + block.late * 60_000, zone), count: block.late }}
          />
        </div>
      ) : null}
    </>
  );
}
