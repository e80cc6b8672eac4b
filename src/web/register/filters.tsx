// What the list is narrowed to: all of it in the address, so that it can be kept and passed on.

import { type ReactNode, useEffect, useId, useState } from "react";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Icon, useAddressText, useIn, useLevelName, usePartyName, useProcedureName, useSides } from "../parts/index.ts";

export interface Filters {
  readonly q: string;
  readonly party: string;
  readonly procedure: string;
  readonly article: string;
  readonly level: string;
}

export function useFilters(): Filters {
  return {
    q: useAddressText("q").value,
    party: useAddressText("party").value,
    procedure: useAddressText("procedure").value,
    article: useAddressText("article").value,
    level: useAddressText("level").value,
  };
}

/** Whether the list itself answers, or a search in it. */
export function isWholeList({ q, procedure, article, level }: Filters): boolean {
  return [q.trim(), procedure, article, level].every((text) => text === "");
}

export function FilterBar(): ReactNode {
  const accord = useAccordId();
  const { own, other, labels } = useSides();
  const detail = useAsk("accord", { params: { accord } });
  const { items } = useAsk("procedures", { params: { accord } });
  const partyName = usePartyName();
  const procedureName = useProcedureName();
  const levelName = useLevelName();
  const read = useIn();
  return (
    <>
      <Choice name="procedure" options={items.map((one) => ({ value: one.name, text: procedureName(one.name) }))} />
      <Choice
        name="article"
        options={detail.articles.map((one) => ({ value: one.number, text: `${one.number}. ${read(one.titles)}` }))}
      />
      <Choice name="party" options={[own, other].map((party) => ({ value: party, text: partyName(party) }))} />
      <Choice name="level" options={labels.levels.map((one) => ({ value: one.code, text: levelName(one.code) }))} />
      <SearchBox />
    </>
  );
}

interface ChoiceProps {
  readonly name: "procedure" | "article" | "party" | "level";
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

function Choice({ name, options }: ChoiceProps): ReactNode {
  const { value, set } = useAddressText(name);
  const say = useSay();
  return (
    <label className="row">
      <span className="small muted">
        <Words id={`register.filter.${name}`} />
      </span>
      <select className="input filter" value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{say(`register.filter.${name}.all`)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A pause after the last letter: each search is one question. */
const pauseMs = 200;

function SearchBox(): ReactNode {
  const { value, set } = useAddressText("q");
  const [text, setText] = useState(value);
  const say = useSay();
  const id = useId();
  // The address may change without the box: back, a link, a filter taken away.
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is another function each time and does the same.
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => set(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <search className="row">
      <label className="vh" htmlFor={id}>
        <Words id="register.search" />
      </label>
      <Icon name="search" />
      <input
        id={id}
        className="input search"
        type="search"
        dir="auto"
        value={text}
        placeholder={say("register.search.hint")}
        onChange={(event) => setText(event.target.value)}
      />
    </search>
  );
}
