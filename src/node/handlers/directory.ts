// Who is designated on both sides: services, functions, and the keys that count now.

import { isFunctionCode, type PartyCode, registryService, type ServiceCode } from "../../acts/index.ts";
import type { Directory, DirectoryService } from "../../api/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import { type DesignationData, designationProcedure } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import type { Side } from "../side/side.ts";
import { follows } from "../side/viewed.ts";
import { wordOf } from "./words.ts";

/** Designations are few; more than this many services of both sides is not a directory any more. */
const servicesMax = 500;

/** Each side's registry first, then its services, the last opened first. */
export async function directoryOf(accord: RunningAccord): Promise<Directory> {
  const { side } = accord;
  const parties: Record<PartyCode, DirectoryService[]> = await registriesOf(side);
  const filter = { procedure: designationProcedure.name, limit: servicesMax };
  const page = await side.store.dossiers(side.row.accord, filter);
  if (isRefusal(page)) throw new Fault("node.badPage", "The store refused its first page.");
  for (const { id } of page.items) {
    const viewed = await side.view(id);
    if (!viewed || !follows(viewed, designationProcedure)) continue;
    const { data, roles } = viewed.view.dossier;
    const party = roles[designationProcedure.roles[0]];
    // The registry's keys are told above, those that the card names included.
    if (party === undefined || data.service === undefined || data.service === registryService) continue;
    parties[party]?.push(serviceOf({ data, dossier: id, service: data.service }));
  }
  return { parties };
}

async function registriesOf(side: Side): Promise<Record<PartyCode, DirectoryService[]>> {
  return await side.inTurn(async ({ ground }) => {
    const registries = ground.parties.map((party) => {
      const registry = ground.servicesAt(party, Number.POSITIVE_INFINITY).get(registryService);
      const functions = [...(registry?.functions.keys() ?? [])].map((code) => ({
        function: code,
        names: {},
        keys: [],
      }));
      const keys = [...(registry?.keys ?? [])].map((kid) => ({ kid, valid: true, state: "valid" as const }));
      const names = {};
      return [
        party,
        [{ service: registryService, names, withdrawn: false, domains: [], functions, keys, sealing: [] }],
      ];
    });
    return Object.fromEntries(registries);
  });
}

function serviceOf(input: {
  data: DesignationData;
  dossier: DossierRow["id"];
  service: ServiceCode;
}): DirectoryService {
  const { data, dossier, service } = input;
  const contact = Object.entries(data.contact ?? {}).map(([name, value]) => [name, wordOf(value)]);
  return {
    service,
    names: { ...data.names },
    withdrawn: data.withdrawn,
    dossier,
    domains: [...data.domains],
    functions: Object.entries(data.functions).flatMap(([code, one]) =>
      one.removed || !isFunctionCode(code)
        ? []
        : [{ function: code, names: { ...one.names }, keys: keysOf(one.officers) }],
    ),
    keys: keysOf(data.keys),
    sealing: data.sealing.map((one) => ({ recipient: one.recipient, ...fateOf(one) })),
    ...(data.contact ? { contact: Object.fromEntries(contact) } : {}),
  };
}

function keysOf(keys: DesignationData["keys"]): DirectoryService["keys"] {
  return keys.map((one) => ({
    kid: one.kid,
    ...fateOf(one),
    ...(one.label === undefined ? {} : { label: one.label }),
  }));
}

type Fate = Pick<DirectoryService["sealing"][number], "valid" | "state" | "successor" | "reason">;

function fateOf({ state, successor, reason }: DesignationData["keys" | "sealing"][number]): Fate {
  return {
    valid: state === "valid",
    state,
    ...(successor === undefined ? {} : { successor }),
    ...(reason === undefined ? {} : { reason }),
  };
}
