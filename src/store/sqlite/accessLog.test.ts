// What holds the access log past the port: the schema itself, against any statement.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { isFunctionCode, isServiceCode } from "../../acts/index.ts";
import { actId, sampleAccord } from "../testing/sample.ts";
import { openedSqlite } from "../testing/sqlite.ts";

const service = "intelligence";
const named = "liaison-officer";
/** Every column after an entry's number. */
const rest = "at, 'x', service, function, action, document, act, dossier, level, allowed, rules, code";

test("no statement changes, removes or replaces an entry of the access log, nor leaves a gap", async () => {
  if (!isServiceCode(service) || !isFunctionCode(named)) throw new TypeError("Not codes.");
  const folder = mkdtempSync(join(tmpdir(), "entente-access-"));
  const path = join(folder, "side.db");
  const store = await openedSqlite(path);
  await store.addAccord(sampleAccord());
  const { accord } = sampleAccord();
  for (const officer of ["lea", "sam"])
    await store.accessLog.record(accord, {
      at: 1,
      officer,
      service,
      function: named,
      action: "open",
      document: `sha256:${"0".repeat(64)}`,
      act: actId(1),
      dossier: actId(0),
      level: 0,
      allowed: true,
      rules: [],
    });
  const before = await store.accessLog.page(accord, { start: 0, limit: 10 });
  const past = new DatabaseSync(path);
  for (const sql of [
    "UPDATE access SET officer = 'nobody'",
    "UPDATE access SET no = no + 1",
    "DELETE FROM access",
    "DELETE FROM access WHERE no = 1",
    "INSERT OR REPLACE INTO access SELECT * FROM access WHERE no = 0",
    `INSERT INTO access SELECT accord, 5, ${rest} FROM access WHERE no = 0`,
    `INSERT INTO access SELECT accord, -1, ${rest} FROM access WHERE no = 0`,
  ])
    expect(() => past.exec(sql), sql).toThrow(/access log/);
  past.close();
  expect(await store.accessLog.page(accord, { start: 0, limit: 10 })).toEqual(before);
  await store.close();
  rmSync(folder, { recursive: true });
});
