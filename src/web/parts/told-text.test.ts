import { expect, test } from "vitest";
import { toldText } from "./told-text.ts";

test("a name that turns its own direction round is shown with the character that would", () => {
  expect(toldText("report\u202Efdp.exe")).toBe("report[U+202E]fdp.exe");
  expect(toldText("\u2067a\u2069\u200F")).toBe("[U+2067]a[U+2069][U+200F]");
});

test("control characters and what nobody sees are shown, line breaks and joiners stay", () => {
  expect(toldText("a\u0000b\u200Bc\uFEFF")).toBe("a[U+0000]b[U+200B]c[U+FEFF]");
  expect(toldText("سطر\nآخر\u200Cمن")).toBe("سطر\nآخر\u200Cمن");
});

test("text in four languages is left as it is", () => {
  for (const text of ["Accord — « défense »", "اتفاق، المادة 6", "הסכם, סעיף ו׳", "Accord no. 6"])
    expect(toldText(text)).toBe(text);
});
