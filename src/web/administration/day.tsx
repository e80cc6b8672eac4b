// A day, or a day and a time, of the machine's own clock: clearances, passkeys and backups know no story's time.

import type { ReactNode } from "react";
import { useDates } from "../language/index.ts";
import { useOwnClock } from "../parts/index.ts";

export function Day({ at, time = false }: { readonly at: string; readonly time?: boolean }): ReactNode {
  const dates = useDates();
  const wall = useOwnClock()(at);
  return (
    <>
      <bdi className="t">{dates.day(wall)}</bdi>
      {time ? (
        <>
          {" "}
          <bdi className="t">{dates.time(wall)}</bdi>
        </>
      ) : null}
    </>
  );
}
