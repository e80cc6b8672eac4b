// The rail: where one can go, with how many dossiers of each kind await this side; at its foot how the two registers
// stand. On a small screen a bar of five tabs.

import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { queryOf, useAccordId } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Icon,
  type IconName,
  iconOf,
  Num,
  PlaceLink,
  type Places,
  usePlaces,
  useProcedureName,
} from "../parts/index.ts";

interface Entry {
  readonly icon: IconName;
  /** Message of its name. */
  readonly name: string;
  /** Message of its shorter name, where it has a tab on a small screen. */
  readonly tab?: string;
  readonly to: string;
  /** Procedures whose open dossiers awaiting this side are counted beside it. */
  readonly counts?: readonly string[] | "all";
}

function mainEntries(places: Places): readonly Entry[] {
  return [
    {
      icon: "dashboard",
      name: "shell.rail.dashboard",
      tab: "shell.tab.dashboard",
      to: places.dashboard,
      counts: "all",
    },
    { icon: "accord", name: "shell.rail.accord", tab: "shell.tab.accord", to: places.accord, counts: ["accord"] },
    {
      icon: "calendar",
      name: "shell.rail.visits",
      tab: "shell.tab.visits",
      to: places.visits,
      counts: ["visit", "programme"],
    },
    {
      icon: "channel",
      name: "shell.rail.channels",
      tab: "shell.tab.channels",
      to: places.channels,
      counts: ["channel", "request", "dispatch", "release", "incident"],
    },
    { icon: "register", name: "shell.rail.register", tab: "shell.tab.register", to: places.register },
  ];
}

function sideEntries(places: Places): readonly Entry[] {
  return [
    { icon: "directory", name: "shell.rail.directory", to: places.directory },
    { icon: "statistics", name: "shell.rail.statistics", to: places.statistics },
    { icon: "link", name: "shell.rail.link", to: places.link },
    { icon: "administration", name: "shell.rail.administration", to: places.administration },
  ];
}

/** The plan is the hub of the dossiers: it stands before them. */
const plansEntry = (places: Places): Entry => ({
  icon: "plan",
  name: "",
  to: places.plans,
  counts: ["plan", "committee"],
});

/** Procedures that have an entry of their own above, or are seen through another page. */
const placed: ReadonlySet<string> = new Set([
  "accord",
  "visit",
  "programme",
  "channel",
  "request",
  "dispatch",
  "release",
  "incident",
  "designation",
  "contest",
  "plan",
  "committee",
  "injects",
]);

/** What is listed on one page is counted together. */
const countedWith: Readonly<Record<string, readonly string[]>> = { exercise: ["exercise", "injects"] };

/** Where the dossiers of a procedure are listed: its own page where it has one. */
function listOf(places: Places, procedure: string): string {
  if (procedure === "course") return places.training;
  if (procedure === "exercise") return places.exercises;
  return procedure === "communique" ? places.communiques : places.dossiersOf(procedure);
}

function isCurrent(pathname: string, to: string, exact: boolean): boolean {
  return exact ? pathname.replace(/\/$/, "") === to : pathname === to || pathname.startsWith(`${to}/`);
}

export function Rail(): ReactNode {
  const places = usePlaces();
  const say = useSay();
  const accord = useAccordId();
  const { data: procedures } = useQuery(queryOf("procedures", { params: { accord } }));
  const procedureName = useProcedureName();
  const others = (procedures?.items ?? []).filter(({ name }) => !placed.has(name));
  return (
    <nav className="rail" aria-label={say("shell.rail")}>
      {mainEntries(places).map((entry) => (
        <RailEntry key={entry.name} entry={entry} name={say(entry.name)} exact={entry.to === places.dashboard} />
      ))}
      <p className="kicker">
        <Words id="shell.rail.dossiers" />
      </p>
      <RailEntry entry={{ icon: "dossier", name: "", to: places.dossiers }} name={say("shell.rail.all")} exact />
      <RailEntry entry={plansEntry(places)} name={say("shell.rail.plans")} exact={false} />
      {others.map(({ name }) => (
        <RailEntry
          key={name}
          entry={{
            icon: iconOf(name),
            name,
            to: listOf(places, name),
            counts: countedWith[name] ?? [name],
          }}
          name={procedureName(name)}
          exact
        />
      ))}
      <p className="kicker">
        <Words id="shell.rail.side" />
      </p>
      {sideEntries(places).map((entry) => (
        <RailEntry key={entry.name} entry={entry} name={say(entry.name)} exact={false} />
      ))}
      <Foot />
    </nav>
  );
}

interface RailEntryProps {
  readonly entry: Entry;
  readonly name: string;
  readonly exact: boolean;
}

function RailEntry({ entry, name, exact }: RailEntryProps): ReactNode {
  const { pathname, searchStr } = useLocation();
  const here = entry.to.includes("?") ? `${pathname}${searchStr}` : pathname;
  const waiting = useWaiting(entry.counts);
  const say = useSay();
  return (
    <PlaceLink to={entry.to} {...(isCurrent(here, entry.to, exact) ? { current: true } : {})}>
      <Icon name={entry.icon} />
      <span>{name}</span>
      {waiting > 0 ? (
        <span className="n" title={say("shell.rail.waiting", { count: waiting })}>
          {waiting}
          <span className="vh"> {say("shell.rail.waiting", { count: waiting })}</span>
        </span>
      ) : null}
    </PlaceLink>
  );
}

/** How many open dossiers of these procedures await this side. */
function useWaiting(procedures: Entry["counts"]): number {
  const accord = useAccordId();
  const { data } = useQuery(queryOf("overview", { params: { accord } }));
  if (data === undefined || procedures === undefined) return 0;
  const counted = data.turns.filter(({ procedure }) => procedures === "all" || procedures.includes(procedure));
  return counted.reduce((sum, turn) => sum + turn.own, 0);
}

function Foot(): ReactNode {
  const accord = useAccordId();
  const { data } = useQuery(queryOf("accord", { params: { accord } }));
  const { data: node } = useQuery(queryOf("node"));
  const registers = Object.values(data?.registers ?? {});
  const sizes = registers.reduce((sum, register) => sum + register.size, 0);
  const waiting = registers.reduce((sum, register) => sum + register.size - register.heldByBoth, 0);
  return (
    <div className="rail__foot">
      <b>
        <Words id={waiting === 0 ? "shell.foot.same" : "shell.foot.under"} values={{ count: waiting }} />
      </b>
      <span>
        <Words id="shell.foot.acts" values={{ count: sizes, shown: <Num>{sizes}</Num> }} />
      </span>
      {node?.notice === undefined && node?.demonstration !== true ? null : (
        <span className="demo">
          <Words id="shell.foot.demonstration" />
        </span>
      )}
    </div>
  );
}

export function TabBar(): ReactNode {
  const places = usePlaces();
  const say = useSay();
  const { pathname } = useLocation();
  const tabs: readonly Entry[] = mainEntries(places).filter((entry) => entry.tab !== undefined);
  return (
    <nav className="tabbar" aria-label={say("shell.rail")}>
      {tabs.map((tab) => (
        <PlaceLink
          key={tab.name}
          to={tab.to}
          {...(isCurrent(pathname, tab.to, tab.to === places.dashboard) ? { current: true } : {})}
        >
          <Icon name={tab.icon} />
          <span>{say(tab.tab ?? tab.name)}</span>
        </PlaceLink>
      ))}
    </nav>
  );
}
