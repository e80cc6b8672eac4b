// How long a session lives, and an invitation: by a clock that the test moves.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { registryService } from "../../acts/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { randomBytes } from "../../seal/native.ts";
import type { OfficerRecord } from "../home.ts";
import { Attempts } from "./attempts.ts";
import { Ceremonies } from "./ceremonies.ts";
import { Invitations } from "./invitations.ts";
import { ownOrigins } from "./origins.ts";
import { openRecords } from "./records.ts";
import { Sessions } from "./sessions.ts";

const minute = 60_000;
const record = (id: string): OfficerRecord => ({
  id,
  service: registryService,
  functions: [],
  token: "0".repeat(64),
});

let folder: string;
let now: number;
let officers: OfficerRecord[];
let enrolled: boolean;
let sessions: Sessions;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-signin-"));
  now = Date.parse("2026-11-23T08:00:00Z");
  officers = [record("lea")];
  enrolled = true;
  sessions = newSessions();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function newSessions(): Sessions {
  return new Sessions({
    home: { folder, officers: () => officers },
    limits: { idleMs: 15 * minute, wholeMs: 60 * minute },
    now: () => now,
    randomBytes,
    isEnrolled: () => enrolled,
  });
}

const origin = "https://entente.example";
const open = (): string =>
  sessions.open({ officer: record("lea"), by: "passkey", passkey: "f".repeat(64), origin, agent: "A" });
const find = (token: string, change: { changes?: boolean; agent?: string; origin?: string | undefined } = {}) =>
  sessions.find({ token, origin, agent: "A", changes: false, ...change });
const reason = (token: string): unknown => {
  const found = find(token);
  return isRefusal(found) ? found.details.reason : undefined;
};

test("a session is kept by the digest of its secret alone, and outlives the process", () => {
  const token = open();
  const [file = ""] = readdirSync(join(folder, "sessions"));
  expect(file).not.toContain(token);
  expect(readFileSync(join(folder, "sessions", file), "utf8")).not.toContain(token);
  sessions = newSessions();
  expect(find(token)).toMatchObject({ officer: { id: "lea" } });
});

test("without a sign of the officer a session ends, however much the page reads", () => {
  const token = open();
  for (let i = 0; i < 3; i += 1) {
    now += 10 * minute;
    expect(find(token, { changes: true })).toMatchObject({ officer: { id: "lea" } });
  }
  now += 10 * minute;
  expect(reason(token)).toBeUndefined();
  now += 5 * minute;
  expect(reason(token)).toMatch(/no sign of the officer/);
  now -= 10 * minute;
  expect(reason(token)).toMatch(/not known|no longer, known/);
});

test("a session ends with its hours, whatever the officer does", () => {
  const token = open();
  for (let i = 0; i < 5; i += 1) {
    now += 10 * minute;
    expect(find(token, { changes: true })).toMatchObject({ officer: { id: "lea" } });
  }
  now += 10 * minute;
  expect(reason(token)).toMatch(/hours are over/);
});

const changes: Readonly<Record<string, () => void>> = {
  "the officer is removed": () => {
    officers = [];
  },
  "the officer's functions change": () => {
    officers = [{ ...record("lea"), dossiers: [] }];
  },
  "the passkey is revoked": () => {
    enrolled = false;
  },
};

test.each(Object.entries(changes))("a session ends when %s, at the latest with the next look", (_, change) => {
  const token = open();
  let ended = 0;
  sessions.onEnd(token, () => {
    ended += 1;
  });
  change();
  sessions.sweep();
  expect(ended).toBe(1);
  expect(find(token)).toMatchObject({ code: "api.sessionEnded" });
  expect(ended).toBe(1);
});

test("a session ended by another process of this side ends here too", () => {
  const token = open();
  let ended = false;
  sessions.onEnd(token, () => {
    ended = true;
  });
  newSessions().end(token);
  sessions.sweep();
  expect(ended).toBe(true);
});

test("a secret from another browser or another page is refused, and the session stays its owner's", () => {
  const token = open();
  expect(find(token, { agent: "B" })).toMatchObject({ code: "api.sessionEnded" });
  expect(find(token, { origin: "https://other.example" })).toMatchObject({ code: "api.sessionEnded" });
  expect(find(token)).toMatchObject({ officer: { id: "lea" } });
});

test("an invitation holds a day, and is kept by the digest of its code alone", () => {
  const invitations = new Invitations({ folder }, () => now);
  const { code, until } = invitations.invite("lea");
  expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(until).toBe("2026-11-24T08:00:00.000Z");
  expect(readFileSync(join(folder, "invitations", "lea.json"), "utf8")).not.toContain(code);
  const found = invitations.find(code);
  expect(found).toMatchObject({ officer: "lea" });
  now += 24 * 60 * minute;
  expect(invitations.find(code)).toBeUndefined();
  expect(invitations.use("lea", found?.invitation ?? "")).toBe(false);
});

test("a question left too long is refused, and so is one of another kind", () => {
  const ceremonies = new Ceremonies({ now: () => now, randomBytes });
  const begun = { challenge: "c", origin, rpId: "entente.example" } as const;
  const first = ceremonies.begin({ kind: "signIn", ...begun });
  expect(ceremonies.take(first, "enrol")).toMatchObject({ code: "api.staleCeremony" });
  const second = ceremonies.begin({ kind: "signIn", ...begun });
  now += 5 * minute + 1;
  expect(ceremonies.take(second, "signIn")).toMatchObject({ code: "api.staleCeremony" });
});

test("failures count for their window, and are forgotten after it", () => {
  const attempts = new Attempts({ failures: 3, windowMs: minute }, () => now);
  const counted = [{ by: "from this address", key: "192.0.2.1" }] as const;
  for (let i = 0; i < 3; i += 1) {
    expect(attempts.barred(counted)).toBeUndefined();
    attempts.failed(counted);
    now += 1000;
  }
  expect(attempts.barred(counted)).toMatchObject({ code: "api.tooManyAttempts", details: { seconds: 57 } });
  expect(attempts.barred([{ by: "as this officer", key: "192.0.2.1" }])).toBeUndefined();
  now += 57_000;
  expect(attempts.barred(counted)).toBeUndefined();
});

test("a page is the node's own at its address, at those it was given, and on loopback at its port", () => {
  const card = { address: "https://entente.example/link" };
  const config = Object.assign(Object.create(null), { card, listen: { host: "127.0.0.1", port: 1 } });
  const origins = ownOrigins({ ...config, web: { origins: ["https://inner.entente.example"] } }, () => 8400);
  const own = ["https://entente.example", "https://inner.entente.example", "http://localhost:8400"];
  for (const one of own) expect(origins.isOwn(one), one).toBe(true);
  const others = ["https://evil.example", "http://entente.example", "http://localhost:8401", "null", ""];
  for (const one of others) expect(origins.isOwn(one), one).toBe(false);
  expect(origins.rpIdOf("https://inner.entente.example")).toBe("inner.entente.example");
  expect(origins.rpIdOf("http://localhost:8400")).toBe("localhost");
  expect(origins.rpIdOf("http://127.0.0.1:8400")).toBeUndefined();
  expect(origins.rpIdOf("https://evil.example")).toBeUndefined();
});

test("a record's name is no path, and of two who remove it one has", () => {
  const records = openRecords(join(folder, "records"), z.unknown());
  expect(() => records.get("../officers")).toThrow(/another form/);
  open();
  const [name = ""] = readdirSync(join(folder, "sessions"));
  const same = openRecords(join(folder, "sessions"), z.unknown());
  const id = name.replace(".json", "");
  expect([same.remove(id), same.remove(id)]).toEqual([true, false]);
});
