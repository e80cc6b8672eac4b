// Which threads are shown, and in which order: what is chosen stands in the address.

import type { ReactNode } from "react";
import { threadProcedures } from "../../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { useAddressText, usePartyName, useProcedureName, useSides } from "../parts/index.ts";
import { orders } from "./thread-rows.ts";
import { useChannels } from "./use-channels.ts";

type FilterName = "procedure" | "turn" | "open" | "sort";

/** The filters of the address, as the question to the node: what is not chosen is left out. */
export function useThreadQuery(): Readonly<Record<string, string>> {
  const values = {
    channel: useAddressText("channel").value,
    procedure: useAddressText("procedure").value,
    turn: useAddressText("turn").value,
    open: useAddressText("open").value,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}

export function Filters(): ReactNode {
  const { own, other } = useSides();
  const partyName = usePartyName();
  const procedureName = useProcedureName();
  const say = useSay();
  return (
    <div className="row row--wrap">
      <ChannelFilter />
      <Filter name="procedure" options={threadProcedures.map((name) => ({ value: name, text: procedureName(name) }))} />
      <Filter name="turn" options={[own, other].map((party) => ({ value: party, text: partyName(party) }))} />
      <Filter
        name="open"
        options={["true", "false"].map((value) => ({ value, text: say(`channels.filter.open.${value}`) }))}
      />
      <Filter
        name="sort"
        options={orders.slice(1).map((order) => ({ value: order, text: say(`channels.order.${order}`) }))}
      />
    </div>
  );
}

interface FilterProps {
  readonly name: FilterName | "channel";
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

function Filter({ name, options }: FilterProps): ReactNode {
  const { value, set } = useAddressText(name);
  const say = useSay();
  return (
    <label className="row">
      <span className="small muted">
        <Words id={`channels.filter.${name}`} />
      </span>
      <select className="input filter" value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{say(`channels.filter.${name}.all`)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

function ChannelFilter(): ReactNode {
  const channels = useChannels();
  if (channels.length < 2) return null;
  const options = channels.map(({ dossier, row }) => ({ value: dossier, text: row.title }));
  return <Filter name="channel" options={options} />;
}
