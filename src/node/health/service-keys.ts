// The keys of this side's services: which a designation lets count now, which of them are held here, and how many
// documents are sealed to each. What is sealed to a key that counts no more still opens here, and may be sealed anew.

import { kindOfRecipient } from "../../acts/index.ts";
import type { DirectoryService, ServiceKeys } from "../../api/index.ts";
import { isRefusal } from "../../base/index.ts";
import { parseRecipient, sealingKeyId } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { directoryOf } from "../handlers/directory.ts";
import type { Home } from "../home.ts";
import type { RunningAccord } from "../node.ts";

/** Documents looked at: more would keep an answer waiting. */
const looksMax = 20_000;
const pageOf = 1_000;

type Service = ServiceKeys["services"][number];

export async function serviceKeysOf(home: Home, accord: RunningAccord): Promise<ServiceKeys> {
  const { own } = accord.side.row;
  const services = (await directoryOf(accord)).parties[own] ?? [];
  const sealed = await documentsByKey(accord);
  const told = services.filter((one) => !one.withdrawn).map((one) => serviceOf({ home, service: one, sealed }));
  const counting = new Set(told.flatMap((one) => one.sealing.filter((key) => key.counts).map((key) => key.id)));
  const mine = new Set(told.flatMap((one) => one.sealing.map((key) => key.id)));
  const outdated = sealed.rows.filter(
    (keys) => keys.some((id) => mine.has(id)) && !keys.some((id) => counting.has(id)),
  );
  return { services: told, outdated: outdated.length, documents: sealed.rows.length, whole: sealed.whole };
}

interface Sealed {
  /** The ids of the keys of each document that this side sealed and still holds. */
  readonly rows: readonly (readonly string[])[];
  readonly whole: boolean;
}

async function documentsByKey({ side }: RunningAccord): Promise<Sealed> {
  const rows: (readonly string[])[] = [];
  let after: number | undefined = 0;
  for (let looked = 0; after !== undefined && looked < looksMax; looked += pageOf) {
    const page: Awaited<ReturnType<typeof side.store.documents.page>> = await side.store.documents.page(
      side.row.accord,
      { after, limit: pageOf },
    );
    for (const { sealed, state } of page.items) if (sealed && state !== "erased") rows.push(sealed.keys);
    after = page.next;
  }
  return { rows, whole: after === undefined };
}

function serviceOf(input: {
  readonly home: Home;
  readonly service: DirectoryService;
  readonly sealed: Sealed;
}): Service {
  const { home, service, sealed } = input;
  const held = new Set<string>(home.keys.serviceKeys().keys());
  return {
    service: service.service,
    ...(service.dossier === undefined ? {} : { dossier: service.dossier }),
    signing: service.keys.map(({ kid, valid }) => ({ kid, counts: valid, held: held.has(kid) })),
    sealing: service.sealing.flatMap(({ recipient, valid }) => {
      const parsed = parseRecipient(recipient);
      if (isRefusal(parsed)) return [];
      const id = sealingKeyId(nativeSuite, parsed);
      const documents = sealed.rows.filter((keys) => keys.includes(id)).length;
      const kind = kindOfRecipient(recipient) ?? "x25519";
      return [{ id, kind, counts: valid, held: home.sealing.byRecipient(parsed) !== undefined, documents }];
    }),
  };
}
