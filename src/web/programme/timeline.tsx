// The day as a timeline: hours at the edge, movements in their lane, engagements in theirs. An engagement that may be
// moved is a button: dragged by the mouse or on its grip, moved by the arrow keys, opened by a press.

import { type ReactNode, useId, useState } from "react";
import { clashesOf, type Engagement } from "../../procedures/index.ts";
import { useSay, Words } from "../language/index.ts";
import { type DayLayout, layoutDay } from "./day-layout.ts";
import { snapped, startMoved } from "./edits.ts";
import { EventBlock } from "./event-block.tsx";
import { useLineWords } from "./line-words.ts";
import { Movement } from "./movement.tsx";
import { placed } from "./placed.ts";
import type { EditsInHand } from "./use-edits.ts";

export interface TimelineProps {
  readonly date: string;
  readonly zone: string;
  readonly hand: EditsInHand;
  /** Whether lines may be moved by this side now. */
  readonly editable: boolean;
  readonly onOpen: (id: string) => void;
  /** Minutes since the day's first instant of the node's clock, on the day itself. */
  readonly now?: number | undefined;
}

/** Pixels a minute takes at least, so that the shortest line can be read and touched. */
function scaleOf(layout: DayLayout): number {
  const shortest = Math.min(60, ...layout.events.map((one) => one.len));
  return Math.min(2.4, 30 / shortest);
}

export function Timeline({ date, zone, hand, editable, onOpen, now }: TimelineProps): ReactNode {
  const { engagements } = hand;
  const layout = layoutDay({ engagements, date, zone });
  const say = useSay();
  const help = useId();
  const move = useMoves(hand);
  const line = (id: string): Engagement | undefined => engagements.find((one) => one.id === id);
  const sizes: Record<string, number> = { "--from": layout.from, "--span": layout.span, "--fit": scaleOf(layout) };
  return (
    <>
      {editable ? (
        <p className="vh" id={help}>
          <Words id="programme.move.help" />
        </p>
      ) : null}
      <section className="tl" style={sizes} data-span={layout.span} aria-label={say("programme.timeline")}>
        {layout.hours.map(({ at, clock }) => (
          <div key={at} className="tl__h" style={placed(at)} aria-hidden="true">
            <span>
              <bdi className="t">{clock}</bdi>
            </span>
          </div>
        ))}
        {layout.pauses.map(({ at, len }) => (
          <div key={at} className="gap" style={placed(at, len)}>
            <span>
              <Words id="programme.pause" values={{ count: len }} />
            </span>
          </div>
        ))}
        {layout.movements.map((one) => (
          <Movement key={one.id} block={one} line={line(one.id)} zone={zone} />
        ))}
        {layout.overlaps.map(({ id, at, len }) => (
          <div key={id} className="over" style={placed(at, len)}>
            <span />
          </div>
        ))}
        {layout.events.map((block) => {
          const found = line(block.id);
          if (!found) return null;
          return (
            <EventBlock
              key={block.id}
              block={block}
              line={found}
              onOpen={() => onOpen(block.id)}
              {...(editable ? { move: move(found), help } : {})}
            />
          );
        })}
        {now !== undefined && now >= layout.from && now <= layout.from + layout.span ? (
          <div className="tl__now" style={placed(now)} />
        ) : null}
      </section>
      <p className="vh" role="status">
        {move.said}
      </p>
    </>
  );
}

/** Moves a line and says aloud what came of it. */
function useMoves(hand: EditsInHand) {
  const [said, setSaid] = useState("");
  const [origin, setOrigin] = useState<{ gesture: string; line: Engagement } | undefined>(undefined);
  const say = useSay();
  const words = useLineWords();
  const to = (line: Engagement, start: Engagement["start"] | undefined, gesture: string): void => {
    if (!start || start.time === line.start.time) return;
    const changes = [{ kind: "set", engagement: line.id, set: { start } }] as const;
    if (hand.change({ gesture, changes })) return;
    const after = hand.engagements.map((one) => (one.id === line.id ? { ...one, start } : one));
    const clashes = clashesOf(after.toSorted(byTime)).length;
    setSaid(say("programme.move.said", { title: words.title(line), time: start.time, clashes }));
  };
  const make = (line: Engagement) => ({
    gesture: () => crypto.randomUUID(),
    onDrag(minutes: number, gesture: string) {
      // Every move of a drag is reckoned from where it began, or rounding would add up.
      const from = origin?.gesture === gesture ? origin.line : line;
      if (origin?.gesture !== gesture) setOrigin({ gesture, line });
      to(line, startMoved(from.start, snapped(from.start, minutes)), gesture);
    },
    onStep(minutes: number, how: { readonly gesture: string; readonly fine: boolean }) {
      const by = how.fine ? minutes : snapped(line.start, minutes, Math.abs(minutes) > 5 ? 5 : Math.abs(minutes));
      to(line, startMoved(line.start, by), how.gesture);
    },
    onCancel: () => hand.undo(),
  });
  return Object.assign(make, { said });
}

function byTime(a: Engagement, b: Engagement): number {
  return `${a.start.date}${a.start.time ?? ""}` < `${b.start.date}${b.start.time ?? ""}` ? -1 : 1;
}
