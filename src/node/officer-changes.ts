// What is changed about an officer after the first writing: clearance, service and functions, and being one at all.

import { type Refusal, refuse } from "../base/index.ts";
import { type Home, type OfficerRecord, readOfficers, removeToken, writeOfficers } from "./home.ts";

/** Gives the officer this clearance, or none; the token stays. The record as it is now, refused for nobody. */
export function setClearance(
  home: Pick<Home, "folder">,
  { id, clearance }: { readonly id: string; readonly clearance: OfficerRecord["clearance"] },
): OfficerRecord | Refusal {
  return rewritten(home, {
    id,
    change: ({ clearance: _, ...rest }) => ({ ...rest, ...(clearance ? { clearance } : {}) }),
  });
}

/** Gives the officer this service, these functions and dossiers; clearance and token stay. Refused for nobody. */
export function changeOfficer(
  home: Pick<Home, "folder">,
  { id, ...place }: Pick<OfficerRecord, "id" | "service" | "functions"> & { dossiers: string[] | undefined },
): OfficerRecord | Refusal {
  const { dossiers, service, functions } = place;
  return rewritten(home, {
    id,
    change: ({ dossiers: _, ...rest }) => ({ ...rest, service, functions, ...(dossiers ? { dossiers } : {}) }),
  });
}

function rewritten(
  home: Pick<Home, "folder">,
  { id, change }: { readonly id: string; readonly change: (before: OfficerRecord) => OfficerRecord },
): OfficerRecord | Refusal {
  const officers = readOfficers(home.folder);
  const before = officers.find((one) => one.id === id);
  if (!before) return refuse("node.unknownOfficer", { officer: id, officers: officers.map((one) => one.id) });
  const after = change(before);
  writeOfficers(
    home.folder,
    officers.map((one) => (one === before ? after : one)),
  );
  return after;
}

/** Takes an officer out of the directory, and the token out of the home. False when there is none of this id. */
export function removeOfficer(home: Pick<Home, "folder">, id: string): boolean {
  const officers = readOfficers(home.folder);
  if (!officers.some((one) => one.id === id)) return false;
  writeOfficers(
    home.folder,
    officers.filter((one) => one.id !== id),
  );
  removeToken(home.folder, id);
  return true;
}
