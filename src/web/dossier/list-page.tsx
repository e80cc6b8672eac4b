// All dossiers, narrowed by the address: procedure, whose turn, open or closed. The order is the node's: open ones
// first, by the nearest deadline.

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { DossierRow } from "../../api/index.ts";
import { call, keyOf, useAccordId, useAsk, useChanges } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  DossierTitle,
  Empty,
  ErrorOf,
  Icon,
  iconOf,
  Loading,
  PageHead,
  PlaceLink,
  placeOfDossier,
  useAddressText,
  usePageTitle,
  usePartyName,
  usePlaces,
  useProcedureName,
  useSides,
  useStateName,
} from "../parts/index.ts";
import "./dossier.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const procedure = useAddressText("procedure").value;
  const procedureName = useProcedureName();
  const title = procedure === "" ? say("dossier.list.title") : procedureName(procedure);
  usePageTitle(title);
  return (
    <>
      <PageHead
        kicker={say("dossier.list.kicker")}
        title={title}
        actions={
          <>
            <Filters />
            <PlaceLink to={procedure === "" ? places.openings : places.opening(procedure)} className="btn btn--primary">
              <Words id="dossier.open" />
            </PlaceLink>
          </>
        }
      />
      <section className="sheet">
        <Rows />
      </section>
    </>
  );
}

function Filters(): ReactNode {
  const accord = useAccordId();
  const { own, other } = useSides();
  const { items } = useAsk("procedures", { params: { accord } });
  const procedureName = useProcedureName();
  const partyName = usePartyName();
  const say = useSay();
  return (
    <>
      <Filter name="procedure" options={items.map((one) => ({ value: one.name, text: procedureName(one.name) }))} />
      <Filter name="turn" options={[own, other].map((party) => ({ value: party, text: partyName(party) }))} />
      <Filter
        name="open"
        options={["true", "false"].map((value) => ({ value, text: say(`dossier.filter.open.${value}`) }))}
      />
    </>
  );
}

interface FilterProps {
  readonly name: "procedure" | "turn" | "open";
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

function Filter({ name, options }: FilterProps): ReactNode {
  const { value, set } = useAddressText(name);
  const say = useSay();
  return (
    <label className="row">
      <span className="small muted">
        <Words id={`dossier.filter.${name}`} />
      </span>
      <select className="input filter" value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{say(`dossier.filter.${name}.all`)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

const pageSize = 100;

function Rows(): ReactNode {
  const accord = useAccordId();
  const filters = {
    procedure: useAddressText("procedure").value,
    turn: useAddressText("turn").value,
    open: useAddressText("open").value,
  };
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
  const pages = useInfiniteQuery({
    queryKey: [...keyOf("dossiers", { params: { accord }, query }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call("dossiers", {
        params: { accord },
        query: { ...query, limit: pageSize, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <ErrorOf error={pages.error} again={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty title={<Words id="dossier.list.empty" />} />;
  return (
    <div className="scroll">
      <table className="tbl">
        <thead>
          <tr>
            {["dossier", "state", "turn", "due", "acts"].map((column) => (
              <th key={column} scope="col" className={column === "acts" ? "n" : undefined}>
                <Words id={`dossier.list.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.dossier} row={row} />
          ))}
        </tbody>
      </table>
      {pages.hasNextPage ? (
        <p className="sheet__body">
          <Button className="btn" isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            <Words id="dossier.list.more" />
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function Row({ row }: { readonly row: DossierRow }): ReactNode {
  const places = usePlaces();
  const { own } = useSides();
  const procedureName = useProcedureName();
  const stateName = useStateName();
  const say = useSay();
  const isNew = useChanges().some((change) => change.dossier === row.dossier);
  return (
    <tr>
      <td>
        <span className="row">
          <Icon name={iconOf(row.procedure)} />
          <PlaceLink to={placeOfDossier(places, row)}>
            {row.title === "" ? procedureName(row.procedure) : <DossierTitle row={row} />}
          </PlaceLink>
          {isNew ? (
            <span className="chip chip--warn">
              <Words id="parts.changed" />
            </span>
          ) : null}
        </span>
        <p>{procedureName(row.procedure)}</p>
      </td>
      <td>{stateName(row.procedure, row.state)}</td>
      <td>
        {row.turn.map((party) => (
          <span key={party} className={party === own ? "chip chip--me" : "chip"}>
            {say(party === own ? "dossier.turn.mine" : "dossier.turn.theirs")}
          </span>
        ))}
      </td>
      <td>{row.due === undefined ? null : <DeadlineChip due={row.due} />}</td>
      <td className="n">
        <bdi className="t">{row.acts}</bdi>
      </td>
    </tr>
  );
}
