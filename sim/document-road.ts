// The road of documents between the two machines: frames brought and answered, bytes asked for, over the same network
// as everything else. Whoever speaks in a side's name answers here for it.

import { otherSide, type World } from "./world.ts";

/** Frames that have come to this side, and its answer. */
export async function deliverDocuments(
  world: World,
  { to, frames }: { readonly to: 0 | 1; readonly frames: Uint8Array },
): Promise<Uint8Array | "unreachable"> {
  const machine = world.machines[to];
  if (world.withheld === world.machines[otherSide(to)].code) return "unreachable";
  if (world.impostor?.party === machine.code) return world.impostor.answerDocuments();
  const answer = await machine.deliverDocuments(frames);
  if (answer !== "unreachable") await world.checked(world.bodies.answering(machine, answer));
  return answer;
}

/** Bytes of a document from this side, over the network: they may be cut on the way. */
export async function askDocument(
  world: World,
  { to, digest, offset }: { readonly to: 0 | 1; readonly digest: string; readonly offset: number },
): Promise<Uint8Array | "absent" | "unreachable"> {
  const machine = world.machines[to];
  let absent = false;
  const answer = await world.network.request(new Uint8Array(), async () => {
    if (world.impostor?.party === machine.code) return world.impostor.serve(digest);
    if (world.withheld === machine.code) return "unreachable";
    const bytes = await machine.serve({ digest, offset });
    absent = bytes === "absent";
    return bytes === "absent" ? new Uint8Array() : bytes;
  });
  return absent && answer !== "unreachable" ? "absent" : answer;
}
