// Answers in the order of the questions, however early they come, and the end of the input.

import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { questionsOn } from "./questions.ts";

test("answers come to their questions in order, those typed ahead too, and none after the end", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const questions = questionsOn({ input, output });
  const first = questions.ask("First: ");
  input.write("one\ntwo\n\nfo");
  expect(await first).toBe("one");
  expect(String(output.read())).toContain("First: ");
  expect(await questions.ask("Second: ")).toBe("two");
  expect(await questions.ask("Third: ")).toBe("");
  const fourth = questions.ask("Fourth: ");
  input.end("ur");
  expect(await fourth).toBe("four");
  expect(await questions.ask("Fifth: ")).toBeUndefined();
});

test("a question that is open when the input ends has no answer", async () => {
  const input = new PassThrough();
  const open = questionsOn({ input, output: new PassThrough() }).ask("Only: ");
  input.end();
  expect(await open).toBeUndefined();
});
