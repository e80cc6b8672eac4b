// Acts through a running node, from the designation of a service to a grave step signed with an officer's key, and what
// is read back of them; then a proof, checked by another process that has the file and two cards and nothing else.

import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { runEntente } from "../run.ts";
import { entente, must, refusedAs, testTerminal, twoSides, until } from "../testing.ts";

const sides = await twoSides();
afterAll(() => sides.close());

const text = (calendars: string): string => `---
entente: accord-text/1
proposal: { marking: unclassified, mandate: { reference: M-1 } }
articles: { 1: { domains: [visits] } }
entryIntoForce: { rule: { kind: onSignature }, zone: Africa/Casablanca }
denunciation: { noticeMonths: 6 }
calendars:
  MA: { zone: Africa/Casablanca, weekend: [6, 7], holidays: [] }
${calendars}
---
# Accord of the example {lang=en}
## 1 {#article-1}
### Visits {lang=en}
Visits are exchanged.
`;

const unlabelled = (side: readonly string[], officer: string) => [...side, "--as", officer];
const framed = (side: readonly string[], officer: string) => [...unlabelled(side, officer), "--label", "unclassified"];

async function designate(side: readonly string[], home: string, service: string): Promise<void> {
  const add = (id: string, of: string, functions: string) =>
    must(["officer", "add", id, ...side, "--service", of, "--functions", functions]);
  await add("keeper", "registry", "registrar");
  await add("treaty", service, "treaty-officer");
  await add("head", service, "head-of-delegation");
  const key = await must(["service", "key", service, ...side]);
  const officer = await must(["officer", "key", sides.file(`${home}-head.json`), "--for", "head"]);
  const body = sides.write(`${home}-service.json`, {
    service,
    names: { en: "Example ministry" },
    kind: "ministry",
    domains: ["visits"],
    functions: [
      { function: "treaty-officer", names: { en: "Treaty officer" }, officers: [] },
      {
        function: "head-of-delegation",
        names: { en: "Head of delegation" },
        officers: [{ key: officer.publicKey, label: "card 1" }],
      },
    ],
    keys: [key.publicKey],
    contact: { office: "Room 1" },
  });
  const made = await must(["act", "designate", ...framed(side, "keeper"), "--body", body]);
  expect(made).toMatchObject({ status: "registered", procedure: "designation/1", outcome: { kind: "effective" } });
}

const rows = z.object({ items: z.array(z.looseObject({ dossier: z.string() })) });
let dossier = "";

beforeAll(async () => {
  await sides.serve("ma");
  await sides.serve("il");
  // The nodes run already: they find the services' new keys by themselves.
  await designate(sides.ma, "ma", "adn");
  await designate(sides.il, "il", "mod");
});

/** Waits until the side has read so many acts of the dossier. */
async function seen(side: readonly string[], acts: number): Promise<void> {
  await until(async () => {
    const run = await entente(["dossiers", ...side, "--procedure", "accord", "--json"]);
    return rows.parse(run.json()).items.some((row) => Number(row.acts) >= acts);
  }, `${acts} acts`);
}

test("a text cannot be tabled without a label, by a denied officer, or where there is nothing to open", async () => {
  const file = sides.write("text.md", text("  IL: { zone: Asia/Jerusalem, weekend: [5, 6], holidays: [] }"));
  const bare = sides.write("bare.md", sides.read("text.md").replace(/^proposal.*\n/m, ""));
  expect(await refusedAs(["accord", "table", file, ...unlabelled(sides.ma, "treaty")])).toBe("cli.choose");
  expect(await refusedAs(["accord", "table", file, ...framed(sides.ma, "keeper")])).toBe("policy.denied");
  expect(await refusedAs(["accord", "table", bare, ...framed(sides.ma, "treaty")])).toBe("cli.noProposal");
});

test("a text refused after its proposal says what was registered; the next goes to the same table", async () => {
  const partly = sides.write("partly.md", text(""));
  const run = await entente(["accord", "table", partly, ...framed(sides.ma, "treaty"), "--json"]);
  expect(run.json()).toMatchObject({ refused: { code: "cli.partlyTabled", details: { registered: 1, all: 2 } } });
  const tabled = await must(["accord", "table", sides.file("text.md"), ...framed(sides.ma, "treaty")]);
  expect(tabled).toMatchObject({ version: 1 });
  dossier = String(tabled.dossier);
  const status = await must(["accord", "status", ...sides.ma]);
  expect(status).toMatchObject({ accord: { status: { state: "negotiation", dossier } } });
});

test("a step of an open dossier is made from values, from a file, and by answering questions", async () => {
  const act = ["act", "raisePoint", ...framed(sides.ma, "treaty"), "--dossier", dossier];
  await must([...act, "--set", "point=point-1", "--set", "text=A word."]);
  await must([...act, "--body", sides.write("point.json", { point: "point-2", text: "Another." })]);
  const questions = { answers: ["point-3", "A third."] };
  await must([...act], questions);
  const labelled = ["act", "settlePoint", ...unlabelled(sides.ma, "treaty"), "--dossier", dossier];
  await must(labelled, { answers: ["unclassified", "point-1", "As tabled."] });
  for (const point of ["point-2", "point-3"])
    await must([
      "act",
      "settlePoint",
      ...framed(sides.ma, "treaty"),
      "--dossier",
      dossier,
      "--set",
      `point=${point}`,
      "--set",
      "how=So.",
    ]);
});

test("an act sent again under its id is registered once; another content under the id is refused", async () => {
  const id = "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01";
  const act = ["act", "recordMandate", ...framed(sides.ma, "treaty"), "--dossier", dossier, "--id", id];
  expect(await must([...act, "--set", "reference=M-2"])).toMatchObject({ status: "registered", id });
  expect(await must([...act, "--set", "reference=M-2"])).toMatchObject({ status: "repeated", id });
  expect(await refusedAs([...act, "--set", "reference=M-3"])).toBe("node.idReused");
});

test("a step that is none, or that nothing tells the dossier of, is refused with what there is", async () => {
  const by = framed(sides.ma, "treaty");
  expect(await refusedAs(["act", "frobnicate", ...by])).toBe("cli.unknownStep");
  expect(await refusedAs(["act", "frobnicate", ...by, "--dossier", dossier])).toBe("cli.unknownStep");
  expect(await refusedAs(["act", "raisePoint", ...by])).toBe("cli.choose");
  expect(await refusedAs(["act", "raisePoint", ...by, "--dossier", dossier])).toBe("cli.bodyMissing");
  expect(await refusedAs(["act", "raisePoint", ...by, "--dossier", dossier, "--set", "x"])).toBe("cli.badSet");
  expect(await refusedAs(["act", "propose", ...by, "--procedure", "visit", "--set", "a=b"])).toBe("cli.unknownStep");
  const dry = await must(["act", "raisePoint", ...by, "--dossier", dossier, "--dry-run", "--set", "point=p-9"]);
  expect(dry).toMatchObject({
    draft: { step: "raisePoint", label: { releasableTo: ["IL", "MA"] }, body: { point: "p-9" } },
  });
});

const draftData = z.looseObject({
  data: z.looseObject({
    draft: z.looseObject({
      texts: z.record(z.string(), z.looseObject({ digest: z.string() })),
      annex: z.looseObject({ digest: z.string() }),
    }),
    agreed: z.looseObject({ digest: z.string() }).optional(),
  }),
});

test("a grave step is signed with the officer's key, and with nothing less", async () => {
  await seen(sides.il, 9);
  const { data } = draftData.parse(await must(["dossier", dossier, ...sides.ma]));
  const digests = Object.fromEntries(
    Object.entries(data.draft.texts).map(([language, { digest }]) => [language, digest]),
  );
  const freeze = sides.write("freeze.json", { version: 1, digests, annex: data.draft.annex.digest });
  await must(["act", "freezeText", ...framed(sides.ma, "treaty"), "--dossier", dossier, "--body", freeze]);
  await seen(sides.il, 10);
  await must(["act", "freezeText", ...framed(sides.il, "treaty"), "--dossier", dossier, "--body", freeze]);
  await seen(sides.ma, 11);
  const { agreed } = draftData.parse(await must(["dossier", dossier, ...sides.ma])).data;
  const person = { function: "head-of-delegation", names: { en: "Head of delegation" } };
  const heads = { MA: person, IL: person };
  const body = { text: agreed?.digest, articles: ["1"], heads, place: { en: "Rabat" }, date: "2021-11-01" };
  const initial = ["act", "initial", ...framed(sides.ma, "head"), "--dossier", dossier];
  const file = ["--body", sides.write("initial.json", body)];
  expect(await refusedAs([...initial, ...file])).toBe("cli.officerKeyNeeded");
  expect(await refusedAs([...initial, ...file, "--officer-key", sides.file("freeze.json")])).toBe("cli.badKeyFile");
  expect(await refusedAs([...initial, ...file, "--officer-key", sides.file("none.json")])).toBe("cli.badKeyFile");
  const strange = await must(["officer", "key", sides.file("stranger.json")]);
  expect(strange.kid).toBeTypeOf("string");
  expect(await refusedAs([...initial, ...file, "--officer-key", sides.file("stranger.json")])).toBe("node.badPrepared");
  const key = ["--officer-key", sides.file("ma-head.json")];
  expect(await refusedAs([...initial, ...file, ...key], { answers: ["no"] })).toBe("cli.notConfirmed");
  const signed = await entente([...initial, ...file, ...key], { answers: ["yes"] });
  expect(signed.exit).toBe(0);
  expect(signed.err).toContain("To be signed:");
  expect(signed.err).toContain(String(agreed?.digest));
});

test("the lists tell whose turn it is and what can be done next, for people and for programs", async () => {
  const list = await entente(["dossiers", ...sides.ma, "--open", "--procedure", "accord"]);
  expect(list.out[0]).toContain(dossier);
  expect(list.out[0]).toContain("turn: IL");
  const one = await entente(["dossier", dossier, ...sides.ma]);
  expect(one.out).toContain("State: textAgreed, turn: IL");
  expect(one.out.join("\n")).toMatch(/Next: IL initial \(grave, the other side has made its part\)/);
  expect(await refusedAs(["dossier", "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4cff", ...sides.ma])).toBe("api.unknown");
  expect(await refusedAs(["dossiers", ...sides.ma, "--limit", "many"])).toBe("cli.usage");
  const few = await must(["dossiers", ...sides.ma, "--limit", "1"]);
  expect(few).toMatchObject({ more: true });
});

const leaves = z.object({
  cursor: z.string(),
  items: z.array(z.looseObject({ party: z.string(), item: z.looseObject({ index: z.number() }) })),
});

test("the log has both registers, each in its order, and goes on from its cursor", async () => {
  const whole = leaves.parse(await must(["log", ...sides.ma]));
  for (const party of ["MA", "IL"]) {
    const indexes = whole.items.filter((leaf) => leaf.party === party).map((leaf) => leaf.item.index);
    expect(indexes).toEqual(indexes.map((_, i) => i));
    expect(indexes.length).toBeGreaterThan(1);
  }
  const [first] = whole.cursor.split(":");
  const rest = leaves.parse(await must(["log", ...sides.ma, "--after", `${Number(first) - 1}:0`]));
  expect(rest.items.filter((leaf) => leaf.party === "MA")).toHaveLength(1);
  expect(await refusedAs(["log", ...sides.ma, "--after", "12"])).toBe("cli.usage");
});

test("followed, the log tells what is registered on either side until it is asked to end", async () => {
  const { cursor } = leaves.parse(await must(["log", ...sides.ma]));
  const terminal = testTerminal();
  const following = runEntente(["log", ...sides.ma, "--follow", "--json", "--after", cursor], terminal);
  const reopen = ["act", "reopenText", "--dossier", dossier, "--set", "reason=A paragraph was left out."];
  await must([...reopen, ...framed(sides.il, "treaty")]);
  await until(() => terminal.lines.length > 0, "a line of the log");
  expect(JSON.parse(terminal.lines[0] ?? "")).toMatchObject({ party: "IL", item: { act: { step: "reopenText" } } });
  terminal.stop();
  expect(await following).toBe(0);
});

const run = promisify(execFile);
const launcher = new URL("../../../bin/entente.mjs", import.meta.url).pathname;

test("a proof is checked by a process that has only the file and two cards; altered by one byte it fails", async () => {
  const { items } = leaves.parse(await must(["log", ...sides.ma]));
  const act = z.object({ item: z.object({ act: z.object({ id: z.string() }) }) }).parse(items[0]).item.act.id;
  const folder = mkdtempSync(join(tmpdir(), "entente-verify-"));
  await must(["prove", act, ...sides.ma, "--out", join(folder, "act.proof")]);
  expect(await refusedAs(["prove", act, ...sides.ma, "--out", join(folder, "act.proof")])).toBe("cli.unwritableFile");
  const printed = await entente(["prove", act, ...sides.ma]);
  for (const side of ["ma", "il"]) copyFileSync(sides.file(`${side}/card.json`), join(folder, `${side}.json`));
  const words = ["--card", "ma.json", "--card", "il.json"];
  const verified = await run(launcher, ["verify", "act.proof", ...words], { cwd: folder });
  expect(verified.stdout).toContain(`Proved: the act ${act} is an act of`);
  expect(verified.stdout).toContain("at the latest, by the clock of");
  const altered = printed.out
    .join("")
    .replace(/"party":"(.)(.)"/, (_, a, b) => `"party":"${a}${b === "A" ? "B" : "A"}"`);
  writeFileSync(join(folder, "altered.proof"), altered);
  await expect(run(launcher, ["verify", "altered.proof", ...words], { cwd: folder })).rejects.toMatchObject({
    code: 1,
  });
  const seat = { folder };
  // Anywhere in the file: each byte counts.
  const proof = printed.out.join("");
  for (let at = 11; at < proof.length; at += Math.ceil(proof.length / 20)) {
    const changed = proof.slice(0, at) + (proof[at] === "x" ? "y" : "x") + proof.slice(at + 1);
    writeFileSync(join(folder, "changed.proof"), changed);
    expect((await entente(["verify", "changed.proof", ...words], seat)).exit).toBe(1);
  }
  expect(await refusedAs(["verify", "act.proof", "--card", "ma.json"], seat)).toBe("cli.twoCards");
  expect(await refusedAs(["verify", "ma.json", ...words], seat)).toBe("seal.notCanonical");
  writeFileSync(join(folder, "other.txt"), "something else");
  expect(await refusedAs(["verify", "other.txt", ...words], seat)).toBe("cli.unknownFile");
  expect(await refusedAs(["verify", "act.proof", "--card", "ma.json", "--card", "ma.json"], seat)).toBe(
    "proof.otherCards",
  );
  rmSync(folder, { recursive: true });
});
