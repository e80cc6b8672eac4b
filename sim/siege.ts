// The end of a run in which the keys of one side fall into the wrong hands: that side is dead, and somebody speaks in
// its name. The other must bear every nuisance, keep what it has, and answer a crime with proof.

import { awaited, bringTruth, endureForgery, Forger } from "./forger.ts";
import { type Attack, Hostile } from "./hostile.ts";
import type { Machine } from "./machine.ts";
import { linger } from "./network.ts";
import { epoch } from "./process.ts";
import { provenStop, sound } from "./verdict.ts";
import { demand, otherSide, sizeIn, type World } from "./world.ts";

/** Longer than any bag travels. */
const quiet = 5 * 60_000;

/** For what the victim has stopped the link, or undefined when it had no reason to. */
export async function besiege(world: World): Promise<string | undefined> {
  const random = world.random.branch("siege");
  const side = random.chance(0.5) ? 0 : 1;
  const [hostile, victim] = [world.machines[side], world.machines[otherSide(side)]];
  // Whatever accident is under way ends first, and whatever travels arrives.
  await world.run(linger + quiet);
  await sendWithheld(world, side);
  hostile.busy = true;
  hostile.kill();
  await world.run(linger);
  await victim.boot();
  await world.watch.doubt(hostile);
  world.trace(hostile.code, "is in the wrong hands");
  const origin = hostile.party.row.ownOrigin;
  const mirrored = await victim.disk.store.leaves({ origin, start: 0, end: 1e6 });
  const enemy = new Hostile({
    party: hostile.party,
    random,
    mirrored,
    recorded: world.sent[side].filter((parcel) => sizeIn(parcel) <= mirrored.length),
    seconds: () => Math.floor((epoch + world.clock.now()) / 1000),
  });
  const named = await awaited(world, victim);
  const forger = new Forger({ random, named });
  world.impostor = {
    party: hostile.code,
    answer: () => enemy.answer(),
    answerDocuments: () => (random.chance(0.5) ? "unreachable" : enemy.answer()),
    serve: (digest) => forger.serve(digest),
  };
  for (let left = random.between(3, 8); left > 0 && forger.hasWork; left--)
    await endureForgery(world, { victim, forger });
  for (let left = random.between(3, 8); left > 0; left--) await endure(world, { victim, attack: enemy.nuisance() });
  world.impostor = { ...world.impostor, serve: () => "unreachable" };
  if (random.chance(0.5)) await bringTruth(world, { victim, named, random });
  if (mirrored.length < 2 || random.chance(0.3)) {
    await stillWorks(world, victim);
    return undefined;
  }
  await endure(world, { victim, attack: enemy.crime((await victim.ownSize()) + 5) });
  return provenStop(world);
}

/** The side's last dispatches: their acts arrive, and their documents do not. */
async function sendWithheld(world: World, side: 0 | 1): Promise<void> {
  const [hostile, victim] = [world.machines[side], world.machines[otherSide(side)]];
  await hostile.boot();
  await victim.boot();
  world.withheld = hostile.code;
  for (let i = 0; i < 2; i++) {
    const { process } = hostile;
    if (process) world.background(world.correspondence[side]?.send(process) ?? Promise.resolve());
    await world.run(10_000);
  }
}

async function endure(world: World, { victim, attack }: { victim: Machine; attack: Attack }): Promise<void> {
  world.counts.attacks += 1;
  world.trace("the enemy", `tries ${attack.name}`);
  const before = await victim.mirroredSize();
  world.background(victim.deliver(attack.parcel));
  await world.run(20_000);
  const grown = (await victim.mirroredSize()) - before;
  demand(grown === (attack.expected === "mirrored" ? 1 : 0), `After ${attack.name} the mirror had grown by ${grown}.`);
  const stopped = victim.process?.side.link.stopped?.code;
  const crime = attack.expected === "nothing" || attack.expected === "mirrored" ? undefined : attack.expected;
  demand(stopped === crime, `After ${attack.name} the link was stopped for ${stopped}, not for ${crime}.`);
  await world.watch.nothingOverwritten();
  if (crime !== undefined) demand(provenStop(world) === crime, `There is no proof of ${attack.name}.`);
  await sound(victim);
}

/** The victim of mere nuisances goes on: what its people do is registered. */
async function stillWorks(world: World, victim: Machine): Promise<void> {
  const officers = world.officers[victim === world.machines[0] ? 0 : 1];
  const before = await victim.ownSize();
  for (let i = 0; i < 10; i++) {
    world.background(officers.act());
    await world.run(2_000);
  }
  demand((await victim.ownSize()) > before, "After mere nuisances nothing could be registered.");
}
