// The registers as C2SP tlog-tiles serves them: a checkpoint, tiles of hashes, bundles of leaves. Nothing here is ours.

import { z } from "../../base/index.ts";
import { octetsAnswer, textAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordId, noQuery, partyCode } from "../schemas/common.ts";
import { tileLevel, tileName } from "../tile.ts";

const register = { accord: accordId, party: partyCode } as const;
const reading = { method: "GET", caller: "either", query: noQuery, body: noBody } as const;

export const registerRoutes = {
  checkpoint: route({
    ...reading,
    path: "/registers/{accord}/{party}/checkpoint",
    params: z.strictObject(register),
    summary: "The latest checkpoint of one side's register, with the signatures this node has.",
    answer: textAnswer({ description: "A signed note (C2SP tlog-checkpoint).", keeping: "revalidate" }),
  }),
  entries: route({
    ...reading,
    path: "/registers/{accord}/{party}/tile/entries/{tile+}",
    params: z.strictObject({ ...register, tile: tileName }),
    summary: "A bundle of leaves, each after its length in two bytes.",
    answer: octetsAnswer({ description: "The bundle (C2SP tlog-tiles).", keeping: "immutable", gzip: true }),
  }),
  tile: route({
    ...reading,
    path: "/registers/{accord}/{party}/tile/{level}/{tile+}",
    params: z.strictObject({ ...register, level: tileLevel, tile: tileName }),
    summary: "A tile of the Merkle tree's hashes.",
    answer: octetsAnswer({ description: "The tile (C2SP tlog-tiles).", keeping: "immutable" }),
  }),
} as const;
