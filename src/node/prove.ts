// Makes the proof file of an act from what this node holds: the act's leaf and the designations its keys come from,
// each with a checkpoint that the other side has cosigned.

import { parseLeaf, registryService } from "../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../base/index.ts";
import { designationProcedure } from "../procedures/index.ts";
import { encodeActProof, type ProvenLeaf } from "../proof/index.ts";
import { inclusionProof, parseLeafIndex, storedTiles } from "../register/index.ts";
import { nativeSuite } from "../seal/native.ts";
import type { StoredAct } from "../store/index.ts";
import type { Side } from "./side/side.ts";

/** Refused as `api.notYetHeld` while the other side has not cosigned a checkpoint that covers the act. */
export async function proveAct(input: { side: Side; stored: StoredAct }): Promise<Uint8Array | Refusal> {
  const { side, stored } = input;
  await side.receipts.flush();
  const act = await provenLeaf(side, stored);
  if (isRefusal(act)) return act;
  const mandate: ProvenLeaf[] = [];
  for (const designation of await mandateOf(side, stored)) {
    const proven = await provenLeaf(side, designation);
    if (isRefusal(proven)) return proven;
    mandate.push(proven);
  }
  return encodeActProof({ founding: side.founding, party: stored.row.party, act, mandate });
}

/**
 * The designation acts, effective and before the act, of the service that signed it and of the registry that made them:
 * all of them, so that a key revoked before the act is seen to be.
 */
async function mandateOf(side: Side, stored: StoredAct): Promise<readonly StoredAct[]> {
  const { row } = stored;
  const designations = (await side.store.actsOfProcedures(side.row.accord, [designationProcedure.name])).filter(
    (one) => one.row.party === row.party && one.row.index < row.index && one.row.outcome.kind === "effective",
  );
  const wanted = new Set<string>();
  for (const { leaf } of designations) {
    const read = parseLeaf(leaf);
    if (isRefusal(read) || read.act.id !== read.act.dossier) continue;
    const { service } = read.act.body;
    if (service === row.service || service === registryService) wanted.add(read.act.dossier);
  }
  return designations.filter((one) => wanted.has(one.row.dossier));
}

async function provenLeaf(side: Side, stored: StoredAct): Promise<ProvenLeaf | Refusal> {
  const { row, leaf } = stored;
  const origin = row.party === side.row.own ? side.row.ownOrigin : side.row.otherOrigin;
  const held = await side.store.heldCovering(origin, row.index);
  if (!held) return refuse("api.notYetHeld", { act: row.id });
  const index = parseLeafIndex(row.index);
  if (isRefusal(index)) return index;
  const tiles = storedTiles(side.store, origin);
  const proof = await inclusionProof({ suite: nativeSuite, tiles, index: row.index, size: held.size });
  return { leaf, index, proof, note: held.note };
}
