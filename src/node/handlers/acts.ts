// The handlers of acts: registering, preparing, reading back, proving, and the registers in order.

import { draftOf, encodeAct, parseLeaf } from "../../acts/index.ts";
import type { ActDetail, ActSummary, Handlers, LogItem, SubmissionResult } from "../../api/index.ts";
import { isoInstant, refusalTextOf } from "../../api/index.ts";
import { base64, base64url, fromUtf8, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { Terms } from "../../procedures/index.ts";
import { digest } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { ActRow, OutcomeRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { proveAct } from "../prove.ts";
import { readSubmission, type Submission, type SubmissionResult as Registered } from "../side/submission.ts";
import { accordOf, type HandlerContext, localOf, mayAct, mayRead } from "./context.ts";
import { wordsOfAct } from "./words.ts";

type ActRoutes = "registerActs" | "prepareAct" | "act" | "actProof" | "log";

export function actHandlers(context: HandlerContext): Pick<Handlers<Officer>, ActRoutes> {
  return {
    async registerActs({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const admitted: { id: string | undefined; submission: Submission | Refusal }[] = [];
      for (const { id, submission } of body) {
        const read = isRefusal(submission) ? submission : readSubmission(submission);
        const refused = isRefusal(read) ? read : await mayMake(context, { officer, accord, submission: read });
        admitted.push({ id, submission: refused ?? read });
      }
      const submissions = admitted.flatMap(({ submission }) => (isRefusal(submission) ? [] : [submission]));
      const results = await accord.side.submit(submissions.map((one) => ({ ...one, officer: officer.id })));
      let next = 0;
      return {
        results: admitted.map(({ id, submission }) => {
          if (isRefusal(submission)) return refusedResult(id, submission);
          const result = results[next++];
          return result ? resultOf(id, result) : refusedResult(id, refuse("api.unknown", { what: "result", got: "" }));
        }),
      };
    },

    async prepareAct({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = await mayMake(context, { officer, accord, submission: { kind: "draft", draft: body } });
      if (refused) return refused;
      const prepared = await accord.side.appender.prepare(body);
      if (isRefusal(prepared)) return prepared;
      const payload = encodeAct(prepared.act);
      if (isRefusal(payload)) return payload;
      return {
        payload: base64url(payload),
        digest: digest(nativeSuite, payload),
        keyed: { service: prepared.service },
        words: wordsOfAct(prepared.act),
      };
    },

    async act({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const stored = await accord.side.store.act(params.accord, params.act);
      const refused = mayRead(context, { officer, accord, procedure: stored?.row.procedure ?? "accord" });
      if (refused) return refused;
      const leaf = stored && parseLeaf(stored.leaf);
      if (!stored || !leaf || isRefusal(leaf)) return refuse("api.unknown", { what: "act", got: params.act });
      const terms = await accord.side.terms();
      const summary = await summaryOf({ accord, row: stored.row, terms });
      const detail: ActDetail = {
        act: { ...leaf.act },
        leaf: base64(stored.leaf),
        party: summary.party,
        index: summary.index,
        local: summary.local,
        outcome: summary.outcome,
        rung: summary.rung,
        ...(summary.heldAt === undefined ? {} : { heldAt: summary.heldAt }),
      };
      return detail;
    },

    async actProof({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const stored = await accord.side.store.act(params.accord, params.act);
      if (!stored) return refuse("api.unknown", { what: "act", got: params.act });
      const refused = mayRead(context, { officer, accord, procedure: stored.row.procedure });
      if (refused) return refused;
      const proof = await proveAct({ side: accord.side, stored });
      return isRefusal(proof) ? proof : (fromUtf8(proof) ?? "");
    },

    async log({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: "accord" });
      if (refused) return refused;
      const { row, store } = accord.side;
      const { party, start, limit } = query;
      if (party !== row.own && party !== row.other) return refuse("api.unknown", { what: "party", got: party });
      const size = (await store.head(party === row.own ? row.ownOrigin : row.otherOrigin))?.size ?? 0;
      const terms = await accord.side.terms();
      const end = Math.min(size, start + limit);
      const items: LogItem[] = [];
      for (const act of await store.actsOfRegister(row.accord, { party, start, limit }))
        if (act.index < end)
          items.push({ kind: "act", index: act.index, act: await summaryOf({ accord, row: act, terms }) });
      for (const leaf of await store.unreadable(row.accord))
        if (leaf.party === party && leaf.index >= start && leaf.index < end)
          items.push({ kind: "unreadable", index: leaf.index, refusal: refusalTextOf(kept(leaf.code, leaf.details)) });
      items.sort((a, b) => a.index - b.index);
      return { party, size, items, ...(end < size ? { next: end } : {}) };
    },
  };
}

async function mayMake(
  context: HandlerContext,
  input: { officer: Officer; accord: RunningAccord; submission: Submission },
): Promise<Refusal | undefined> {
  const { officer, accord, submission } = input;
  const act = submission.kind === "draft" ? submission.draft : draftOf(submission.act);
  const { ground } = await accord.side.state();
  const procedure = ground.procedureOf(act);
  if (isRefusal(procedure)) return procedure;
  const author = act.dossier === act.id ? undefined : await accord.side.lastAuthor(act.dossier);
  return mayAct(context, { officer, accord, procedure, act, author });
}

/** What a list tells of an act. */
export async function summaryOf(input: {
  accord: RunningAccord;
  row: ActRow;
  terms: Terms;
}): Promise<ActSummary> {
  const { accord, row, terms } = input;
  const { side } = accord;
  const held = row.index < side.held(row.party);
  const origin = row.party === side.row.own ? side.row.ownOrigin : side.row.otherOrigin;
  const receipt = held ? await side.store.heldCovering(origin, row.index) : undefined;
  return {
    id: row.id,
    party: row.party,
    index: row.index,
    dossier: row.dossier,
    procedure: row.procedure,
    step: row.step,
    service: row.service,
    function: row.function,
    at: isoInstant(row.at),
    local: localOf(terms, row.at),
    outcome: outcomeOf(row.outcome),
    rung: held ? "heldByBoth" : "registered",
    ...(receipt ? { heldAt: isoInstant(receipt.time * 1000) } : {}),
  };
}

function resultOf(id: string | undefined, result: Registered): SubmissionResult {
  if (result.status === "refused") return refusedResult(id, result.refusal);
  const { row } = result;
  return { status: result.status, id: row.id, party: row.party, index: row.index, outcome: outcomeOf(row.outcome) };
}

function refusedResult(id: string | undefined, refusal: Refusal): SubmissionResult {
  return { status: "refused", refusal: refusalTextOf(refusal), ...(id === undefined ? {} : { id }) };
}

export function outcomeOf(outcome: OutcomeRow): ActSummary["outcome"] {
  if (outcome.kind === "void") return { kind: "void", refusal: refusalTextOf(kept(outcome.code, outcome.details)) };
  return outcome;
}

/** A refusal as the store kept it. */
function kept(code: string, details: string): Refusal {
  return { kind: "refused", code: code as Refusal["code"], details: JSON.parse(details) };
}
