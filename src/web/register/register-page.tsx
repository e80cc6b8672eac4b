// The register page: both sides' registers as one list, newest first, and beside it the proof of the act that is
// chosen. All that narrows the list, and the act, stand in the address.

import { type ReactNode, useDeferredValue } from "react";
import { useSay, Words } from "../language/index.ts";
import { Empty, Loading, PageHead, Part, useAddressText, usePageTitle } from "../parts/index.ts";
import { ProofDrawer } from "../parts/proof/index.ts";
import { FoundList, WholeList } from "./act-list.tsx";
import { FilterBar, type Filters, isWholeList, useFilters } from "./filters.tsx";
import { Heads } from "./heads.tsx";
import { Legend } from "./legend.tsx";
import { useFoundRows, useListSize } from "./rows.ts";
import "./register.css";

export function Page(): ReactNode {
  const say = useSay();
  const act = useAddressText("act");
  // The list may lag behind the box that is typed into, never the box.
  const filters = useDeferredValue(useFilters());
  usePageTitle(say("register.title"));
  return (
    <>
      <PageHead kicker={say("register.kicker")} title={say("register.title")} actions={<FilterBar />} />
      <Heads />
      <div className={act.value === "" ? "reg reg--alone" : "reg"}>
        <section className="sheet">
          <Part about={JSON.stringify(filters)}>
            {isWholeList(filters) ? (
              <Whole party={filters.party} act={act.value} choose={act.set} />
            ) : (
              <Found filters={filters} act={act.value} choose={act.set} />
            )}
          </Part>
        </section>
        {act.value === "" ? null : <ProofDrawer act={act.value} onClose={() => act.set("")} />}
      </div>
      <Legend />
    </>
  );
}

interface ChosenProps {
  readonly act: string;
  choose(act: string): void;
}

function Whole({ party, act, choose }: ChosenProps & { readonly party: string }): ReactNode {
  const say = useSay();
  const size = useListSize(party);
  if (size === 0) return <Empty title={<Words id="register.empty" />} />;
  return (
    <WholeList key={party} label={say("register.list")} size={size} party={party} selected={act} onSelect={choose} />
  );
}

function Found({ filters, act, choose }: ChosenProps & { readonly filters: Filters }): ReactNode {
  const say = useSay();
  const rows = useFoundRows(filters);
  if (rows === undefined) return <Loading />;
  return (
    <>
      <p className="acts__found small muted" role="status">
        <Words id={rows.more ? "register.found.more" : "register.found"} values={{ count: rows.count }} />
        {rows.lag > 0 ? (
          <>
            {" "}
            <Words id="register.lag" values={{ count: rows.lag }} />
          </>
        ) : null}
      </p>
      {rows.count === 0 ? (
        <Empty title={<Words id="register.none" />}>
          <p>
            <Words id="register.none.hint" />
          </p>
        </Empty>
      ) : (
        <FoundList label={say("register.list")} rows={rows} selected={act} onSelect={choose} />
      )}
    </>
  );
}
