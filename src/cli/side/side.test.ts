// The commands that make a side: what they write, whom it may be read by, and what they refuse.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cardFingerprint, parseCard, parseFounding } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { openOfficerKey, readToken } from "../../node/index.ts";
import { keyIdOf } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { entente, must, refusedAs, twoSides } from "../testing.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-side-"));
const sides = await twoSides();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sides.close();
});

const initWords = (home: string, over: Record<string, string> = {}): string[] => {
  const given = {
    party: "MA",
    name: "fr=Maroc",
    address: "https://entente.ma.example",
    zone: "Africa/Casablanca",
    ...over,
  };
  return [
    "init",
    "--home",
    join(folder, home),
    ...Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]),
  ];
};

test("init makes a side and writes the card whose fingerprint it prints", async () => {
  const run = await entente([...initWords("one"), "--name", "ar=المغرب"]);
  expect(run.exit).toBe(0);
  const card = parseCard(JSON.parse(readFileSync(join(folder, "one/card.json"), "utf8")));
  if (isRefusal(card)) throw new Error(card.code);
  expect(card.names).toEqual({ fr: "Maroc", ar: "المغرب" });
  expect(card.weekend).toEqual([6, 7]);
  expect(run.out).toContain(`Fingerprint: ${cardFingerprint(nativeSuite, card)}`);
  const again = await must(["card", "--home", join(folder, "one")]);
  expect(again.fingerprint).toBe(cardFingerprint(nativeSuite, card));
  expect(statSync(join(folder, "one/keys/node.json")).mode & 0o077).toBe(0);
});

test("init refuses a folder that holds a side, and leaves nothing of one that it cannot make", async () => {
  await must(initWords("two"));
  expect(await refusedAs(initWords("two"))).toBe("node.homeExists");
  expect(await refusedAs(initWords("three", { zone: "Mars/Olympus" }))).toBe("acts.badCard");
  await must(initWords("three"));
});

test.each([
  ["address", "entente.example"],
  ["weekend", "8"],
  ["listen", "somewhere"],
  ["listen", "127.0.0.1:99999"],
  ["demonstration", "yesterday"],
])("init refuses a --%s of %s", async (option, value) => {
  expect(await refusedAs(initWords("four", { [option]: value }))).toBe("cli.usage");
});

test("a demonstration has a story's clock and says so", async () => {
  await must([...initWords("five"), "--demonstration", "2021-11-24T08:00:00Z", "--notice", "A story."]);
  const config = JSON.parse(readFileSync(join(folder, "five/config.json"), "utf8"));
  expect(config.demonstration).toEqual({ storyClock: "2021-11-24T08:00:00Z", notice: "A story." });
});

test("both sides have the same founding, its fingerprint and a copy kept in the home", async () => {
  const founding = parseFounding(JSON.parse(sides.read("ma/founding.json")));
  if (isRefusal(founding)) throw new Error(founding.code);
  expect(founding.cards.map((card) => card.party)).toEqual(["MA", "IL"]);
  expect(founding.cap).toBe("restricted");
  expect(founding.labels.levels.map((level) => Object.keys(level.names))).toEqual(
    Array(4).fill(["fr", "ar", "he", "en"]),
  );
  expect(sides.read(`il/foundings/${sides.accord}.json`)).toBe(sides.read("ma/founding.json"));
  const again = await must(["join", ...sides.il, "--founding", sides.file("ma/founding.json")]);
  expect(again.done).toBe("exists");
  expect(String(again.fingerprint).replaceAll(" ", "").slice(0, 32)).toBe(sides.accord);
});

test("join refuses a founding that has another card of this side", async () => {
  await must(initWords("six"));
  const words = ["join", "--home", join(folder, "six"), "--founding", sides.file("ma/founding.json")];
  expect(await refusedAs(words)).toBe("node.notOwnCard");
});

test("join takes a label policy and a cap of the sides' own", async () => {
  await must(initWords("seven"));
  await must(initWords("eight", { party: "IL" }));
  const labels = { policy: "own", levels: [{ code: "open", names: { en: "Open" } }] };
  writeFileSync(join(folder, "labels.json"), JSON.stringify(labels));
  const words = ["join", "--home", join(folder, "seven"), "--card", join(folder, "eight/card.json")];
  const rest = ["--first", "IL", "--name", "en=Accord", "--labels", join(folder, "labels.json")];
  expect(await refusedAs([...words, ...rest])).toBe("acts.badFounding");
  await must([...words, ...rest, "--cap", "open"]);
  const founding = JSON.parse(readFileSync(join(folder, "seven/founding.json"), "utf8"));
  expect(founding.labels).toEqual(labels);
  expect(founding.cards[0].party).toBe("IL");
});

test("join refuses a first side that is neither, files that are none, and too little or too much", async () => {
  const card = ["--card", sides.file("il/card.json")];
  const name = ["--name", "en=Accord"];
  const text = sides.write("text.json", "{");
  expect(await refusedAs(["join", ...sides.ma, ...card, ...name, "--first", "FR"])).toBe("cli.notFirst");
  expect(await refusedAs(["join", ...sides.ma, ...card, ...name])).toBe("cli.usage");
  expect(await refusedAs(["join", ...sides.ma])).toBe("cli.usage");
  expect(await refusedAs(["join", ...sides.ma, "--founding", sides.file("nothing.json")])).toBe("cli.unreadableFile");
  expect(await refusedAs(["join", ...sides.ma, "--founding", text])).toBe("cli.badJson");
  expect(await refusedAs(["join", ...sides.ma, "--founding", sides.file("il/card.json")])).toBe("acts.badFounding");
});

test("officer add writes a token for its owner only, and a new one when it is run again", async () => {
  const words = ["officer", "add", "keeper", ...sides.ma, "--service", "registry", "--functions", "registrar"];
  const first = await must(words);
  const token = readToken(sides.file("ma"), "keeper");
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(statSync(String(first.token)).mode & 0o077).toBe(0);
  const second = await must([...words, "--clearance", "2", "--dossiers", "a,b"]);
  expect(second.replaced).toBe(true);
  expect(readToken(sides.file("ma"), "keeper")).not.toBe(token);
});

test.each([
  ["../keys/node", "registry", "registrar"],
  ["keeper", "Registry", "registrar"],
  ["keeper", "registry", "Registrar!"],
  ["keeper", "registry", ","],
])("officer add refuses the id %s of %s with %s", async (id, service, functions) => {
  const words = ["officer", "add", id, ...sides.ma, "--service", service, "--functions", functions];
  expect(await refusedAs(words)).toBe("cli.usage");
});

test("officer key makes a key file that signs under the id it prints, and never overwrites one", async () => {
  const file = sides.file("minister.key.json");
  const made = await must(["officer", "key", file, "--for", "minister"]);
  expect(keyIdOf(nativeSuite, openOfficerKey(file).publicKey)).toBe(made.kid);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await refusedAs(["officer", "key", file])).toBe("cli.unwritableFile");
  expect(await refusedAs(["officer", "key", sides.file("no/such/folder.json")])).toBe("cli.unwritableFile");
});

test("service key makes a key that the side's node then holds", async () => {
  const made = await must(["service", "key", "visits-office", ...sides.ma]);
  expect(sides.read(`ma/keys/service.visits-office.${String(made.kid)}.json`)).toContain("service:visits-office");
  expect(await refusedAs(["service", "key", "Visits Office", ...sides.ma])).toBe("cli.usage");
});

test("an officer is invited by a code that is told once, and removed with all that lets in", async () => {
  await must(["officer", "add", "lea", ...sides.ma, "--service", "registry", "--functions", "registrar"]);
  const invited = await must(["officer", "invite", "lea", ...sides.ma]);
  expect(invited).toMatchObject({ officer: "lea", code: expect.stringMatching(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/) });
  expect(sides.read("ma/invitations/lea.json")).not.toContain(String(invited.code));
  expect(await must(["officer", "passkeys", "lea", ...sides.ma])).toMatchObject({ passkeys: [] });
  expect(await refusedAs(["officer", "passkeys", "lea", ...sides.ma, "--revoke", "abc"])).toBe("cli.unknownPasskey");
  expect(await must(["officer", "remove", "lea", ...sides.ma])).toMatchObject({ officer: "lea", revoked: 0 });
  expect(existsSync(sides.file("ma/invitations/lea.json"))).toBe(false);
  expect(existsSync(sides.file("ma/tokens/lea"))).toBe(false);
  expect(await refusedAs(["officer", "remove", "lea", ...sides.ma])).toBe("cli.unknownOfficer");
  expect(await refusedAs(["officer", "invite", "lea", ...sides.ma])).toBe("cli.unknownOfficer");
});
