// What is signed, in words: each field of an act on a line of its own, so that an officer reads what the key will bear.

import type { Act } from "../../acts/index.ts";

const lineMax = 400;

/** Plain lines, the act's own fields first and then its form's, in the order of their names. */
export function wordsOfAct(act: Act): string[] {
  const lines = [
    `${act.party} / ${act.service} / ${act.function}`,
    `${act.procedure} ${act.step}`,
    `dossier ${act.dossier}`,
    `act ${act.id}`,
    act.articles.length > 0 ? `under article ${act.articles.join(", ")}` : "resting on the founding",
    `${act.label.classification} releasable to ${act.label.releasableTo.join(", ")} (${act.label.policy})`,
    `at ${act.at.instant} (${act.at.zone}), having seen ${act.seen} acts of the other side`,
  ];
  describe({ value: act.body, path: "", lines });
  return lines;
}

function describe(input: { value: unknown; path: string; lines: string[] }): void {
  const { value, path, lines } = input;
  if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value))
      describe({ value: inner, path: path === "" ? name : `${path}.${name}`, lines });
    return;
  }
  const text = `${path}: ${wordOf(value)}`;
  lines.push(text.length > lineMax ? `${text.slice(0, lineMax - 1)}…` : text);
}

/** A value as a line tells it. */
export function wordOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
