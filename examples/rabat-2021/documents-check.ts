// What the demonstration proves of sealed documents: both nodes know the same ones and hold the same bytes; what the
// story opened is opened on both; what was recalled and attested is gone from both; and each side's access log has its
// own openings and nothing of the other's.

import { createHash } from "node:crypto";
import type { DocumentDetail } from "../../src/api/index.ts";
import { Refused } from "./client.ts";
import { type Party, parties, partyName } from "./data.ts";
import type { Sides } from "./play.ts";
import { posts } from "./posts.ts";
import { storyActs } from "./story.ts";

export interface DocumentFindings {
  /** The same bytes on both nodes. */
  readonly held: number;
  readonly opened: number;
  /** Gone from both. */
  readonly erased: number;
  /** Decisions in each side's own access log. */
  readonly accessLog: Readonly<Record<Party, number>>;
}

type Known = ReadonlyMap<string, DocumentDetail>;

/** Throws what is not as it must be. */
export async function checkDocuments(sides: Sides): Promise<DocumentFindings> {
  const known = { MA: await documentsAt(sides, "MA"), IL: await documentsAt(sides, "IL") };
  const counts = { held: 0, opened: 0, erased: 0 };
  for (const [digest, one] of known.MA) {
    const other = known.IL.get(digest);
    if (one.state !== other?.state) throw new Error(`${digest} is ${one.state} at Morocco, ${other?.state} at Israel.`);
    if (one.rung === "opened" && other.rung === "opened") counts.opened += 1;
    if (one.state === "held") counts.held += 1;
    else counts.erased += 1;
    for (const party of parties) await checkBytes(sides, { at: party, one });
  }
  const sealed = storyActs.flatMap((step) => (step.kind === "act" ? Object.keys(step.documents ?? {}) : []));
  const opened = storyActs.filter((step) => step.kind === "open");
  expectCount({ what: "sent", got: known.MA.size, expected: sealed.length });
  expectCount({ what: "sent, as the other side knows them,", got: known.IL.size, expected: sealed.length });
  expectCount({ what: "opened", got: counts.opened, expected: opened.length });
  const accessLog = { MA: await checkLog(sides, "MA"), IL: await checkLog(sides, "IL") };
  return { ...counts, accessLog };
}

function expectCount({ what, got, expected }: { what: string; got: number; expected: number }): void {
  if (got !== expected) throw new Error(`${got} documents were ${what} where the story has ${expected}.`);
}

async function documentsAt(sides: Sides, party: Party): Promise<Known> {
  const side = sides[party];
  const { accord } = side;
  const { items } = await side.ask("dossiers", { params: { accord }, query: { limit: 500 } });
  const known = new Map<string, DocumentDetail>();
  for (const { dossier } of items) {
    const listed = await side.ask("documentsOfDossier", { params: { accord, dossier } });
    for (const one of listed.items) known.set(one.document.digest, one);
  }
  return known;
}

/** The sealed file gives its digest where it is held, and cannot be had where it is erased. */
async function checkBytes(sides: Sides, { at, one }: { at: Party; one: DocumentDetail }): Promise<void> {
  const { digest } = one.document;
  try {
    const bytes = await sides[at].sealed(digest);
    const got = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    if (one.state !== "held" || got !== digest) throw new Error(`${partyName[at]} has ${got} for ${digest}.`);
  } catch (cause) {
    const gone = cause instanceof Refused && cause.refusal.code === "node.documentErased";
    if (one.state !== "erased" || !gone) throw cause;
  }
}

/** Every opening of a document that this side's officers made, allowed or refused, and none of the other side's. */
async function checkLog(sides: Sides, party: Party): Promise<number> {
  const side = sides[party];
  const by = posts.channelSecurity[party];
  const { items, size } = await side.ask("accessLog", { by, params: { accord: side.accord }, query: { limit: 1_000 } });
  const made = storyActs.filter((step) => step.kind === "open" && step.side === party);
  const openings = items.filter((one) => one.allowed && one.action === "open" && one.code === undefined);
  if (new Set(openings.map((one) => one.document)).size !== made.length)
    throw new Error(`${partyName[party]}'s access log has ${openings.length} openings; the story ${made.length}.`);
  return size;
}
