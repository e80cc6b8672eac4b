// What an officer is cleared for, until when, and that it has run out where it has.

import type { ReactNode } from "react";
import type { OfficerRecordDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { useLevelName, useNow, useSides } from "../parts/index.ts";
import { Day } from "./day.tsx";

export function ClearanceOf({ officer }: { readonly officer: OfficerRecordDetail }): ReactNode {
  const { labels } = useSides();
  const levelName = useLevelName();
  const now = useNow();
  const { clearance } = officer;
  if (clearance === undefined) return <Words id="administration.clearance.none" />;
  const level = labels.levels[clearance.level]?.code;
  return (
    <>
      {level === undefined ? clearance.level : levelName(level)}{" "}
      <span className="small muted">
        <Words id="administration.until" values={{ day: <Day at={clearance.until} /> }} />
      </span>
      {Date.parse(clearance.until) <= now ? (
        <span className="chip chip--warn">
          <Words id="administration.clearance.past" />
        </span>
      ) : null}
    </>
  );
}
