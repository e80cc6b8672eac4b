// The days of a line, in the reader's language; nothing where they are not settled.

import type { ReactNode } from "react";
import { useDates, Words, wallIn } from "../language/index.ts";

interface DayRangeProps {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

export function DayRange({ from, until }: DayRangeProps): ReactNode {
  const dates = useDates();
  const text = (date: string): string => dates.day(wallIn("UTC", `${date}T00:00:00Z`));
  const first = from ?? until;
  if (first === undefined)
    return (
      <span className="soft">
        <Words id="plans.notSettled" />
      </span>
    );
  return (
    <span className="plan-days">
      <bdi className="t">{text(first)}</bdi>
      {until === undefined || until === first ? null : (
        <>
          {" – "}
          <bdi className="t">{text(until)}</bdi>
        </>
      )}
    </span>
  );
}
