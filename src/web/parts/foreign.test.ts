import { expect, test } from "vitest";
import { partsOf } from "./foreign.tsx";

test("a character that turns the line round is shown by its number and not obeyed", () => {
  expect(partsOf("abc\u202Efdp.exe")).toEqual([
    { text: "abc", shown: false },
    { text: "U+202E", shown: true },
    { text: "fdp.exe", shown: false },
  ]);
  expect(partsOf("\u200F\u2066")).toEqual([
    { text: "U+200F", shown: true },
    { text: "U+2066", shown: true },
  ]);
});

test("lines, tabs and the joining of Arabic letters are left as they are", () => {
  const text = "سطر\u200c\u200d\n\tligne";
  expect(partsOf(text)).toEqual([{ text, shown: false }]);
});
