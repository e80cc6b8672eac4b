// How the story reads in the terminal: one line an act, with its time on both sides' clocks and its receipt.

import { type Party, parties, partyName, zoneOf } from "./data.ts";
import type { AttemptStep, DeniedOpening, MadeStep, Post } from "./step.ts";

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
  "release-officer": "release officer",
  "security-officer": "security officer",
  "security-authority": "security authority",
  "protocol-officer": "protocol officer",
  "head-of-protocol": "head of protocol",
  "licensing-officer": "licensing officer",
  "project-officer": "project officer",
  planner: "planning officer",
  "training-officer": "training officer",
  spokesperson: "spokesperson",
  "procurement-officer": "procurement officer",
};

const functionName = (post: Post): string => functions[post.function] ?? post.function;

export function who(side: Party, post: Post): string {
  return `${partyName[side]}, ${functionName(post)}`;
}

/** The act and its receipt. Registers are numbered from 1 for readers. */
export function actLine(step: MadeStep, made: { readonly index: number; readonly documents: number }): string {
  const registered = `registered by ${partyName[step.side]}, no. ${made.index + 1}; held by both`;
  const receipt = made.documents === 0 ? registered : `${registered}; ${counted(made.documents)} delivered`;
  return `${clocks(step.at)}  ${who(step.side, step.by)} ${step.say}${signedBy(step)} — ${receipt}`;
}

function signedBy(step: MadeStep): string {
  if (step.kind === "open") return "";
  const key = step.grave ? " [officer's key]" : "";
  return step.releasedBy ? `${key} [released by ${functionName(step.releasedBy)}]` : key;
}

const counted = (documents: number): string => (documents === 1 ? "1 document" : `${documents} documents`);

export function attemptLine(step: AttemptStep | DeniedOpening, words: string): string {
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
