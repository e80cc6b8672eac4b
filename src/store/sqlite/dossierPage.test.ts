import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isRefusal } from "../../base/index.ts";
import type { DossierFilter } from "../port.ts";
import { actId, other, own, sampleAccord } from "../testing/sample.ts";
import { Accords } from "./accords.ts";
import { Connection } from "./connection.ts";
import { dossierPage } from "./dossierPage.ts";
import { openDatabase } from "./open.ts";
import { idBytes, text } from "./row.ts";
import { Words } from "./words.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-page-"));
let connection: Connection;
let accords: Accords;
let words: Words;

beforeAll(() => {
  const database = openDatabase(join(folder, "side.db"), { create: true });
  if (isRefusal(database)) throw new Error(database.code);
  connection = new Connection(database);
  accords = new Accords(connection);
  words = new Words(connection);
  accords.add(sampleAccord());
  connection.transaction(() => {
    words.intern("visit");
    words.intern("draft");
  });
  words.settle();
});

afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

const filters: readonly DossierFilter[] = [undefined, "visit"].flatMap((procedure) =>
  [undefined, "draft"].flatMap((state) =>
    [undefined, own, other].flatMap((turn) =>
      [undefined, true, false].map((open) => ({
        ...(procedure !== undefined && { procedure }),
        ...(state !== undefined && { state }),
        ...(turn !== undefined && { turn }),
        ...(open !== undefined && { open }),
      })),
    ),
  ),
);

test.each(filters)("a page of %j is a walk of one index from its cursor, without sorting", (filter) => {
  const entry = accords.of(sampleAccord().accord);
  const open = filter.open === false ? 0 : 1;
  for (const after of [undefined, { open, urgency: -5, openedAt: 7, id: idBytes(actId(1)) }]) {
    const page = dossierPage({ entry, filter, after, words });
    if (page === undefined) throw new Error("This filter can match.");
    const plan = connection.statement(`EXPLAIN QUERY PLAN ${page.sql}`).all(...page.values, 10);
    const [step = "", ...more] = plan.map((row) => text(row, "detail"));
    expect(more).toEqual([]);
    expect(step).toMatch(/^SEARCH dossier USING (COVERING )?INDEX dossier_\w+ \(accord=\?/);
    const from = filter.open === undefined ? "(open,urgency,opened_at,id)<(?,?,?,?)" : "(urgency,opened_at,id)<(?,?,?)";
    if (after !== undefined) expect(step).toContain(from);
  }
});
