// The page of all refusals, from the words in src/base/refusals: the code, what failed, what was expected, what to do.

import { rooms } from "../floors.ts";
import { cell, generatedNote } from "./markdown.ts";

interface Words {
  readonly failed: string;
  readonly expected: string;
  readonly todo: string;
}

/** The page, rooms in the order of the floors, codes in alphabetical order. */
export function errorsPage(words: Readonly<Record<string, Words>>): string {
  const codes = Object.keys(words).sort();
  const sections = Object.keys(rooms).flatMap((room) => {
    const own = codes.filter((code) => code.startsWith(`${room}.`));
    if (own.length === 0) return [];
    return [`\n## ${room}\n`, "| code | what failed | expected | what to do |", "|---|---|---|---|", ...own.map(rowOf)];
  });
  function rowOf(code: string): string {
    const { failed, expected, todo } = words[code] ?? { failed: "", expected: "", todo: "" };
    return `| <a id="${code}"></a>\`${code}\` | ${cell(failed)} | ${cell(expected)} | ${cell(todo)} |`;
  }
  return `${[
    "# Refusals",
    "",
    generatedNote("src/base/refusals/"),
    "",
    "A refusal is an answer, not a breakdown: it has a code that never changes its meaning, and says what failed, what",
    "was expected and what to do. Names in braces are filled with the values of the case. A fault (a full disk,",
    "a program that broke a promise) is not listed here: it is reported with its own text and in the node's log.",
    ...sections,
  ].join("\n")}\n`;
}
