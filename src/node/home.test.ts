// The folder of a side: what is in it, who may read it, and what is refused rather than overwritten or believed.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRefusal } from "../base/index.ts";
import { addOfficer, createHome, type NewHome, openHome, readToken, tokenDigest } from "./home.ts";
import { makeOfficerKey, openOfficerKey } from "./keys.ts";
import { accepted } from "./testing.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-home-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function newHome(change: Partial<NewHome> = {}): NewHome {
  return {
    folder: join(folder, "ma"),
    party: "MA",
    names: { en: "Morocco" },
    address: "https://entente.example.ma",
    zone: "Africa/Casablanca",
    weekend: [6, 7],
    listen: { host: "127.0.0.1", port: 4321 },
    ...change,
  };
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test("a new home opens again with the same card and keys", () => {
  const made = accepted(createHome(newHome()));
  const opened = accepted(openHome(made.folder));
  expect(opened.config).toEqual(made.config);
  expect(opened.keys.node.publicKey).toEqual(made.keys.node.publicKey);
  expect([...opened.keys.serviceKeys().keys()]).toEqual([...made.keys.serviceKeys().keys()]);
  expect(opened.officers().map((one) => [one.id, one.functions])).toEqual([
    ["administrator", ["administrator", "registrar"]],
  ]);
});

test("everything in a home is its owner's only", () => {
  const { folder: home } = accepted(createHome(newHome()));
  for (const file of filesIn(home)) expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
  for (const inner of [home, join(home, "keys"), join(home, "tokens")])
    expect(statSync(inner).mode & 0o777).toBe(0o700);
});

test("a home is never made over another, nor over keys that lie there", () => {
  const { folder: home } = accepted(createHome(newHome()));
  const keys = filesIn(join(home, "keys")).map((file) => readFileSync(file, "utf8"));
  expect(createHome(newHome())).toMatchObject({ code: "node.homeExists", details: { folder: home } });
  rmSync(join(home, "config.json"));
  expect(createHome(newHome())).toMatchObject({ code: "node.homeExists" });
  expect(filesIn(join(home, "keys")).map((file) => readFileSync(file, "utf8"))).toEqual(keys);
});

test("what cannot be a side leaves no keys behind", () => {
  const wrong: Partial<NewHome>[] = [
    { party: "m" },
    { zone: "Nowhere/Land" },
    { names: {} },
    { address: "not an address" },
    { demonstration: { storyClock: "some day", notice: "A test." } },
    { listen: { host: "", port: 1 } },
  ];
  for (const change of wrong) {
    expect([change, isRefusal(createHome(newHome(change)))]).toEqual([change, true]);
    expect(existsSync(join(folder, "ma", "keys"))).toBe(false);
  }
  expect(createHome(newHome({ zone: "Nowhere/Land" }))).toMatchObject({ code: "acts.badCard" });
  accepted(createHome(newHome()));
});

test("an address in clear is refused outside this machine", () => {
  expect(createHome(newHome({ address: "http://entente.example.ma" }))).toMatchObject({ code: "node.plainAddress" });
  for (const address of ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"])
    expect(isRefusal(createHome(newHome({ address, folder: join(folder, encodeURIComponent(address)) })))).toBe(false);
});

test("a folder without a side, and a configuration that is none, are refused by what is wrong", () => {
  expect(openHome(folder)).toMatchObject({ code: "node.noHome", details: { folder } });
  const { folder: home } = accepted(createHome(newHome()));
  const file = join(home, "config.json");
  const config = JSON.parse(readFileSync(file, "utf8"));
  const opened = (change: object): unknown => {
    writeFileSync(file, JSON.stringify({ ...config, ...change }));
    return openHome(home);
  };
  expect(opened({ listen: { host: "h", port: 70_000 } })).toMatchObject({
    code: "node.badConfig",
    details: { file, path: "listen.port" },
  });
  expect(opened({ extra: 1 })).toMatchObject({ code: "node.badConfig" });
  expect(opened({ card: { ...config.card, address: "http://example.ma" } })).toMatchObject({
    code: "node.plainAddress",
  });
  writeFileSync(file, '{"entente":');
  expect(openHome(home)).toMatchObject({ code: "node.badConfig", details: { problem: "not JSON" } });
  expect(isRefusal(opened({}))).toBe(false);
});

test("a card whose keys are not those in the folder is not served", () => {
  const { folder: home } = accepted(createHome(newHome()));
  const other = accepted(createHome(newHome({ folder: join(folder, "other"), party: "IL" })));
  const file = join(home, "config.json");
  const config = JSON.parse(readFileSync(file, "utf8"));
  for (const [path, card] of [
    ["card.node", { ...config.card, node: other.config.card.node }],
    [
      "card.register.mlDsa44",
      { ...config.card, register: { ...config.card.register, mlDsa44: other.config.card.register.mlDsa44 } },
    ],
  ]) {
    writeFileSync(file, JSON.stringify({ ...config, card }));
    expect(openHome(home)).toMatchObject({ code: "node.badConfig", details: { path } });
  }
});

test("an officer's token is kept as its digest, in the officer's own file, and replaced with the officer", () => {
  const home = accepted(createHome(newHome()));
  const first = addOfficer(home, { id: "ana", service: "adn", functions: ["liaison-officer"] });
  expect(readToken(home.folder, "ana")).toBe(first);
  expect(home.officers().find((one) => one.id === "ana")?.token).toBe(tokenDigest(first));
  expect(readFileSync(join(home.folder, "officers.json"), "utf8")).not.toContain(first);
  const second = addOfficer(home, { id: "ana", service: "adn", functions: ["planner"] });
  expect(home.officers().filter((one) => one.id === "ana")).toMatchObject([
    { functions: ["planner"], token: tokenDigest(second) },
  ]);
  expect(readToken(home.folder, "nobody")).toBe(undefined);
});

test("a directory of officers that is damaged is a fault, not an empty one", () => {
  const home = accepted(createHome(newHome()));
  for (const text of ["[", '[{"id":"ana"}]']) {
    writeFileSync(join(home.folder, "officers.json"), text);
    expect(() => home.officers()).toThrow("officers.json");
  }
});

test("an officer's key file signs, is its owner's only, and is never overwritten", () => {
  const path = join(folder, "ana.key.json");
  const signer = makeOfficerKey(path, "ana");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(openOfficerKey(path).publicKey).toEqual(signer.publicKey);
  expect(() => makeOfficerKey(path, "ana")).toThrow("never overwritten");
  writeFileSync(path, '{"entente":"key/1"}');
  expect(() => openOfficerKey(path)).toThrow("no key file");
});

test("a service key made by the command line is found by the running node, and a key of another use is none", () => {
  const home = accepted(createHome(newHome()));
  const running = accepted(openHome(home.folder));
  const made = home.keys.makeServiceKey("adn");
  expect(running.keys.byId(made.kid)?.publicKey).toEqual(made.signer.publicKey);
  const file = join(home.folder, "keys", `service.adn.${made.kid}.json`);
  writeFileSync(file, readFileSync(file, "utf8").replace("service:adn", "service:mod"));
  expect(() => openHome(home.folder)).toThrow("no key file for service:adn");
});
