// Where things are in the application: every address, by what it shows. Features do not know each other; they know
// these places.

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAccordId } from "../api/index.ts";

/** The addresses of one accord's pages. */
export function placesOf(accord: string) {
  const base = `/accords/${accord}`;
  return {
    dashboard: base,
    accord: `${base}/accord`,
    article: (number: string) => `${base}/accord?article=${encodeURIComponent(number)}`,
    visits: `${base}/visits`,
    visit: (dossier: string) => `${base}/visits/${dossier}`,
    programmes: `${base}/programmes`,
    programme: (dossier: string) => `${base}/programmes/${dossier}`,
    plans: `${base}/plans`,
    plan: (dossier: string) => `${base}/plans/${dossier}`,
    training: `${base}/training`,
    course: (dossier: string) => `${base}/training/${dossier}`,
    communiques: `${base}/communiques`,
    communique: (dossier: string) => `${base}/communiques/${dossier}`,
    purchase: (dossier: string) => `${base}/procurement/${dossier}`,
    project: (dossier: string) => `${base}/projects/${dossier}`,
    committee: (dossier: string) => `${base}/committee/${dossier}`,
    exercises: `${base}/exercises`,
    exercise: (dossier: string) => `${base}/exercises/${dossier}`,
    injects: (dossier: string) => `${base}/injects/${dossier}`,
    channels: `${base}/channels`,
    channel: (dossier: string) => `${base}/channels/${dossier}`,
    register: `${base}/register`,
    act: (act: string) => `${base}/register?act=${act}`,
    dossiers: `${base}/dossiers`,
    dossiersOf: (procedure: string) => `${base}/dossiers?procedure=${encodeURIComponent(procedure)}`,
    /** The page every dossier has, whatever its procedure. */
    dossier: (dossier: string) => `${base}/dossiers/${dossier}`,
    opening: (procedure: string) => `${base}/open/${procedure}`,
    openings: `${base}/open`,
    statistics: `${base}/statistics`,
    directory: `${base}/directory`,
    link: `${base}/link`,
    calendar: `${base}/calendar`,
    session: `${base}/session`,
    administration: `${base}/administration`,
  } as const;
}

export type Places = ReturnType<typeof placesOf>;

export function usePlaces(): Places {
  return placesOf(useAccordId());
}

/** A channel and what goes by one have their page in common. */
const goByChannel: ReadonlySet<string> = new Set(["channel", "request", "dispatch", "release", "incident"]);

/** The place of a dossier by its procedure: its special page where it has one, else the page every dossier has. */
export function placeOfDossier(
  places: Places,
  { dossier, procedure }: { readonly dossier: string; readonly procedure: string },
): string {
  if (procedure === "visit") return places.visit(dossier);
  if (procedure === "programme") return places.programme(dossier);
  if (procedure === "plan") return places.plan(dossier);
  if (procedure === "procurement") return places.purchase(dossier);
  if (procedure === "course") return places.course(dossier);
  if (procedure === "communique") return places.communique(dossier);
  if (procedure === "project") return places.project(dossier);
  if (procedure === "committee") return places.committee(dossier);
  if (procedure === "exercise") return places.exercise(dossier);
  if (procedure === "injects") return places.injects(dossier);
  if (goByChannel.has(procedure)) return places.channel(dossier);
  return places.dossier(dossier);
}

interface PlaceLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
  /** The page that is open. */
  readonly current?: boolean;
}

/** A link to a place of the application, without loading the page anew. */
export function PlaceLink({ to, children, className, title, current = false }: PlaceLinkProps): ReactNode {
  const [path = to, query] = to.split("?");
  const search = query === undefined ? {} : Object.fromEntries(new URLSearchParams(query));
  return (
    <Link
      to={path}
      search={search}
      // Which entry is current is told by who lists the places; the router only knows the very address.
      activeOptions={{ exact: true }}
      aria-current={current ? "page" : undefined}
      {...(className === undefined ? {} : { className })}
      {...(title === undefined ? {} : { title })}
    >
      {children}
    </Link>
  );
}
