// Sealing keys from the command line: made, published, rotated, revoked and recovered; a document sealed anew.

import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWholeDocument, parseSealedHead, type SealedHead } from "../../acts/index.ts";
import { isRefusal, type Refusal, refusalLine, utf8, z } from "../../base/index.ts";
import { openHome, sealToFile } from "../../node/index.ts";
import { makeIdentity, parseRecipient, recipientOf } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { entente, must, refusedAs, twoSides } from "../testing.ts";

const sides = await twoSides();
afterAll(() => sides.close());

const registrar = (side: readonly string[]): readonly string[] => [
  ...side,
  "--as",
  "keeper",
  "--label",
  "unclassified",
];
const keyCommand = ["service", "sealing-key"];

function made<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(refusalLine(value));
  return value;
}

beforeAll(async () => {
  for (const [side, name] of [
    [sides.ma, "archive"],
    [sides.il, "liaison"],
  ] as const) {
    await must(["officer", "add", "keeper", ...side, "--service", "registry", "--functions", "registrar"]);
    await sides.serve(side === sides.ma ? "ma" : "il");
    const key = await must(["service", "key", name, ...side]);
    const body = sides.write(`${name}.json`, {
      service: name,
      names: { en: "Example" },
      kind: "liaison",
      domains: [],
      functions: [],
      keys: [key.publicKey],
      contact: { office: "Room 1" },
    });
    await must(["act", "designate", ...registrar(side), "--body", body]);
  }
});

const directory = z.looseObject({
  parties: z.record(
    z.string(),
    z.array(
      z.looseObject({ service: z.string(), sealing: z.array(z.object({ recipient: z.string(), valid: z.boolean() })) }),
    ),
  ),
});

/** The sealing keys of a service as the side's own node tells them. */
async function published(side: "ma" | "il", service: string): Promise<{ recipient: string; valid: boolean }[]> {
  const home = made(openHome(sides.file(side)));
  const url = new URL(`/api/accords/${sides.accord}/directory`, home.config.card.address);
  const token = readFileSync(sides.file(`${side}/tokens/keeper`), "utf8").trim();
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const { parties } = directory.parse(await answer.json());
  const own = parties[side.toUpperCase()]?.find((one) => one.service === service);
  return own?.sealing ?? [];
}

test("a sealing key is made in the home, hybrid or for an older age, and listed", async () => {
  const hybrid = await must([...keyCommand, "make", "office", ...sides.ma]);
  expect(hybrid.recipient).toMatch(/^age1pq1/);
  const older = await must([...keyCommand, "make", "office", "--older", ...sides.ma]);
  expect(older.recipient).toMatch(/^age1(?!pq1)/);
  const { keys } = await must([...keyCommand, "list", "--service", "office", ...sides.ma]);
  expect(keys).toHaveLength(2);
  expect(sides.read(`ma/keys/sealing.office.${String(hybrid.id)}.json`)).toContain("sealing:office");
  expect(await refusedAs([...keyCommand, "make", "The Office", ...sides.ma])).toBe("cli.usage");
});

test("a key is published, rotated and revoked by acts of the registrar", async () => {
  const first = await must([...keyCommand, "make", "archive", "--publish", ...registrar(sides.ma)]);
  expect(first).toMatchObject({ step: "issueSealingKey", outcome: { kind: "effective" } });
  const old = String(first.id).slice(0, 12);
  const second = await must([...keyCommand, "rotate", "archive", "--old", old, ...registrar(sides.ma)]);
  expect(second).toMatchObject({ step: "rotateSealingKey", old: first.recipient, outcome: { kind: "effective" } });
  expect(await published("ma", "archive")).toEqual([
    { recipient: first.recipient, valid: false },
    { recipient: second.recipient, valid: true },
  ]);
  const revoked = ["--key", String(second.recipient), "--reason", "compromised", "--suspected-since", "2026-01-02"];
  await must([...keyCommand, "revoke", "archive", ...revoked, ...registrar(sides.ma)]);
  expect((await published("ma", "archive")).filter((one) => one.valid)).toEqual([]);
  expect(await refusedAs([...keyCommand, "revoke", "archive", ...revoked, ...registrar(sides.ma)])).toBe(
    "procedures.sealingKeyNotValid",
  );
});

test("a key that is not here, a service that is not designated and a missing label are told", async () => {
  const rotate = [...keyCommand, "rotate", "archive", "--old", "zzzz"];
  expect(await refusedAs([...rotate, ...registrar(sides.ma)])).toBe("cli.choose");
  expect(await refusedAs([...keyCommand, "make", "nobody", "--publish", ...registrar(sides.ma)])).toBe("cli.choose");
  const unlabelled = [...sides.ma, "--as", "keeper"];
  expect(await refusedAs([...keyCommand, "make", "archive", "--publish", ...unlabelled])).toBe("cli.choose");
  const revoke = [...keyCommand, "revoke", "archive", "--key", "abc", "--reason", "lost"];
  expect(await refusedAs([...revoke, ...registrar(sides.ma)])).toBe("cli.choose");
  expect(await refusedAs([...revoke.slice(0, -1), "bored", ...registrar(sides.ma)])).toBe("cli.usage");
});

test("two officers bring lost keys back, one with a key made here and one with a key of another age", async () => {
  const chief = sides.file("chief.key");
  const enrolled = await must(["recovery", "enrol", "chief", "--key-file", chief, ...sides.ma]);
  expect(statSync(chief).mode & 0o077).toBe(0);
  expect(enrolled.officers).toEqual(["chief"]);
  const aide = makeIdentity(nativeSuite, "x25519");
  const recipient = recipientOf(nativeSuite, aide);
  await must(["recovery", "enrol", "aide", "--recipient", recipient, ...sides.ma]);
  const listed = await must(["recovery", "list", ...sides.ma]);
  expect(listed.officers).toMatchObject([{ id: "aide" }, { id: "chief" }]);
  const lost = readdirSync(sides.file("ma/keys")).filter((file) => file.startsWith("sealing."));
  for (const file of lost) rmSync(join(sides.file("ma/keys"), file));
  const key = sides.write("aide.key", `# created: 2026-11-24\n${aide}\n`);
  const recover = ["recovery", "recover", ...sides.ma];
  expect(await refusedAs([...recover, "--key-file", chief])).toBe("cli.usage");
  expect(await refusedAs([...recover, "--key-file", chief, "--key-file", chief])).toBe("node.recoveryNeedsTwo");
  const result = await must([...recover, "--key-file", chief, "--key-file", key]);
  expect(result.recovered).toEqual(lost.map((file) => file.replace(/\.json$/, "")));
  expect(readdirSync(sides.file("ma/keys")).filter((file) => file.startsWith("sealing."))).toEqual(lost);
});

test("an officer is enrolled with one key of its own, and dismissed", async () => {
  const enrol = ["recovery", "enrol", "deputy", ...sides.ma];
  expect(await refusedAs(enrol)).toBe("cli.usage");
  expect(await refusedAs([...enrol, "--recipient", "age1nothing"])).toBe("seal.badRecipient");
  expect(await refusedAs([...enrol, "--key-file", sides.file("chief.key")])).toBe("cli.unwritableFile");
  await must([...enrol, "--key-file", sides.file("deputy.key")]);
  expect(await must(["recovery", "dismiss", "deputy", ...sides.ma])).toMatchObject({ officers: ["aide", "chief"] });
  expect(await refusedAs(["recovery", "dismiss", "deputy", ...sides.ma])).toBe("node.notEnrolled");
  const text = sides.write("no.key", "# nothing\n");
  const words = ["recovery", "recover", ...sides.ma, "--key-file", text, "--key-file", sides.file("deputy.key")];
  expect(await refusedAs(words)).toBe("seal.badIdentity");
});

const act = (n: number): string => `017d53a8-0000-7000-8000-00000000000${n}`;

test("a document is sealed anew to the keys that count, under the id of the act that will name it", async () => {
  const old = await must([...keyCommand, "make", "archive", "--publish", ...registrar(sides.ma)]);
  const content = utf8("A harmless sentence, sealed twice.");
  const head: SealedHead = made(
    parseSealedHead({
      entente: "sealed/1",
      act: act(1),
      label: { policy: "p", classification: "restricted", releasableTo: ["IL", "MA"] },
      mediaType: "text/plain",
      name: "sentence.txt",
      size: content.length,
    }),
  );
  const path = sides.file("sentence.age");
  const recipients = [made(parseRecipient(String(old.recipient)))];
  made(
    await sealToFile({
      path,
      recipients,
      identities: [],
      head,
      content: async function* () {
        yield content;
      },
    }),
  );
  const theirs = await must([...keyCommand, "make", "liaison", "--publish", ...registrar(sides.il)]);
  const rotated = [...keyCommand, "rotate", "archive", "--old", String(old.id), ...registrar(sides.ma)];
  const next = await must(rotated);
  const out = sides.file("sentence-2.age");
  const words = ["service", "reseal", path, "--service", "archive", "--to", "liaison", "--act", act(2)];
  const run = async (): Promise<Record<string, unknown>> =>
    await must([...words, "--out", out, "--label", "unclassified", ...registrar(sides.ma).slice(0, 4)]);
  // The other side's key is known here as soon as its leaf is mirrored.
  await expect.poll(async () => (await entente([...words, "--out", out, ...sides.ma, "--as", "keeper"])).exit).toBe(0);
  rmSync(out);
  const sealed = await run();
  expect(sealed.document).toMatchObject({ entente: "sealed/1", label: { classification: "unclassified" } });
  for (const [side, recipient] of [
    ["ma", next.recipient],
    ["il", theirs.recipient],
  ] as const) {
    const identity = made(openHome(sides.file(side))).sealing.byRecipient(made(parseRecipient(String(recipient))));
    const bytes = new Uint8Array(readFileSync(out));
    const identities = identity ? [identity] : [];
    const opened = made(openWholeDocument({ suite: nativeSuite, bytes, identities, check: () => undefined }));
    expect(opened.content).toEqual(content);
    expect(opened.head).toMatchObject({ act: act(2), name: "sentence.txt" });
  }
  expect(await refusedAs([...words, "--out", out, ...sides.ma, "--as", "keeper"])).toBe("cli.unwritableFile");
  const older = [...words, "--out", sides.file("older.age"), "--older", ...sides.ma, "--as", "keeper"];
  expect(await refusedAs(older)).toBe("procedures.noSealingKey");
  const missing = words.with(2, sides.file("missing.age"));
  const to = ["--out", sides.file("x.age"), ...sides.ma, "--as", "keeper"];
  expect(await refusedAs([...missing, ...to])).toBe("cli.unreadableFile");
});
