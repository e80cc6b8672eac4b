// The board of the play: what goes out next and when, what is out and how it was answered, what is assessed. What the
// other side does appears as it is registered.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { Empty, Moment, Num, Sheet, Told, useNow, Who } from "../parts/index.ts";
import { Choice, type ChoosingProps, ExerciseTime, Stage } from "./grid-view.tsx";
import { boardOf, type InjectShown } from "./injects-data.ts";

/** As many cards as a column shows; the grid has them all. */
const shown = 40;

export function BoardView({ data, chosen, choose }: ChoosingProps): ReactNode {
  const board = boardOf(data);
  return (
    <div className="board">
      {(["next", "out", "done"] as const).map((column) => (
        <Sheet
          key={column}
          title={<Words id={`exercises.board.${column}`} />}
          mark={
            <span className="n">
              <Num>{board[column].length}</Num>
            </span>
          }
        >
          {board[column].length === 0 ? <Empty title={<Words id={`exercises.board.none.${column}`} />} /> : null}
          <ol className="board__cards">
            {board[column].slice(0, shown).map((one) => (
              <Card key={one.row.id} inject={one} chosen={chosen} choose={choose} />
            ))}
          </ol>
          {board[column].length > shown ? (
            <p className="sheet__body small muted">
              <Words id="exercises.board.more" values={{ count: board[column].length - shown }} />
            </p>
          ) : null}
        </Sheet>
      ))}
    </div>
  );
}

interface CardProps extends Pick<ChoosingProps, "chosen" | "choose"> {
  readonly inject: InjectShown;
}

function Card({ inject, chosen, choose }: CardProps): ReactNode {
  const now = useNow();
  const { row, stage, real, releasedAt, acknowledgedAt, answer } = inject;
  const due = stage === "scheduled" && real !== undefined && real <= now;
  return (
    <li className={due ? "board__card board__card--due" : "board__card"}>
      <h3 className="row">
        <Choice id={row.id} chosen={chosen} choose={choose} /> <bdi className="t">{row.id}</bdi>{" "}
        <Told text={row.title} />
      </h3>
      <p className="row row--wrap small">
        <Stage inject={inject} />
        <ExerciseTime inject={inject} />
        {real === undefined ? null : <Moment at={real} />}
        {due ? (
          <span className="chip chip--warn">
            <Words id="exercises.board.due" />
          </span>
        ) : null}
      </p>
      <p className="row row--wrap small muted">
        <Told text={row.from} /> <span aria-hidden="true">·</span> <Told text={row.to} /> <Who party={row.audience} />
      </p>
      {releasedAt === undefined ? null : (
        <p className="small muted">
          <Words id="exercises.board.released" /> <Moment at={releasedAt} />
          {acknowledgedAt === undefined ? null : (
            <>
              {" · "}
              <Words id="exercises.board.acknowledged" /> <Moment at={acknowledgedAt} />
            </>
          )}
        </p>
      )}
      {answer === undefined ? null : (
        <p>
          <Told text={answer} />
        </p>
      )}
    </li>
  );
}
