// Looking after a side: backup, restore from a file and from the other side, fsck of a sound and of a tampered
// database, and the doctor's lines.

import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { entente, must, refusedAs, type Served, twoSides, until } from "../testing.ts";

const sides = await twoSides();
let ma: Served;
let il: Served;
afterAll(() => sides.close());

const service = {
  names: { en: "Example" },
  kind: "ministry",
  domains: [],
  functions: [],
  contact: { office: "Room 1" },
};

/** One more leaf in a side's register. */
async function designate(side: readonly string[], name: string): Promise<void> {
  const key = await must(["service", "key", name, ...side]);
  const body = sides.write(`${name}.json`, { ...service, service: name, keys: [key.publicKey] });
  await must(["act", "designate", ...side, "--as", "keeper", "--label", "unclassified", "--body", body]);
}

const status = z.object({
  accord: z.object({ registers: z.record(z.string(), z.object({ size: z.number(), heldByBoth: z.number() })) }),
});

/** Waits until the side has both registers whole and held by both. */
async function holds(side: readonly string[], sizes: { MA: number; IL: number }): Promise<void> {
  await until(async () => {
    const run = await entente(["accord", "status", ...side, "--json"]);
    const { registers } = status.parse(run.json()).accord;
    return Object.entries(sizes).every(
      ([party, size]) => registers[party]?.size === size && registers[party]?.heldByBoth === size,
    );
  }, JSON.stringify(sizes));
}

const diagnosed = z.object({
  diagnoses: z.array(z.object({ what: z.string(), verdict: z.string(), says: z.string() })),
});

async function verdicts(side: readonly string[]): Promise<Record<string, string>> {
  const run = await entente(["doctor", ...side, "--json"]);
  return Object.fromEntries(diagnosed.parse(run.json()).diagnoses.map(({ what, verdict }) => [what, verdict]));
}

beforeAll(async () => {
  for (const side of [sides.ma, sides.il])
    await must(["officer", "add", "keeper", ...side, "--service", "registry", "--functions", "registrar"]);
  ma = await sides.serve("ma");
  il = await sides.serve("il");
  await designate(sides.ma, "adn");
  await designate(sides.il, "mod");
  await holds(sides.ma, { MA: 1, IL: 1 });
});

test("the doctor finds a side that runs well, and walks the link's whole road", async () => {
  const run = await entente(["doctor", ...sides.ma]);
  expect(run.exit).toBe(0);
  expect(run.out.every((line) => /^(?:ok|warn) /.test(line))).toBe(true);
  expect(await verdicts(sides.ma)).toMatchObject({
    keys: "ok",
    policy: "ok",
    database: "ok",
    node: "ok",
    "clock, against IL": "ok",
    "link to IL": "ok",
  });
});

test("a backup is taken while the node runs, for its owner only, and never over another file", async () => {
  const file = sides.file("ma.backup");
  await must(["backup", file, ...sides.ma]);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await refusedAs(["backup", file, ...sides.ma])).toBe("store.targetExists");
});

test("fsck finds the running node's database sound, and tells its pace", async () => {
  const run = await entente(["fsck", ...sides.ma]);
  expect(run.exit).toBe(0);
  expect(run.err).toContain("a consistent copy");
  expect(run.out.join("\n")).toMatch(
    /1 leaves of MA, 1 leaves of IL, .* leaves a second\n {2}Documents: 0 held .*\n {2}Sound/,
  );
});

test("a database is put in place of one only with --replace, and never under a running node", async () => {
  const file = sides.file("ma.backup");
  expect(await refusedAs(["restore", file, ...sides.ma])).toBe("cli.databaseExists");
  expect(await refusedAs(["restore", file, ...sides.ma, "--replace"])).toBe("cli.nodeRunning");
  expect(await refusedAs(["restore", ...sides.ma])).toBe("cli.usage");
});

test("a side restored from an old backup has its tail back from the other side before it signs again", async () => {
  await designate(sides.ma, "navy");
  await designate(sides.il, "air");
  await holds(sides.il, { MA: 2, IL: 2 });
  expect(await ma.stop()).toBe(0);
  const restored = await must(["restore", sides.file("ma.backup"), ...sides.ma, "--replace"]);
  expect(existsSync(String(restored.aside))).toBe(true);
  expect(await verdicts(sides.ma)).toMatchObject({ node: "warn", "link to IL": "warn" });
  ma = await sides.serve("ma");
  await holds(sides.ma, { MA: 2, IL: 2 });
  await designate(sides.ma, "police");
  await holds(sides.il, { MA: 3, IL: 2 });
});

test("while the other side cannot be reached a restored side signs nothing, and the doctor says why", async () => {
  expect(await il.stop()).toBe(0);
  expect(await ma.stop()).toBe(0);
  await must(["restore", sides.file("ma.backup"), ...sides.ma, "--replace"]);
  ma = await sides.serve("ma");
  expect(ma.terminal.errors.join("\n")).toContain("link recovering");
  const body = ["--set", "remark=Seen."];
  const items = z.object({ items: z.array(z.object({ dossier: z.string() })) });
  const [row] = items.parse(await must(["dossiers", ...sides.ma])).items;
  const note = [
    "act",
    "takeNote",
    ...sides.ma,
    "--as",
    "keeper",
    "--label",
    "unclassified",
    "--dossier",
    row?.dossier ?? "",
  ];
  expect(await refusedAs([...note, ...body])).toBe("exchange.recovering");
  const run = await entente(["doctor", ...sides.ma]);
  expect(run.exit).toBe(1);
  expect(run.out.join("\n")).toMatch(/fail {2}link to IL: api\.unreachable/);
  il = await sides.serve("il");
  await holds(sides.ma, { MA: 3, IL: 2 });
});

test("without a backup a side begins again from the foundings in its home and the other side's mirror", async () => {
  expect(await ma.stop()).toBe(0);
  await must(["restore", "--from-peer", ...sides.ma, "--replace"]);
  ma = await sides.serve("ma");
  await holds(sides.ma, { MA: 3, IL: 2 });
  expect((await entente(["fsck", ...sides.ma])).exit).toBe(0);
  expect(await refusedAs(["restore", "--from-peer", "--home", sides.file("il"), "--replace"])).toBe("cli.nodeRunning");
});

test("files that are no backup are refused, and the database stays as it was", async () => {
  expect(await ma.stop()).toBe(0);
  const before = sides.read("ma/entente.db").length;
  sides.write("text.db", "not a database");
  expect(await refusedAs(["restore", sides.file("text.db"), ...sides.ma, "--replace"])).toMatch(/^store\./);
  expect(await refusedAs(["restore", sides.file("none.db"), ...sides.ma, "--replace"])).toBe("cli.unreadableFile");
  writeFileSync(sides.file("cut.db"), new Uint8Array(sides.read("ma.backup").length));
  expect(await refusedAs(["restore", sides.file("cut.db"), ...sides.ma, "--replace"])).toMatch(/^store\./);
  expect(sides.read("ma/entente.db").length).toBe(before);
  expect(existsSync(sides.file("ma/restoring.db"))).toBe(false);
});

test("a backup with a page overwritten is refused as damaged", async () => {
  const damaged = sides.file("damaged.db");
  await must(["backup", damaged, ...sides.ma]);
  const whole = readFileSync(damaged);
  writeFileSync(damaged, whole.fill(0, whole.length - 4096));
  expect(await refusedAs(["restore", damaged, ...sides.ma, "--replace"])).toBe("cli.damagedBackup");
});

test("a home without foundings cannot begin again from the other side", async () => {
  rmSync(sides.file("il/foundings"), { recursive: true });
  expect(await il.stop()).toBe(0);
  expect(await refusedAs(["restore", "--from-peer", ...sides.il, "--replace"])).toBe("cli.noFoundings");
});

test("fsck finds an index that says something else than the leaves", async () => {
  const database = new DatabaseSync(sides.file("ma/entente.db"));
  database.exec("UPDATE act SET at = at + 60000");
  database.close();
  const run = await entente(["fsck", ...sides.ma]);
  expect(run.exit).toBe(1);
  expect(run.out.join("\n")).toContain("the index says another time than the leaf");
});

test("the doctor fails a home whose keys others may read, or whose policy is none", async () => {
  chmodSync(sides.file("ma/keys/node.json"), 0o644);
  const config = JSON.parse(sides.read("ma/config.json"));
  mkdirSync(sides.file("ma/policies"));
  sides.write("ma/policies/own.cedar", "permit everything");
  sides.write("ma/config.json", { ...config, policies: ["policies/own.cedar"] });
  const run = await entente(["doctor", ...sides.ma]);
  expect(run.exit).toBe(1);
  expect(run.out.join("\n")).toMatch(/fail {2}keys: others may read .*node\.json/);
  expect(run.out.join("\n")).toMatch(/fail {2}policy: /);
});
