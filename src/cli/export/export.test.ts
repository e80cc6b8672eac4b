// An accord exported as a folder, and read with nothing of ours: JSON, files, and the envelopes as RFC 7515 has them.

import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { utf8, z } from "../../base/index.ts";
import { addOfficer } from "../../node/index.ts";
import { accepted, dispatchOf, nextId, openChannel, sealedFor, startPair } from "../../node/testing.ts";
import { must, refusedAs } from "../testing.ts";
import { quoted } from "./markdown.ts";

const pair = await startPair();
const parent = mkdtempSync(join(tmpdir(), "entente-export-"));
const folder = join(parent, "whole");
const as = (officer: string): string[] => ["--home", pair.ma.home.folder, "--as", officer];
const content = "# A report\nwith `code` and <script>";

beforeAll(async () => {
  const story = await openChannel(pair);
  const { side } = pair.ma.accord();
  const service = story.services[side.row.own]?.service ?? "";
  const clearance = { level: 2, until: "2199-01-01T00:00:00Z" };
  addOfficer(pair.ma.home, { id: "lea", service, functions: ["liaison-officer"], clearance });
  const id = nextId();
  const text = await sealedFor(pair.ma, { story, act: id, content: utf8(content), name: "report.md" });
  const [result] = await side.submit([{ kind: "draft", draft: dispatchOf(pair.ma, { story, id, text }) }]);
  if (result?.status !== "registered") throw new Error(JSON.stringify(result));
  await must(["export", folder, ...as("lea")]);
}, 60_000);
afterAll(async () => {
  await pair.close();
  rmSync(parent, { recursive: true, force: true });
});

const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");
const dossiers = (): string[] => readdirSync(join(folder, "dossiers"));
const envelope = z.strictObject({
  payload: z.string(),
  signatures: z.array(z.strictObject({ protected: z.string(), signature: z.string() })).min(1),
});

test("every dossier has a page for people, its data, and each act with its signed bytes and its proof", () => {
  const summary = z.looseObject({ dossiers: z.number(), acts: z.number() }).parse(JSON.parse(read("export.json")));
  expect(dossiers()).toHaveLength(summary.dossiers);
  let acts = 0;
  for (const name of dossiers()) {
    expect(read("dossiers", name, "dossier.md")).toMatch(/^# `/);
    expect(JSON.parse(read("dossiers", name, "dossier.json"))).toHaveProperty("row.dossier", name.slice(-36));
    const files = readdirSync(join(folder, "dossiers", name, "acts"));
    const jws = files.filter((file) => file.endsWith(".jws"));
    expect(files).toHaveLength(jws.length * 3);
    acts += jws.length;
    for (const file of jws) {
      const { payload } = envelope.parse(JSON.parse(read("dossiers", name, "acts", file)));
      const signed: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
      expect(JSON.parse(read("dossiers", name, "acts", file.replace(".jws", ".json")))).toMatchObject({ act: signed });
    }
  }
  expect(acts).toBe(summary.acts);
  expect(acts).toBeGreaterThan(5);
});

test("a signature verifies with a key that a designation in it publishes, and no software of ours", () => {
  const published = dossiers()
    .filter((name) => name.startsWith("designation-"))
    .flatMap((name) => readdirSync(join(folder, "dossiers", name, "acts")).map((file) => join(name, "acts", file)))
    .filter((path) => path.endsWith("-designate.json"))
    .map((path) => read("dossiers", path));
  const keys = [...published.join("\n").matchAll(/"([A-Za-z0-9_-]{43})"/g)].map(([, key]) =>
    createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key ?? "" }, format: "jwk" }),
  );
  const dispatch = dossiers().find((name) => name.startsWith("dispatch-")) ?? "";
  const [file = ""] = readdirSync(join(folder, "dossiers", dispatch, "acts")).filter((one) => one.endsWith(".jws"));
  const { payload, signatures } = envelope.parse(JSON.parse(read("dossiers", dispatch, "acts", file)));
  const [first] = signatures;
  const input = Buffer.from(`${first?.protected}.${payload}`);
  const signature = Buffer.from(first?.signature ?? "", "base64url");
  expect(keys.some((key) => verify(undefined, input, key, signature))).toBe(true);
  expect(keys.some((key) => verify(undefined, Buffer.concat([input, input]), key, signature))).toBe(false);
});

test("the content of an own document is in it by its name", () => {
  const dispatch = dossiers().find((name) => name.startsWith("dispatch-")) ?? "";
  const [file = ""] = readdirSync(join(folder, "dossiers", dispatch, "documents"));
  expect(file).toMatch(/^[0-9a-f]{12}-report\.md$/);
  expect(read("dossiers", dispatch, "documents", file)).toBe(content);
  expect(read("dossiers", dispatch, "dossier.md")).toContain(`(<documents/${file}>)`);
});

test("what an officer may not read is counted and not written; a folder that is there is not written to", async () => {
  const { side } = pair.ma.accord();
  addOfficer(pair.ma.home, { id: "noor", service: "registry", functions: ["registrar"] });
  const other = join(parent, "part");
  const told = await must(["export", other, ...as("noor")]);
  const names = readdirSync(join(other, "dossiers")).filter((name) => name.startsWith("dispatch-"));
  for (const name of names) expect(readdirSync(join(other, "dossiers", name))).not.toContain("documents");
  expect(Number(told.documents)).toBe(0);
  expect(await refusedAs(["export", folder, ...as("lea")])).toBe("cli.unwritableFile");
  expect(accepted(await side.store.dossiers(side.row.accord, { limit: 500 })).items.length).toBe(dossiers().length);
});

test("a title cannot leave its place on a page", () => {
  expect(quoted("a ` b")).toBe("`` a ` b ``");
  expect(quoted("a\n# b\u202e")).toBe("`a # b`");
  expect(quoted("")).toBe("` `");
});
