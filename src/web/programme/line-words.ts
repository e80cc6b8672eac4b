// How a line of a programme is said in the reader's language: its title, its place, its time on the programme's clock.

import { type Engagement, instantOf } from "../../procedures/index.ts";
import { useDates, useSay, wallIn } from "../language/index.ts";
import { toldText, useIn } from "../parts/index.ts";

export interface LineWords {
  title(line: Engagement): string;
  /** "Salé", or the venue's name where no city was given; "" where neither was. */
  place(line: Engagement): string;
  /** "18:00", or that the time is to be set. */
  time(line: Engagement): string;
  /** "17:50" of an instant, on the clock of a zone. */
  clock(ms: number, zone: string): string;
  /** "25 min" */
  minutes(count: number): string;
  /** Title and place in one, for names of controls. */
  name(line: Engagement): string;
}

export function useLineWords(): LineWords {
  const read = useIn();
  const say = useSay();
  const dates = useDates();
  const clock = (ms: number, zone: string): string => dates.time(wallIn(zone, ms));
  const title = (line: Engagement): string => read(line.titles);
  const place = (line: Engagement): string => toldText(line.venue?.city ?? line.venue?.name ?? "");
  return {
    title,
    place,
    clock,
    minutes: (count) => say("programme.minutes", { count }),
    time(line) {
      const at = instantOf(line.start);
      return at === undefined ? say("programme.noTime") : clock(at, line.start.zone);
    },
    name(line) {
      const where = place(line);
      return where === "" ? title(line) : say("programme.titleAtPlace", { title: title(line), place: where });
    },
  };
}
