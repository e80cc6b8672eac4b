import { expect, test } from "vitest";
import { createAnswers } from "./answers.ts";

test("the least recently asked answer is forgotten first, and no more are kept than asked for", () => {
  const answers = createAnswers<number>(2);
  answers.keep("a", 1);
  answers.keep("b", 2);
  expect(answers.get("a")).toBe(1);
  answers.keep("c", 3);
  expect([answers.get("a"), answers.get("b"), answers.get("c")]).toEqual([1, undefined, 3]);
});

test("with room for none, nothing is kept", () => {
  const answers = createAnswers<number>(0);
  answers.keep("a", 1);
  expect(answers.get("a")).toBeUndefined();
});
