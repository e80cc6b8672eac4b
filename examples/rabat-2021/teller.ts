// How the story reads in the terminal: one line an act, with its time on both sides' clocks and its receipt.

import { type Party, parties, partyName, zoneOf } from "./data.ts";
import type { ActStep, AttemptStep, Post } from "./step.ts";

/** `24.11.2021 11:00 | 12:00`: the local date and time in Morocco, then the time in Israel at the same instant. */
export function clocks(at: string): string {
  const [there, here] = parties.map((party) => Temporal.Instant.from(at).toZonedDateTimeISO(zoneOf[party]));
  if (!there || !here) throw new TypeError("Two sides have two clocks.");
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = (one: Temporal.ZonedDateTime): string => `${two(one.hour)}:${two(one.minute)}`;
  // The sides are an hour or two apart, so the dates differ only around midnight, when no act of the story is made.
  return `${two(there.day)}.${two(there.month)}.${there.year} ${time(there)} | ${time(here)}`;
}

const functions: Readonly<Record<string, string>> = {
  registrar: "registrar",
  "treaty-officer": "treaty officer",
  "head-of-delegation": "head of delegation",
  plenipotentiary: "plenipotentiary",
  "liaison-officer": "liaison officer",
  "security-officer": "security officer",
  "security-authority": "security authority",
  "protocol-officer": "protocol officer",
  "head-of-protocol": "head of protocol",
};

export function who(side: Party, post: Post): string {
  return `${partyName[side]}, ${functions[post.function] ?? post.function}`;
}

/** The act and its receipt. Registers are numbered from 1 for readers. */
export function actLine(step: ActStep, index: number): string {
  const receipt = `registered by ${partyName[step.side]}, no. ${index + 1}; held by both`;
  const key = step.grave ? " [officer's key]" : "";
  return `${clocks(step.at)}  ${who(step.side, step.by)} ${step.say}${key} — ${receipt}`;
}

export function attemptLine(step: AttemptStep, words: string): string {
  return `${clocks(step.at)}  ${who(step.side, step.by)} ${step.say} — refused: ${words}`;
}

export const indented = (line: string): string => `${" ".repeat(27)}${line}`;

export const opening: readonly string[] = [
  "Entente: the defence cooperation accord of Rabat, 24 November 2021, told again.",
  "",
  "Two nodes in two processes, two databases, two sets of keys, talking over signed HTTP on loopback. Reported by the",
  "press: the accord and its fields, the two signatories, the day, the place, the engagements and their times.",
  "Everything else is demonstration data: the wording, the other dates, lengths, services, references and keys.",
  "Both nodes run on a story clock. Times below: in Morocco | in Israel.",
];
