import { expect, test } from "vitest";
import { noUpload } from "../parts/upload/index.ts";
import {
  beginEntry,
  formIn,
  isTyped,
  lowerIn,
  noText,
  pickedIn,
  typedIn,
  withForm,
  withLower,
  withPicked,
  withTyped,
} from "./compose.ts";

const reference = {
  entente: "sealed/1",
  digest: `sha256:${"ab".repeat(32)}`,
  size: 4100,
  mediaType: "text/plain",
  label: { policy: "MA-IL", classification: "restricted", releasableTo: ["IL", "MA"] },
};

const empty = beginEntry({ form: { subject: "" }, picked: [], typed: ["question"] });

test("each part is written without touching the others, and read back after it was kept", () => {
  const typed = { ...noText, text: "How many places?" };
  const written = withLower(
    withPicked(withTyped(withForm(empty, { subject: "Places" }), { name: "question", typed }), ["d"]),
    "open",
  );
  const kept = JSON.parse(JSON.stringify(written));
  expect(formIn(kept)).toEqual({ subject: "Places" });
  expect(typedIn(kept, "question")).toEqual(typed);
  expect([pickedIn(kept), lowerIn(kept)]).toEqual([["d"], "open"]);
});

test("what was kept in another form reads as nothing", () => {
  expect(typedIn("text", "question")).toEqual(noText);
  expect([pickedIn({ picked: "d" }), lowerIn([]), formIn("x")]).toEqual([[], "", {}]);
});

test("a draft written anew begins with the document it had sealed", () => {
  const again = beginEntry({ form: {}, picked: [], typed: ["question", "other"], body: { question: reference } });
  expect(isTyped(typedIn(again, "question"))).toBe(true);
  expect(isTyped(typedIn(again, "other"))).toBe(false);
});

test("blanks are no text, and a file that is still on its way is no document", () => {
  expect(isTyped({ ...noText, text: " \n" })).toBe(false);
  expect(isTyped({ ...noText, text: "typed before", as: "file", file: { ...noUpload, upload: "u" } })).toBe(false);
});
