// Lets two acts cross: each side makes one without having seen the other's, and each node learns of them in its own
// order. Whatever the procedure, both nodes must come to the same, and to what the declaration says of such acts.

import { isDeepStrictEqual } from "node:util";
import type { Dossier } from "../engine/dossier.ts";
import { fold } from "../engine/fold.ts";
import { type Line, otherLine, type PlacedAct } from "../engine/order.ts";
import type { Attempt, Exploring, Reached } from "./exploration.ts";
import { testDigest } from "./walk.ts";
import { DossierNode } from "./world.ts";

interface Crossing<Data> {
  readonly exploring: Exploring<Data>;
  readonly reached: Reached<Data>;
  /** Of the founding's first side and of its second. */
  readonly acts: readonly [Attempt<Data>, Attempt<Data>];
}

/** What is wrong with the crossing; nothing, when all is well. */
export function problemsOfCrossing<Data>(crossing: Crossing<Data>): string[] {
  const { acts } = crossing;
  const where = `${acts[0].name} x ${acts[1].name} after ${crossing.reached.way.join(" > ")}`;
  try {
    const [own, other] = [nodeAfter(crossing, [0, 1]), nodeAfter(crossing, [1, 0])];
    const problems = [...differences(own, other), ...againstDeclaration(crossing, own)];
    return problems.map((problem) => `${where}: ${problem}`);
  } catch (cause) {
    return [`${where}: thrown ${cause instanceof Error ? cause.stack : String(cause)}`];
  }
}

/** A node that knows the history and learns of the acts in this order. */
function nodeAfter<Data>(crossing: Crossing<Data>, order: readonly [Line, Line]): DossierNode<Data> {
  const { exploring, reached, acts } = crossing;
  const node = new DossierNode(exploring.procedure);
  for (const line of [0, 1] as const) node.lines[line].push(...reached.lines[line]);
  node.folded = reached.folded;
  for (const line of order) {
    const { refolds } = node;
    node.add(line, acts[line].placed);
    if (node.refolds > refolds) continue;
    if (!isDeepStrictEqual(node.whole().dossier, node.dossier))
      throw new TypeError("Folded afresh, the dossier is another than extended.");
  }
  return node;
}

function differences<Data>(one: DossierNode<Data>, other: DossierNode<Data>): string[] {
  return [
    ...(isDeepStrictEqual(one.dossier, other.dossier) ? [] : ["the nodes hold different dossiers"]),
    ...(isDeepStrictEqual(one.outcomes, other.outcomes) ? [] : ["the nodes give different outcomes"]),
  ];
}

function againstDeclaration<Data>(crossing: Crossing<Data>, node: DossierNode<Data>): string[] {
  const { acts } = crossing;
  const problems: string[] = [];
  const outcomes = acts.map(({ placed }) => node.outcomeOf(placed));
  const first = takenFirst(crossing);
  if (outcomes[first]?.kind !== "effective") problems.push(`${acts[first].name}, which is taken first, has no effect`);
  const second = outcomes[otherLine(first)];
  if (second?.kind === "void") problems.push(`${acts[otherLine(first)].name} was valid and is void`);
  if (second?.kind === "crossed" && second.by !== acts[first].placed.act.id)
    problems.push(`${acts[otherLine(first)].name} is crossed by another act than the one it crossed`);
  if (second?.kind === "crossed" && !isDeepStrictEqual(dossierWithout(crossing, first), node.dossier))
    problems.push(`${acts[otherLine(first)].name} is crossed and has changed the dossier all the same`);
  return problems;
}

function takenFirst<Data>({ acts, exploring }: Crossing<Data>): Line {
  const over = acts.map(({ step }, line) => step.prevailsOver.includes(acts[line === 0 ? 1 : 0].name));
  if (over[0] !== over[1]) return over[0] ? 0 : 1;
  const { roles, firstTaken } = exploring.procedure;
  return (firstTaken ?? roles[0]) === roles[0] ? exploring.opener : otherLine(exploring.opener);
}

/** The dossier as if only this one of the two acts had been made. */
function dossierWithout<Data>({ exploring, reached, acts }: Crossing<Data>, only: Line): Dossier<Data> | undefined {
  const lines: [PlacedAct[], PlacedAct[]] = [[...reached.lines[0]], [...reached.lines[1]]];
  lines[only].push(acts[only].placed);
  return fold(exploring.procedure, { lines, digest: testDigest }).dossier;
}
