// The access log: who had which sealed document opened, allowed or not. Only the security officer reads it; to others
// the node says so.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { type AccessEntry, pathOf } from "../../api/index.ts";
import { queryOf, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Empty,
  ErrorOf,
  Loading,
  Num,
  PlaceLink,
  ScrollBox,
  Sheet,
  useAddressText,
  useFunctionName,
  useLevelName,
  usePlaces,
  useSides,
} from "../parts/index.ts";
import { Choice } from "./choice.tsx";
import { Day } from "./day.tsx";

/** Entries of one page, the latest page first. */
const pageOf = 500;

export function AccessPart(): ReactNode {
  const accord = useAccordId();
  const say = useSay();
  // How long the log is, and whether it may be read at all.
  const { size } = useAsk("accessLog", { params: { accord }, query: { start: 0, limit: 1 } });
  const page = useAddressText("page");
  const sought = useAddressText("q");
  const verdict = useAddressText("verdict");
  const pages = Math.max(1, Math.ceil(size / pageOf));
  const number = Math.min(pages, Math.max(1, Number.parseInt(page.value, 10) || 1));
  const start = Math.max(0, size - number * pageOf);
  const limit = size - (number - 1) * pageOf - start;
  const { data, error, refetch } = useQuery({
    ...queryOf("accessLog", { params: { accord }, query: { start, limit: Math.max(1, limit) } }),
    placeholderData: keepPreviousData,
  });
  const shown = (data?.items ?? []).filter((one) => fits(one, { words: sought.value, verdict: verdict.value }));
  return (
    <Sheet
      title={<Words id="administration.access.count" values={{ count: size }} />}
      aside={
        <a className="btn" href={pathOf("accessLogTable", { params: { accord } })} download="access-log.csv">
          <Words id="administration.access.export" />
        </a>
      }
    >
      <div className="sheet__body filters">
        <label className="field">
          <span>
            <Words id="administration.search" />
          </span>
          <input
            className="input"
            type="search"
            value={sought.value}
            onChange={(event) => sought.set(event.target.value)}
          />
        </label>
        <Choice
          name={say("administration.access.verdict")}
          value={verdict.value}
          offers={(["allowed", "refused"] as const).map((value) => ({
            value,
            text: say(`administration.access.${value}`),
          }))}
          onChange={verdict.set}
        />
        <Pages number={number} pages={pages} onPage={(next) => page.set(String(next))} />
      </div>
      {error === null ? null : <ErrorOf error={error} again={() => void refetch()} />}
      {data === undefined && size > 0 && error === null ? <Loading /> : null}
      {shown.length === 0 && (data !== undefined || size === 0) ? (
        <Empty title={<Words id="administration.access.none" />} />
      ) : null}
      {shown.length === 0 ? null : (
        <ScrollBox label={say("administration.part.access")}>
          <Entries items={shown.toReversed()} />
        </ScrollBox>
      )}
    </Sheet>
  );
}

function fits(one: AccessEntry, by: { readonly words: string; readonly verdict: string }): boolean {
  if (by.verdict !== "" && one.allowed !== (by.verdict === "allowed")) return false;
  const words = by.words.toLowerCase();
  const texts = [one.officer, one.function, one.service, one.document, one.dossier, one.code ?? "", ...one.rules];
  return texts.some((text) => text.toLowerCase().includes(words));
}

interface PagesProps {
  readonly number: number;
  readonly pages: number;
  onPage(number: number): void;
}

function Pages({ number, pages, onPage }: PagesProps): ReactNode {
  if (pages < 2) return null;
  return (
    <div className="row">
      <Button className="btn" isDisabled={number === 1} onPress={() => onPage(number - 1)}>
        <Words id="administration.access.later" />
      </Button>
      <span className="small">
        <Words id="administration.access.page" values={{ page: <Num>{number}</Num>, pages: <Num>{pages}</Num> }} />
      </span>
      <Button className="btn" isDisabled={number === pages} onPress={() => onPage(number + 1)}>
        <Words id="administration.access.earlier" />
      </Button>
    </div>
  );
}

const columns = ["at", "officer", "action", "document", "level", "verdict"] as const;

function Entries({ items }: { readonly items: readonly AccessEntry[] }): ReactNode {
  return (
    <table className="tbl">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Words id={`administration.access.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Entry key={one.index} entry={one} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry }: { readonly entry: AccessEntry }): ReactNode {
  const places = usePlaces();
  const functionName = useFunctionName();
  const levelName = useLevelName();
  const { labels } = useSides();
  const level = labels.levels[entry.level]?.code;
  return (
    <tr>
      <td>
        <Day at={entry.at} time />
      </td>
      <td>
        <bdi className="mono">{entry.officer}</bdi>
        <p className="small muted">{functionName(entry.function)}</p>
      </td>
      <td>
        <Words id={`administration.access.${entry.action}`} />
      </td>
      <td>
        <PlaceLink to={places.dossier(entry.dossier)}>
          <bdi className="mono">{entry.document.slice(7, 23)}</bdi>
        </PlaceLink>
      </td>
      <td>{level === undefined ? null : levelName(level)}</td>
      <td>
        <span className={entry.allowed ? "chip" : "chip chip--warn"}>
          <Words id={entry.allowed ? "administration.access.allowed" : "administration.access.refused"} />
        </span>{" "}
        <bdi className="mono small">{[...entry.rules, entry.code ?? ""].filter((one) => one !== "").join(" · ")}</bdi>
      </td>
    </tr>
  );
}
