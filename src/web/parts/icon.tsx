// The icons, 16 by 16, drawn in the ink of the text beside them. They never stand alone: a name is beside, or hidden.

import type { ReactNode } from "react";

/** `dir`: it bears a direction, and is mirrored in a page that reads from right to left. Others never are. */
interface Drawing {
  readonly dir?: true;
  readonly paths: readonly string[];
}

const drawings = {
  dashboard: { paths: ["M2 2h5v7H2zM9 2h5v4H9zM9 8h5v6H9zM2 11h5v3H2z"] },
  accord: { dir: true, paths: ["M4 1.8h5.5L12.5 5v9.2H4z", "M6 7h4.5M6 9.5h4.5M6 12h2.5"] },
  calendar: { paths: ["M2 3h12v11H2z", "M2 6.5h12M5 1.5v3M11 1.5v3"] },
  channel: { dir: true, paths: ["M2 5.5h11l-3-3M14 10.5H3l3 3"] },
  register: { dir: true, paths: ["M3 2h10v12H3zM3 5.3h10M3 8.6h10M3 11.9h10"] },
  plan: { paths: ["M2 3h12v10H2z", "M2 6.3h12M2 9.6h12M6 6.3V13"] },
  procurement: { paths: ["M2 5l6-3 6 3v6l-6 3-6-3zM2 5l6 3 6-3M8 8v6"] },
  training: { paths: ["M1.5 6L8 3l6.5 3L8 9zM4 7.5V11c2 2 6 2 8 0V7.5"] },
  exercise: { dir: true, paths: ["M3 14.5V2M3 2.5h9l-2 3 2 3H3"] },
  project: { paths: ["M2 14V7l4 2.5V7l4 2.5V3h4v11z"] },
  communique: { dir: true, paths: ["M3 3h10M3 6.3h10M3 9.6h10M3 13h6"] },
  place: {
    paths: [
      "M8 14.5s4.5-4.6 4.5-8a4.5 4.5 0 0 0-9 0c0 3.4 4.5 8 4.5 8z",
      "M8 4.9a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z",
    ],
  },
  check: { paths: ["M3 8.5l3.2 3.2L13 4.5"] },
  arrow: { dir: true, paths: ["M2.5 8h11M9.5 4l4 4-4 4"] },
  clock: { paths: ["M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z", "M8 4.5V8l2.5 1.8"] },
  download: { paths: ["M8 2v8M4.5 7L8 10.5 11.5 7M3 13.5h10"] },
  warning: { paths: ["M8 2L15 14H1z", "M8 6.5v3.6M8 12.2v.2"] },
  proof: { paths: ["M8 1.8l5 2v4c0 3.2-2.2 5.4-5 6.4-2.8-1-5-3.2-5-6.4v-4z", "M5.8 8l1.7 1.7L10.5 6.5"] },
  attachment: { paths: ["M12.5 7.5l-5 5a3 3 0 0 1-4.2-4.2l5.4-5.4a2 2 0 0 1 2.8 2.8L6.3 10.9"] },
  cross: { paths: ["M4 4l8 8M12 4l-8 8"] },
  search: { paths: ["M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z", "M10.5 10.5L14 14"] },
  directory: {
    paths: ["M3 2h10v12H3z", "M8 5a1.6 1.6 0 1 0 0 3.2A1.6 1.6 0 0 0 8 5zM5.2 12c.3-1.9 1.4-2.7 2.8-2.7s2.5.8 2.8 2.7"],
  },
  statistics: { paths: ["M2 14h12M3.5 14V9h2.5v5M7 14V5h2.5v9M10.5 14V2H13v12"] },
  link: { paths: ["M6.5 9.5l3-3M7 4.5l1.6-1.6a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.6 1.6a3 3 0 0 1-4.3-4.3l1.6-1.6"] },
  administration: { paths: ["M2 4h7M13 4h1M2 8h2M8 8h6M2 12h6M12 12h2", "M11 2.5v3M6 6.5v3M10 10.5v3"] },
  dossier: { dir: true, paths: ["M2 4h4.5l1.5 2H14v7.5H2z"] },
  more: { paths: ["M3 8h.2M8 8h.2M13 8h.2"] },
} as const satisfies Readonly<Record<string, Drawing>>;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  const drawing: Drawing = drawings[name];
  return (
    <svg className={drawing.dir === true ? "ic ic--dir" : "ic"} viewBox="0 0 16 16" aria-hidden="true">
      {drawing.paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

const byProcedure: Readonly<Record<string, IconName>> = {
  accord: "accord",
  designation: "directory",
  visit: "place",
  programme: "calendar",
  channel: "channel",
  request: "channel",
  dispatch: "channel",
  release: "channel",
  incident: "warning",
  plan: "plan",
  committee: "plan",
  procurement: "procurement",
  training: "training",
  exercise: "exercise",
  project: "project",
  communique: "communique",
};

/** The icon of a procedure by its name; a folder for one without. */
export function iconOf(procedure: string): IconName {
  return byProcedure[procedure] ?? "dossier";
}
