// The day as it runs, by the node's clock: what is under way, what is next and in how long, what will be late. The host
// moves a line from here; the visitor takes note.

import { type ReactNode, useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import type { Engagement } from "../../procedures/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import { Empty, ErrorOf, Icon, type Making, RefusalNote, Sheet, useNow } from "../parts/index.ts";
import { startMoved } from "./edits.ts";
import { useLineWords } from "./line-words.ts";
import { type LiveLine, liveLines } from "./live.ts";

export interface LiveViewProps {
  readonly dossier: string;
  readonly engagements: readonly Engagement[];
  /** The version both agreed to, when it is known. */
  readonly agreed: readonly Engagement[] | undefined;
  readonly zone: string;
  /** Whether this side may move lines now. */
  readonly moves: boolean;
  readonly making: Making;
}

export function LiveView(props: LiveViewProps): ReactNode {
  const { engagements, agreed, zone, moves } = props;
  const now = useNow();
  const dates = useDates();
  const lines = liveLines({ engagements, agreed, now });
  const wall = wallIn(zone, now);
  return (
    <Sheet
      title={<Words id="programme.live" />}
      aside={
        <span className="live__clock">
          <Words id="programme.live.clock" values={{ time: dates.time(wall), day: dates.day(wall) }} />
        </span>
      }
    >
      {lines.length === 0 ? <Empty title={<Words id="programme.order.empty" />} /> : null}
      <ol className="live">
        {lines.map((live) => {
          const line = engagements.find((one) => one.id === live.id);
          return line ? <LiveItem key={live.id} live={live} line={line} may={moves} {...props} /> : null;
        })}
      </ol>
    </Sheet>
  );
}

interface LiveItemProps extends LiveViewProps {
  readonly live: LiveLine;
  readonly line: Engagement;
  readonly may: boolean;
}

function LiveItem({ live, line, may, dossier, making }: LiveItemProps): ReactNode {
  const words = useLineWords();
  const [open, setOpen] = useState(false);
  return (
    <li className={`live__line live__line--${live.phase}`} aria-current={live.phase === "running" ? "time" : undefined}>
      <p className="live__time">
        <bdi className="t">{words.time(line)}</bdi>
      </p>
      <div className="stack">
        <h3>{words.name(line)}</h3>
        <p className="row row--wrap">
          <Marks live={live} />
        </p>
        {may && live.phase !== "over" && live.phase !== "untimed" ? (
          <Button className="btn" aria-expanded={open} onPress={() => setOpen(!open)}>
            <Words id="programme.live.move" />
          </Button>
        ) : null}
        {open ? <MoveForm dossier={dossier} line={line} making={making} onDone={() => setOpen(false)} /> : null}
      </div>
    </li>
  );
}

function Marks({ live }: { readonly live: LiveLine }): ReactNode {
  const { phase, minutes, late, moved } = live;
  return (
    <>
      <span className={phase === "running" ? "chip chip--me" : "chip"}>
        <span>
          {phase === "next" && minutes !== undefined ? (
            <Words id="programme.live.next" values={{ count: Math.max(0, minutes) }} />
          ) : (
            <Words id={`programme.live.${phase === "next" ? "ahead" : phase}`} />
          )}
        </span>
      </span>
      {late > 0 && phase !== "over" ? (
        <span className="chip chip--warn">
          <Icon name="warning" />
          <span>
            <Words id="programme.live.late" values={{ count: late }} />
          </span>
        </span>
      ) : null}
      {moved === 0 ? null : (
        <span className="chip">
          <Words
            id={moved > 0 ? "programme.live.later" : "programme.live.earlier"}
            values={{ count: Math.abs(moved) }}
          />
        </span>
      )}
    </>
  );
}

const steps = [-10, -5, 5, 10, 15, 30] as const;

interface MoveFormProps {
  readonly dossier: string;
  readonly line: Engagement;
  readonly making: Making;
  readonly onDone: () => void;
}

function MoveForm({ dossier, line, making, onDone }: MoveFormProps): ReactNode {
  const say = useSay();
  const [reason, setReason] = useState("");
  const move = async (minutes: number): Promise<void> => {
    const start = startMoved(line.start, minutes);
    const body = { engagement: line.id, start, reason: reason.trim() };
    if (start && (await making.make([{ step: "moveEngagement", body, dossier }]))) onDone();
  };
  return (
    <div className="stack">
      <TextField className="field" value={reason} onChange={setReason} isRequired>
        <Label>
          <Words id="programme.send.reason" />
        </Label>
        <Input className="input" maxLength={600} />
      </TextField>
      <div className="row row--wrap">
        {steps.map((minutes) => (
          <Button
            key={minutes}
            className="btn"
            isDisabled={reason.trim() === "" || making.busy}
            onPress={() => void move(minutes)}
          >
            {say(minutes > 0 ? "programme.live.by.later" : "programme.live.by.earlier", { count: Math.abs(minutes) })}
          </Button>
        ))}
      </div>
      {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
      {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
    </div>
  );
}
