// The generated pages' own test, on small inputs.

import { expect, test } from "vitest";
import { z } from "../src/base/index.ts";
import { commandsPage } from "./docs/commands.ts";
import { compare } from "./docs/compare.ts";
import { errorsPage } from "./docs/errors.ts";
import { fieldTable } from "./docs/form.ts";

test("the page of refusals has a row for each code, by room, with bars and line breaks made harmless", () => {
  const page = errorsPage({
    "store.full": { failed: "The disk is full.", expected: "room.", todo: "Free\nsome." },
    "acts.bad": { failed: "{name} | bad.", expected: "a good one.", todo: "Mend it." },
  });
  expect(page.indexOf("## acts")).toBeLessThan(page.indexOf("## store"));
  expect(page).toContain('| <a id="acts.bad"></a>`acts.bad` | {name} \\| bad. | a good one. | Mend it. |');
  expect(page).toContain("| Free some. |");
  expect(page).not.toContain("## seal");
});

test("the page of commands has each with what it takes, single ones before the groups", () => {
  const spec = { summary: "does it", examples: ["entente x"], load: () => Promise.reject(new Error("not for a page")) };
  const page = commandsPage({
    commands: [
      { ...spec, name: "paper read", args: [{ name: "<file>", help: "the paper" }] },
      { ...spec, name: "alone", options: [{ flags: "--by <a|b>", help: "by whom", required: true, many: true }] },
    ],
    groups: { paper: "papers | and such", empty: "nothing" },
  });
  expect(page.indexOf("### `entente alone`")).toBeLessThan(page.indexOf("### `entente paper read <file>`"));
  expect(page).toContain("| `--by <a\\|b>` | by whom (needed, several times) |");
  expect(page).toContain("Papers | and such.");
  expect(page).not.toContain("## empty");
});

test("a form's table shows names, limits, choices, lists and what is inside them", () => {
  const form = z.strictObject({
    kind: z.enum(["one-time", "recurring"]),
    reason: z.string().min(1).max(80).optional(),
    sites: z
      .array(z.strictObject({ code: z.string().regex(/^[A-Z]+$/), visitors: z.number().int().min(1).max(30) }))
      .max(30),
    titles: z.record(z.string(), z.strictObject({ text: z.string() })),
  });
  const table = fieldTable(z.toJSONSchema(form, { io: "input" }));
  expect(table).toContain('| `kind` | "one-time" or "recurring" | yes |');
  expect(table).toContain("| `reason` | string (1 to 80) |  |");
  expect(table).toContain("| `sites` | list (0 to 30) of object | yes |");
  expect(table).toContain("| `sites[].visitors` | integer (1 to 30) | yes |");
  expect(table).toContain("| `titles.*.text` | string | yes |");
});

test("alternatives of a form share what they share, and are numbered where they differ", () => {
  const common = { day: z.iso.date(), pair: z.tuple([z.string(), z.number()]) };
  const form = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("a"), ...common }),
    z.strictObject({ kind: z.literal("b"), ...common, more: z.array(z.unknown()) }),
  ]);
  const rows = fieldTable(z.toJSONSchema(form, { io: "input", unrepresentable: "any" })).split("\n");
  expect(rows).toContain('| `kind` | "a" | yes | alternative 1 of 2 |');
  expect(rows.filter((row) => row.startsWith("| `day` | date | yes |"))).toHaveLength(1);
  expect(rows).toContain("| `pair` | list of string, then number | yes |  |");
  expect(rows).toContain("| `more` | list of any value | yes | alternative 2 of 2 |");
});

test("a form without fields says so", () => {
  expect(fieldTable(z.toJSONSchema(z.strictObject({})))).toBe("No fields.\n");
});

test("a page that is missing, differs, or belongs to nothing is told apart", () => {
  const pages = new Map([
    ["a.md", "a"],
    ["b.md", "b"],
    ["c.md", "c"],
  ]);
  const onDisk = new Map([
    ["b.md", "old"],
    ["c.md", "c"],
    ["d.md", "d"],
  ]);
  expect(compare(pages, onDisk)).toEqual({ missing: ["a.md"], differing: ["b.md"], stray: ["d.md"] });
});
