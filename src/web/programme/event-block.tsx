// One engagement on the timeline.

import type { CSSProperties, ReactNode } from "react";
import type { Engagement } from "../../procedures/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Icon, Told } from "../parts/index.ts";
import type { EventBlock as Block } from "./day-layout.ts";
import { useLineWords } from "./line-words.ts";
import { useVerticalMove, type VerticalMove } from "./use-vertical-move.ts";

export interface EventBlockProps {
  readonly block: Block;
  readonly line: Engagement;
  readonly onOpen: () => void;
  /** Absent where the line cannot be moved. */
  readonly move?: Omit<VerticalMove, "onPress">;
  /** Id of the words that say how it is moved. */
  readonly help?: string;
}

/** Minutes below which title and host stand on one line. */
const short = 35;

export function EventBlock({ block, line, onOpen, move, help }: EventBlockProps): ReactNode {
  const words = useLineWords();
  const say = useSay();
  const classes = [
    "ev",
    line.confirmed ? "" : "ev--tbc",
    block.len < short ? "ev--short" : "",
    block.clash ? "ev--clash" : "",
    block.open ? "ev--open" : "",
    block.columns > 1 ? "ev--beside" : "",
  ].filter((one) => one !== "");
  const numbers: Record<string, number> = {
    "--at": block.at,
    "--len": block.len,
    "--col": block.column,
    "--cols": block.columns,
  };
  const style: CSSProperties = numbers;
  const length = line.minutes === undefined ? say("programme.noLength") : words.minutes(line.minutes);
  const name = say("programme.line", { time: words.time(line), title: words.name(line), length });
  return (
    <article className={classes.join(" ")} style={style} data-line={line.id}>
      <h3>
        <bdi className="t">{words.time(line)}</bdi>
        <span className="ev__gap" />
        {words.name(line)}
      </h3>
      <Chips line={line} clash={block.clash} />
      {line.host === undefined ? null : (
        <p>
          <Words id="programme.host" values={{ host: <Told text={line.host} /> }} />
        </p>
      )}
      {move ? (
        <Handle name={name} move={{ ...move, onPress: onOpen }} {...(help === undefined ? {} : { help })} />
      ) : (
        <button type="button" className="ev__hit" aria-label={name} onClick={onOpen} />
      )}
    </article>
  );
}

interface HandleProps {
  readonly name: string;
  readonly move: VerticalMove;
  readonly help?: string;
}

/** Lies over the whole block; only its grip catches a finger. */
function Handle({ name, move, help }: HandleProps): ReactNode {
  const handlers = useVerticalMove(move);
  return (
    <button
      type="button"
      className="ev__hit ev__hit--moves"
      aria-label={name}
      aria-describedby={help}
      aria-keyshortcuts="ArrowUp ArrowDown"
      {...handlers}
    >
      <span className="ev__grip" data-grip="" />
    </button>
  );
}

function Chips({ line, clash }: { readonly line: Engagement; readonly clash: boolean }): ReactNode {
  return (
    <span className="row">
      {line.confirmed ? null : (
        <span className="chip">
          <Icon name="clock" />
          <Words id="programme.toConfirm" />
        </span>
      )}
      {clash ? (
        <span className="chip chip--warn">
          <Icon name="warning" />
          <Words id="programme.clash.chip" />
        </span>
      ) : null}
    </span>
  );
}
