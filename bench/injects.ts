// A main events list of two thousand injects, read from a spreadsheet's table, signed and held by both sides.

import { rmSync } from "node:fs";
import { isRefusal, utf8 } from "../src/base/index.ts";
import { csvText, injectRows, injectWrites, readCsv, readInjectRows } from "../src/documents/index.ts";
import { accepted, bringIntoForce, draftOfStep, make, startPair, visitMaker } from "../src/node/testing.ts";
import {
  exampleFrame,
  exampleInject,
  type InjectsData,
  injectSchema,
  injectsExamples,
  injectsProcedure,
  injectsWriteBody,
} from "../src/procedures/index.ts";
import { canonicalDigest } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import type { Figure } from "./figure.ts";

const rows = 2_000;
const digest = (value: unknown): string => canonicalDigest(nativeSuite, value);

export async function injectFigures(): Promise<Figure[]> {
  const pair = await startPair();
  const folder = pair.ma.home.folder.replace(/\/MA$/, "");
  try {
    const story = await bringIntoForce(pair);
    const { side } = pair.ma.accord();
    const maker = { ...visitMaker(side, story), function: "head-of-delegation", procedure: "injects/1" };
    const { own, other } = side.row;
    const context = { data: injectsProcedure.blank(), side: own, other, time: side.clock.now(), digest };
    const dossier = await make(side, { ...maker, step: "open", body: injectsExamples.open?.(context) });
    const file = utf8(tableOf(own, other));

    const start = performance.now();
    const cells = readCsv(file);
    const read = isRefusal(cells) ? cells : readInjectRows(cells);
    if (isRefusal(read) || read.flaws.length > 0) throw new Error("The table was not read.");
    const bodies = injectWrites(injectsProcedure.blank(), { rows: read.rows, digest });
    const drafts = bodies.map((body) => draftOfStep(side, { ...maker, step: "write", dossier, body }));
    const results = await side.submit(drafts.map((draft) => ({ kind: "draft", draft })));
    for (const result of results) if (result.status === "refused") accepted(result.refusal);
    while (side.held(own) < side.ownSize) await new Promise((resolve) => setTimeout(resolve, 5));
    const took = (performance.now() - start) / 1000;

    const there = parseList((await pair.il.accord().side.view(dossier))?.view.dossier.data);
    if (Object.keys(there.injects).length !== rows) throw new Error("The other side has another list.");
    return [
      { name: "injects.import", value: took, unit: "s", wanted: "< 5" },
      { name: "injects.import.acts", value: bodies.length, unit: "acts" },
    ];
  } finally {
    await pair.ma.serving.close();
    await pair.il.serving.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The table as a spreadsheet would give it: a frame of each rank, and the injects. */
function tableOf(own: string, other: string): string {
  const frame = injectsWriteBody.parse(exampleFrame(own));
  const placed = <Row extends { readonly id: string }>(row: Row) => ({ row, by: "MA", digest: digest(row) });
  const byId = <Row extends { readonly id: string }>(list: readonly Row[] = []) =>
    Object.fromEntries(list.map((row) => [row.id, placed(row)]));
  const injects = Array.from({ length: rows }, (_, i) => {
    const row = injectSchema.parse(exampleInject(own, { number: i + 1, audience: other }));
    return [row.id, { ...placed(row), stage: "drafted" }];
  });
  const data = {
    objectives: byId(frame.objectives),
    events: byId(frame.events),
    incidents: byId(frame.incidents),
    injects: Object.fromEntries(injects),
  };
  const [header = [], ...body] = injectRows(parseList(data));
  return csvText(header, body);
}

/** Of the form its procedure gives it: made by this file, or by the engine. */
function parseList(data: unknown): InjectsData {
  return data as InjectsData;
}
