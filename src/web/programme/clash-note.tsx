// A clash in words, with the ways out of it, dated. Each is sent as a new version; nobody need take one.

import { type ReactNode, useId, useState } from "react";
import { Button, Label, Radio, RadioGroup } from "react-aria-components";
import { type Engagement, instantOf, type Slack } from "../../procedures/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Icon } from "../parts/index.ts";
import { useLineWords } from "./line-words.ts";
import { clashFigures, type Solution, solutionsOf } from "./solutions.ts";

export interface ClashNoteProps {
  readonly engagements: readonly Engagement[];
  readonly clash: Slack;
  readonly zone: string;
  /** Takes a way out; absent where this side may not change the programme now. */
  readonly onTake?: (solution: Solution) => void;
  /** The number that a new version would have. */
  readonly next: number;
  /** Whether taking it asks the other side instead of making a version. */
  readonly asks: boolean;
}

export function ClashNote({ engagements, clash, zone, onTake, next, asks }: ClashNoteProps): ReactNode {
  const words = useLineWords();
  const title = useId();
  const figures = clashFigures(engagements, clash);
  const solutions = solutionsOf(engagements, clash);
  const [chosen, setChosen] = useState<string>(solutions[0]?.kind ?? "");
  if (!figures) return null;
  const { from, to, movement, left, missing, arrives } = figures;
  const solution = solutions.find((one) => one.kind === chosen) ?? solutions[0];
  const there = words.place(from) || words.title(from);
  const here = words.place(to) || (to.movement?.to ?? words.title(to));
  return (
    <section className="note" aria-labelledby={title}>
      <h2 id={title}>
        <Icon name="warning" />
        <span>
          <Words id="programme.clash.title" values={{ first: words.time(from), there, second: words.time(to), here }} />
        </span>
      </h2>
      <p className="note__text">
        <Words
          id={movement > 0 && left >= 0 ? "programme.clash.road" : "programme.clash.overlap"}
          values={{ movement, left, missing, arrival: words.clock(arrives, zone) }}
        />
      </p>
      {onTake && solution ? (
        <>
          <RadioGroup className="opts" value={solution.kind} onChange={setChosen}>
            <Label className="vh">
              <Words id="programme.clash.solutions" />
            </Label>
            {solutions.map((one) => (
              <Option key={one.kind} solution={one} zone={zone} />
            ))}
          </RadioGroup>
          <div className="row row--wrap note__actions">
            <Button className="btn btn--primary" onPress={() => onTake(solution)}>
              <span>
                <Words id={asks ? "programme.ask" : "programme.propose"} values={{ number: next }} />
              </span>
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}

function Option({ solution, zone }: { readonly solution: Solution; readonly zone: string }): ReactNode {
  const words = useLineWords();
  const say = useSay();
  const { line, kind, leaves, margin, clashes } = solution;
  const starts = instantOf(line.start);
  const values = {
    title: words.title(line),
    time: starts === undefined ? "" : words.clock(starts, zone),
    minutes: line.minutes ?? 0,
  };
  const notes = [
    leaves === undefined ? undefined : say("programme.solution.leaves", { time: words.clock(leaves, zone) }),
    margin === undefined ? undefined : say("programme.solution.margin", { count: margin }),
    clashes > 0 ? say("programme.solution.clashes", { count: clashes }) : undefined,
  ].filter((one) => one !== undefined);
  return (
    <Radio className="opt" value={kind}>
      <span className="opt__dot" aria-hidden="true" />
      <b>
        <Words id={`programme.solution.${kind}`} values={values} />
      </b>
      {notes.length === 0 ? null : <small>{notes.join(say("programme.comma"))}</small>}
    </Radio>
  );
}
