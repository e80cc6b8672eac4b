// An instant, typed as a date and a time on the clock of a zone that is named beside it.

import type { ReactNode } from "react";
import { useSay } from "../../language/index.ts";
import { type FieldProps, useForm } from "./context.ts";
import { textIn } from "./entry.ts";
import type { TextField } from "./field.ts";
import { Framed } from "./frame.tsx";
import { type WallClock, wallClockOf, wallClockText } from "./instant.ts";

export function InstantControl({ entry, path, name, required, onChange }: FieldProps<TextField>): ReactNode {
  const say = useSay();
  const { zones } = useForm();
  const clock = wallClockOf(textIn(entry), zones[0]?.value ?? "UTC");
  const change = (part: Partial<WallClock>): void => onChange(wallClockText({ ...clock, ...part }));
  return (
    <Framed name={name} path={path} required={required}>
      {(control) => (
        <div className="row row--wrap">
          <input
            {...control}
            className="input"
            type="date"
            value={clock.date}
            onChange={(event) => change({ date: event.target.value })}
          />
          <input
            className="input"
            type="time"
            aria-label={say("parts.form.timeOf", { name })}
            value={clock.time}
            onChange={(event) => change({ time: event.target.value })}
          />
          <select
            className="input"
            aria-label={say("parts.form.zoneOf", { name })}
            value={clock.zone}
            onChange={(event) => change({ zone: event.target.value })}
          >
            {zones.some((zone) => zone.value === clock.zone) ? null : <option>{clock.zone}</option>}
            {zones.map((zone) => (
              <option key={zone.value} value={zone.value}>
                {zone.text}
              </option>
            ))}
          </select>
        </div>
      )}
    </Framed>
  );
}
