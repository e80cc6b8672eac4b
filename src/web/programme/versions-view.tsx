// Any two versions of the programme beside each other, line by line; which two stands in the address.

import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "../../base/index.ts";
import { type Engagement, engagementSchema } from "../../procedures/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import { Empty, ErrorOf, Loading, Sheet, useAddressText } from "../parts/index.ts";
import { ComparisonList } from "./comparison-list.tsx";
import type { ProgrammeShown } from "./programme-data.ts";

interface VersionsViewProps {
  readonly dossier: string;
  readonly data: ProgrammeShown;
  readonly zone: string;
}

export function VersionsView({ dossier, data, zone }: VersionsViewProps): ReactNode {
  const from = useAddressText("from");
  const to = useAddressText("to");
  const { versions } = data;
  const last = versions.length;
  const chosen = { from: numberIn(from.value, Math.max(1, last - 1)), to: numberIn(to.value, last) };
  if (last < 2) {
    return (
      <Sheet title={<Words id="programme.versions" />}>
        <Empty title={<Words id="programme.versions.one" />} />
      </Sheet>
    );
  }
  return (
    <Sheet title={<Words id="programme.versions" />}>
      <div className="sheet__body row row--wrap">
        <VersionPicker name="programme.versions.from" value={chosen.from} data={data} zone={zone} onPick={from.set} />
        <VersionPicker name="programme.versions.to" value={chosen.to} data={data} zone={zone} onPick={to.set} />
      </div>
      <Between dossier={dossier} from={chosen.from} to={chosen.to} />
    </Sheet>
  );
}

function numberIn(text: string, usual: number): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : usual;
}

interface VersionPickerProps {
  readonly name: string;
  readonly value: number;
  readonly data: ProgrammeShown;
  readonly zone: string;
  readonly onPick: (text: string) => void;
}

function VersionPicker({ name, value, data, zone, onPick }: VersionPickerProps): ReactNode {
  const say = useSay();
  const dates = useDates();
  return (
    <label className="field">
      <span>{say(name)}</span>
      <select className="input" value={value} onChange={(event) => onPick(event.target.value)}>
        {data.versions.map(({ number, at }) => {
          const wall = wallIn(zone, at);
          return (
            <option key={number} value={number}>
              {say("programme.version.dated", { number, day: dates.day(wall), time: dates.time(wall) })}
            </option>
          );
        })}
      </select>
    </label>
  );
}

const lines = z.array(engagementSchema);

function Between({
  dossier,
  from,
  to,
}: {
  readonly dossier: string;
  readonly from: number;
  readonly to: number;
}): ReactNode {
  const accord = useAccordId();
  const found = useQueries({
    queries: [from, to].map((number) =>
      queryOf("programmeVersion", { params: { accord, dossier, number: String(number) } }),
    ),
  });
  const failed = found.find((one) => one.error !== null);
  if (failed) return <ErrorOf error={failed.error} again={() => void failed.refetch()} />;
  const [before, after] = found.map((one) => one.data && linesIn(one.data.engagements));
  return before && after ? <ComparisonList before={before} after={after} /> : <Loading />;
}

function linesIn(engagements: readonly unknown[]): readonly Engagement[] {
  return lines.parse(engagements);
}
