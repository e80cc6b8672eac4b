// Requests for information with a sealed body: how many a second are held by both sides, the act and the body, when
// one officer seals the questions and composes, and another releases, over the API of a node in a process of its own.

import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { z } from "../src/base/index.ts";
import { addOfficer } from "../src/node/index.ts";
import { nextId, openChannel, startPair } from "../src/node/testing.ts";
import { against, type Figure } from "./figure.ts";
import { type ServedSide, serveApart } from "./world.ts";

const bodyBytes = 10_000;
/** Questions sealed by one call. */
const perBatch = 50;
/** Requests composed and released beside each other. */
const lanes = 8;

const sealedResults = z.object({
  results: z.array(z.object({ status: z.literal("sealed"), document: z.record(z.string(), z.unknown()) })),
});
const registered = z.object({ results: z.tuple([z.looseObject({ status: z.literal("registered") })]) });

interface Office {
  readonly folder: string;
  readonly homes: readonly [string, string];
  readonly database: string;
  readonly url: string;
  /** Who writes, and who releases. */
  readonly tokens: readonly [string, string];
  readonly service: string;
  readonly otherService: string;
  readonly channel: string;
}

/** `requests`: how many are measured. */
export async function sealedRequests(input: { readonly requests: number }): Promise<Figure[]> {
  const office = await makeOffice();
  const ma = await serveApart(office.homes[0]);
  const il = await serveApart(office.homes[1]);
  try {
    await send(office, perBatch * 2);
    await delivered(office, perBatch * 2);
    const before = cpuSeconds([ma, il]);
    const start = performance.now();
    await send(office, input.requests);
    await delivered(office, perBatch * 2 + input.requests);
    const seconds = (performance.now() - start) / 1000;
    const cpu = (cpuSeconds([ma, il]) - before) / input.requests;
    const name = "request.sealed.rate";
    return [
      against({ name, value: input.requests / seconds, unit: "1/s", limit: 300, wanted: "≥ 300, bodies included" }),
      { name: "request.sealed.cpu", value: cpu * 1000, unit: "ms", wanted: "both nodes' time for one request" },
    ];
  } finally {
    await ma.stop();
    await il.stop();
    rmSync(office.folder, { recursive: true, force: true });
  }
}

/** Two sides with a channel between services that have hybrid keys. */
async function makeOffice(): Promise<Office> {
  const pair = await startPair();
  const story = await openChannel(pair);
  const serviceOf = (party: string): string =>
    Object.entries(story.services).find(([code]) => code === party)?.[1].service ?? "";
  const clearance = { level: 2, until: "2099-01-01T00:00:00Z" };
  const [service, otherService] = [serviceOf("MA"), serviceOf("IL")];
  const officer = { service, functions: ["liaison-officer"], clearance };
  const tokens = ["writer", "releaser"].map((id) => addOfficer(pair.ma.home, { id, ...officer }));
  await pair.ma.serving.close();
  await pair.il.serving.close();
  return {
    folder: pair.ma.home.folder.replace(/\/MA$/, ""),
    homes: [pair.ma.home.folder, pair.il.home.folder],
    database: pair.ma.home.database,
    url: `${pair.ma.serving.url}/api/accords/${pair.accord}`,
    tokens: [tokens[0] ?? "", tokens[1] ?? ""],
    service,
    otherService,
    channel: story.channel,
  };
}

async function post(office: Office, asked: { path: string; body: unknown; by: 0 | 1 }): Promise<unknown> {
  const response = await fetch(office.url + asked.path, {
    method: "POST",
    headers: { authorization: `Bearer ${office.tokens[asked.by]}`, "content-type": "application/json" },
    body: JSON.stringify(asked.body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer).slice(0, 600));
  return answer;
}

const label = { policy: "MA-IL", classification: "unclassified", releasableTo: ["IL", "MA"] };

async function send(office: Office, requests: number): Promise<void> {
  const waiting: { readonly id: string; readonly question: unknown }[] = [];
  const sealing = async (): Promise<void> => {
    for (let done = 0; done < requests; done += perBatch) waiting.push(...(await sealed(office, perBatch)));
  };
  let sent = 0;
  const lane = async (): Promise<void> => {
    while (sent < requests) {
      const next = waiting.shift();
      if (next) sent += 1;
      if (next) await request(office, next);
      else await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  await Promise.all([sealing(), ...Array.from({ length: lanes }, lane)]);
}

/** So many questions, each sealed for the request that will carry it. */
async function sealed(office: Office, count: number): Promise<{ id: string; question: unknown }[]> {
  const ids = Array.from({ length: count }, () => nextId());
  const documents = ids.map((act) => ({
    act,
    label,
    mediaType: "text/plain",
    name: "question.txt",
    from: office.service,
    to: office.otherService,
    content: randomBytes(bodyBytes).toString("base64"),
  }));
  const { results } = sealedResults.parse(await post(office, { path: "/documents/batch", body: { documents }, by: 0 }));
  return ids.map((id, i) => ({ id, question: results[i]?.document }));
}

async function request(office: Office, of: { readonly id: string; readonly question: unknown }): Promise<void> {
  const draft = {
    id: of.id,
    dossier: of.id,
    service: office.service,
    function: "liaison-officer",
    procedure: "request/1",
    step: "release",
    articles: ["1"],
    label,
    body: {
      channel: office.channel,
      reference: "RFI-1 (bench)",
      subject: "State of the example bridge",
      question: of.question,
      justification: "The example exercise crosses it.",
      priority: "routine",
      ltiov: `${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 19)}Z`,
      format: "A page of text",
      languages: ["fr", "en"],
      highestLevel: "restricted",
      releasableTo: ["IL", "MA"],
      restrictions: [],
      priorSources: "The example map service",
      contact: { office: "Room 12", function: "liaison-officer" },
    },
  };
  await post(office, { path: "/drafts", body: draft, by: 0 });
  registered.parse(await post(office, { path: `/drafts/${of.id}/release`, body: { version: 1 }, by: 1 }));
}

/** Until the author's node has heard that the other holds so many bodies, which is after it holds their acts. */
async function delivered(office: Office, count: number): Promise<void> {
  const database = new DatabaseSync(office.database, { readOnly: true });
  const counted = database.prepare("SELECT count(*) AS n FROM document WHERE delivered_at IS NOT NULL");
  while (Number(counted.get()?.n) < count) await new Promise((resolve) => setTimeout(resolve, 10));
  database.close();
}

/** Processor time of both nodes so far; Linux only, NaN elsewhere. */
function cpuSeconds(sides: readonly ServedSide[]): number {
  return sides.reduce((sum, side) => sum + cpuOf(side.process.pid), 0);
}

function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    // User and system time, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}
