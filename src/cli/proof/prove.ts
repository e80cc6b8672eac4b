// `entente prove`: fetches the proof file of an act from the node.

import { isRefusal, z } from "../../base/index.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { writeNew } from "../files.ts";
import { fileOption } from "../side/fields.ts";

const options = z.object({ act: z.string(), accord: z.string().optional(), out: fileOption.optional() });

export async function prove(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const proof = await standing.client.call("actProof", { params: { accord: accord.accord, act: given.act } });
  if (isRefusal(proof)) return proof;
  if (given.out === undefined) {
    // Without a line's end: a proof is canonical to its last byte, and one more is refused.
    if (!call.globals.json) call.terminal.write(proof);
    return done([], { act: given.act, proof });
  }
  const file = call.terminal.path(given.out);
  const refused = writeNew(file, proof);
  if (refused) return refused;
  return done([`Proof: ${file}`, `To check it: entente verify ${given.out} --card <first>.json --card <second>.json`], {
    act: given.act,
    file,
  });
}
