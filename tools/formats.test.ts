// The worked examples of docs/formats.md are what the vectors hold and what the code computes: a block that follows a
// comment "vector: file | case | what" is compared with that case.

import { expect, test } from "vitest";
import { concat, equalBytes, fromBase64, fromUtf8, hex, isRefusal, utf8, z } from "../src/base/index.ts";
import { leafHash } from "../src/register/index.ts";
import { digest, keyIdOf, parseEd25519PublicKey } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { readText } from "./tree.ts";

const page = readText("docs/formats.md");

const vectorFile = z.object({
  cases: z.array(
    z.looseObject({
      desc: z.string(),
      payload: z.string().optional(),
      leaf: z.string().optional(),
      file: z.string().optional(),
      digest: z.string().optional(),
      keys: z.array(z.object({ kid: z.string(), ed25519: z.string() })).optional(),
    }),
  ),
});

type Case = z.infer<typeof vectorFile>["cases"][number];

function caseOf(file: string, desc: string): Case {
  const found = vectorFile.parse(JSON.parse(readText(file))).cases.find((one) => one.desc === desc);
  if (found === undefined) throw new Error(`${file} has no case "${desc}".`);
  return found;
}

function valueIn(one: Case, what: string): string {
  if (what === "payload") return one.payload ?? "";
  if (what === "digest") return one.digest ?? "";
  if (what === "leaf as text") return fromUtf8(fromBase64(one.leaf ?? "") ?? new Uint8Array()) ?? "";
  if (what === "file, beginning") return one.file ?? "";
  throw new Error(`formats.md asks for "${what}", which no vector has.`);
}

const marked = [...page.matchAll(/<!-- vector: ([^|]+) \| ([^|]+) \| ([^|]+) -->\n```\w+\n([\s\S]*?)\n```/g)];

test("the blocks that are said to come from the vectors do", () => {
  expect(marked).toHaveLength(page.match(/<!-- vector:/g)?.length ?? 0);
  expect(marked.length).toBeGreaterThan(3);
  for (const [, file = "", desc = "", what = "", block = ""] of marked) {
    const value = valueIn(caseOf(file, desc), what);
    if (what.endsWith("beginning")) expect(value.startsWith(`${block}\n`), `${file}, ${desc}`).toBe(true);
    else expect(block, `${file}, ${desc}`).toBe(value);
  }
});

const smallest = caseOf("vectors/acts/accepted.json", "the smallest act");
const leaf = fromBase64(smallest.leaf ?? "") ?? new Uint8Array();

test("length, digest, leaf hash and key id of the example act are those told", () => {
  expect(page).toContain(`These are ${leaf.length} bytes.`);
  expect(page).toContain(`\`${digest(nativeSuite, leaf).slice("sha256:".length)}\``);
  expect(page).toContain(`\`${leafHash(nativeSuite, leaf).toBase64()}\``);
  const [key] = smallest.keys ?? [];
  const publicKey = parseEd25519PublicKey(Uint8Array.fromBase64(key?.ed25519 ?? "", { alphabet: "base64url" }));
  if (isRefusal(publicKey)) throw new Error("The vector's key is none.");
  expect(page).toContain(`\`${keyIdOf(nativeSuite, publicKey)}\``);
});

test("the id of the example contest is made as the page says", () => {
  const named = `entente/contest\nentente/52e0279f0c6fb14281a030628978c44c/MA\n0\n${digest(nativeSuite, leaf)}`;
  const bytes = nativeSuite.sha256(utf8(named)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const id = hex(bytes).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  expect(/<!-- contest id -->\n```text\n(.+)\n```/.exec(page)?.[1]).toBe(id);
});

test("the key id of the example checkpoint is the hash that the page describes", () => {
  const vkeys = z
    .object({ origin: z.string(), register: z.object({ ed25519: z.string() }) })
    .parse(JSON.parse(readText("vectors/register/checkpoints.json")));
  // The key's base64 may have plus signs of its own.
  const [, name = "", id = "", material = ""] = /^([^+]+)\+([^+]+)\+(.+)$/.exec(vkeys.register.ed25519) ?? [];
  const typeAndKey = fromBase64(material) ?? new Uint8Array();
  expect(typeAndKey[0]).toBe(1);
  const hashed = nativeSuite.sha256(concat([utf8(`${name}\n`), typeAndKey])).subarray(0, 4);
  expect(equalBytes(hashed, Uint8Array.fromHex(id))).toBe(true);
  expect(page).toContain(`\`${id}\``);
});
