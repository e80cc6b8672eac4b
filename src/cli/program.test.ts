// The command line's grammar: help, exit codes, and how a refusal, a usage error and a fault are told.

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandGroups, commands } from "./commands.ts";
import { entente, must } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-program-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(commands.map((spec) => [spec.name, spec] as const))(
  "%s --help shows its summary and examples",
  async (_, spec) => {
    const run = await entente([...spec.name.split(" "), "--help"]);
    expect(run.exit).toBe(0);
    const help = run.out.join("\n");
    for (const line of spec.examples) expect(help).toContain(line);
    for (const { flags } of spec.options ?? []) expect(help).toContain(flags);
    expect(spec.examples.every((line) => line.trim().startsWith("entente") || line.startsWith("    "))).toBe(true);
  },
);

test("--help lists every command and group, and what the exit codes mean", async () => {
  const { exit, out } = await entente(["--help"]);
  expect(exit).toBe(0);
  const help = out.join("\n");
  for (const { name } of commands) expect(help).toContain(name.split(" ")[0]);
  for (const group of Object.keys(commandGroups)) expect(help).toContain(group.split(" ")[0]);
  expect(help).toContain("70 a fault");
});

test("--version prints the release", async () => {
  const { exit, out } = await entente(["--version"]);
  expect(exit).toBe(0);
  expect(out.join("")).toMatch(/^\d+\.\d+\.\d+$/);
});

test.each([
  ["an unknown command", ["frobnicate"]],
  ["an unknown option", ["card", "--frobnicate"]],
  ["a missing option", ["init", "--party", "MA"]],
  ["a missing argument", ["backup"]],
  ["a group without its command", ["officer"]],
  ["nothing at all", []],
])("%s exits with 2 and says what is wrong", async (_, words) => {
  const { exit, out, err } = await entente(words);
  expect(exit).toBe(2);
  expect(out).toEqual([]);
  expect(err).not.toBe("");
});

test("a value that cannot be read exits with 2, as a refusal that names the option", async () => {
  const words = [
    "init",
    "--home",
    join(folder, "x"),
    "--party",
    "MA",
    "--name",
    "Maroc",
    "--zone",
    "Africa/Casablanca",
  ];
  const plain = await entente([...words, "--address", "https://ma.example"]);
  expect(plain.exit).toBe(2);
  expect(plain.err).toContain("Refused (cli.usage): The option or argument --name cannot be read");
  const json = await entente([...words, "--address", "https://ma.example", "--json"]);
  expect(json.exit).toBe(2);
  expect(json.json()).toMatchObject({ refused: { code: "cli.usage", details: { option: "--name" } } });
});

test("a refusal exits with 1 and says what failed, what was expected and what to do", async () => {
  const { exit, out, err } = await entente(["card", "--home", join(folder, "nothing")]);
  expect(exit).toBe(1);
  expect(out).toEqual([]);
  expect(err).toMatch(/^Refused \(node\.noHome\): .+\n {2}Expected: .+\n {2}To do: .+$/);
});

test("the home is --home, or else $ENTENTE_HOME, or else entente-home in the present folder", async () => {
  const seat = { folder, env: { ENTENTE_HOME: "elsewhere" } };
  expect((await entente(["card", "--home", "named"], seat)).err).toContain(join(folder, "named"));
  expect((await entente(["card"], seat)).err).toContain(join(folder, "elsewhere"));
  expect((await entente(["card"], { folder })).err).toContain(join(folder, "entente-home"));
});

test("what this machine does not give, such as a port that is taken, exits with 70", async () => {
  const other = createServer();
  await new Promise<void>((ready) => other.listen(0, "127.0.0.1", ready));
  const address = other.address();
  const port = typeof address === "object" ? address?.port : 0;
  const home = ["--home", join(folder, "side")];
  const side = [
    "--party",
    "MA",
    "--name",
    "en=Morocco",
    "--zone",
    "Africa/Casablanca",
    "--address",
    "https://ma.example",
  ];
  await must(["init", ...home, ...side, "--listen", `127.0.0.1:${port}`]);
  const { exit, err } = await entente(["serve", ...home]);
  other.close();
  expect(exit).toBe(70);
  expect(err).toContain("Fault (node.cannotListen)");
});
