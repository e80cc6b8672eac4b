// Who is designated on both sides: services, functions, and the keys that count now.

import { isServiceCode, type PartyCode, registryService } from "../../acts/index.ts";
import type { Directory, DirectoryService } from "../../api/index.ts";
import { isRefusal } from "../../base/index.ts";
import { type DesignationData, designationProcedure } from "../../procedures/index.ts";
import type { RunningAccord } from "../node.ts";

/** Designations are few; more than this many services on one side is not a directory any more. */
const servicesMax = 500;

export async function directoryOf(accord: RunningAccord): Promise<Directory> {
  const { side } = accord;
  const { row, store } = side;
  const { ground } = await side.state();
  const parties: Record<PartyCode, DirectoryService[]> = {};
  for (const party of ground.parties) {
    const registry = ground.servicesAt(party, Number.POSITIVE_INFINITY).get(registryService);
    parties[party] = [
      {
        service: registryService,
        names: {},
        withdrawn: false,
        domains: [],
        functions: [{ function: "registrar", names: {}, keys: [] }] as unknown as DirectoryService["functions"],
        keys: [...(registry?.keys ?? [])].map((kid) => ({ kid, valid: true })),
      },
    ];
  }
  const page = await store.dossiers(row.accord, { procedure: designationProcedure.name, limit: servicesMax });
  for (const designation of isRefusal(page) ? [] : page.items) {
    const viewed = await side.view(designation.id);
    const opener = viewed?.view.dossier.roles[designationProcedure.roles[0]];
    // The dossier follows the designation's procedure, so its data is that procedure's.
    const data = viewed?.view.dossier.data as DesignationData | undefined;
    if (!data?.service || opener === undefined || !isServiceCode(data.service) || data.service === registryService)
      continue;
    parties[opener]?.push(serviceOf(data, designation.id));
  }
  return { parties };
}

function serviceOf(data: DesignationData, dossier: DirectoryService["dossier"]): DirectoryService {
  const keysOf = (keys: DesignationData["keys"]): DirectoryService["keys"] =>
    keys.map((key) => ({
      kid: key.kid,
      valid: key.state === "valid",
      ...(key.label === undefined ? {} : { label: key.label }),
    }));
  const contact: Record<string, string> = {};
  for (const [name, value] of Object.entries(data.contact ?? {}))
    contact[name] = typeof value === "string" ? value : JSON.stringify(value);
  return {
    service: data.service ?? registryService,
    names: { ...data.names },
    withdrawn: data.withdrawn,
    ...(dossier === undefined ? {} : { dossier }),
    domains: [...data.domains],
    functions: Object.entries(data.functions)
      .filter(([, one]) => !one.removed)
      .map(([code, one]) => ({
        function: code as DirectoryService["functions"][number]["function"],
        names: { ...one.names },
        keys: keysOf(one.officers),
      })),
    keys: keysOf(data.keys),
    ...(data.contact ? { contact } : {}),
  };
}
