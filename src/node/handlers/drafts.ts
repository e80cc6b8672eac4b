// The handlers of drafts. To compose one an officer may act or write for those who do; to release one an officer must
// be allowed the act itself, and a rule of four eyes may ask that it be another than who composed it.

import { type Draft, draftOf, isFunctionCode, sameDraft } from "../../acts/index.ts";
import {
  type DraftDetail,
  type DraftRow,
  type Handlers,
  isoInstant,
  type RouteInput,
  refusalTextOf,
} from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { DraftDesk, type LaidDraft } from "../drafts/desk.ts";
import type { RunningAccord } from "../node.ts";
import { readSubmission, type Submission } from "../side/submission.ts";
import { prepare } from "./acts.ts";
import { accordOf, type HandlerContext, levelFor, mayAct, mayCompose, mayRead } from "./context.ts";
import { resultOf } from "./results.ts";

type DraftRoutes =
  | "composeDraft"
  | "drafts"
  | "draft"
  | "changeDraft"
  | "returnDraft"
  | "prepareDraft"
  | "releaseDraft"
  | "removeDraft";

interface Found {
  readonly accord: RunningAccord;
  readonly desk: DraftDesk;
  readonly laid: LaidDraft;
}

export function draftHandlers(context: HandlerContext): Pick<Handlers<Officer>, DraftRoutes> {
  const desks = desksOf(context);
  const found: Find = (params, officer) => foundDraft(context, { params, officer, desks });
  return { ...readingDrafts(context, { desks, found }), ...changingDrafts(context, found) };
}

type Find = (params: RouteInput<"draft">["params"], officer: Officer) => Promise<Found | Refusal>;

function readingDrafts(
  context: HandlerContext,
  { desks, found }: { readonly desks: (accord: RunningAccord) => DraftDesk; readonly found: Find },
): Pick<Handlers<Officer>, "composeDraft" | "drafts" | "draft"> {
  return {
    async composeDraft({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayCompose(context, { officer, accord, draft: body });
      if (refused) return refused;
      const desk = desks(accord);
      const laid = await desk.compose(body, officer.id);
      return isRefusal(laid) ? laid : detailOf(context, { accord, desk, laid, officer });
    },
    async drafts({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const { limit, state, dossier, cursor } = query;
      const filter = { ...(state ? { state } : {}), ...(dossier ? { dossier } : {}), ...(cursor ? { cursor } : {}) };
      const page = await desks(accord).list({ limit, ...filter });
      if (isRefusal(page)) return page;
      const readable = page.items.filter((laid) => !mayReadDraft(context, { accord, officer, laid }));
      return { items: readable.map(rowOf), ...(page.next === undefined ? {} : { next: page.next }) };
    },
    async draft({ params }, officer) {
      const one = await found(params, officer);
      return isRefusal(one) ? one : detailOf(context, { ...one, officer });
    },
  };
}

function changingDrafts(
  context: HandlerContext,
  found: Find,
): Pick<Handlers<Officer>, Exclude<DraftRoutes, "composeDraft" | "drafts" | "draft">> {
  return {
    async changeDraft({ params, body }, officer) {
      const one = await found(params, officer);
      if (isRefusal(one)) return one;
      if (body.draft.id !== params.draft)
        return refuse("api.badInput", {
          where: "body",
          path: "draft.id",
          problem: "not the draft that the path names",
        });
      const refused = mayCompose(context, { officer, accord: one.accord, draft: body.draft });
      if (refused) return refused;
      const change = { id: params.draft, version: body.version, officer: officer.id };
      const laid = await one.desk.change(change, body.draft);
      return isRefusal(laid) ? laid : detailOf(context, { ...one, laid, officer });
    },
    async returnDraft({ params, body }, officer) {
      const one = await found(params, officer);
      if (isRefusal(one)) return one;
      const refused = mayRelease(context, { ...one, officer });
      if (refused) return refused;
      const change = { id: params.draft, version: body.version, officer: officer.id };
      const laid = await one.desk.giveBack(change, body.reason);
      return isRefusal(laid) ? laid : detailOf(context, { ...one, laid, officer });
    },
    async prepareDraft({ params }, officer) {
      const one = await found(params, officer);
      if (isRefusal(one)) return one;
      return mayRelease(context, { ...one, officer }) ?? prepare(one.accord, { kind: "draft", draft: one.laid.draft });
    },
    async releaseDraft({ params, body }, officer) {
      const one = await found(params, officer);
      if (isRefusal(one)) return one;
      const submission = submissionOf(context, { ...one, officer, signed: body.signed });
      if (isRefusal(submission)) return submission;
      const change = { id: params.draft, version: body.version, officer: officer.id };
      const result = await one.desk.release(change, submission);
      return isRefusal(result) ? result : { results: [resultOf(params.draft, result)] };
    },
    async removeDraft({ params, body }, officer) {
      const one = await found(params, officer);
      if (isRefusal(one)) return one;
      const refused = mayCompose(context, { officer, accord: one.accord, draft: one.laid.draft });
      if (refused) return refused;
      const removed = await one.desk.remove({ id: params.draft, version: body.version });
      if (isRefusal(removed)) return removed;
      // A crash before this line leaves what was uploaded until it is found to be named by nothing.
      const uploaded = await one.accord.side.store.documents.ofAct(params.accord, removed);
      for (const { digest } of uploaded) await one.accord.documents.forget(digest);
      return { removed };
    },
  };
}

/** One desk for each accord, as long as the node runs: it knows which releases are under way. */
function desksOf(context: HandlerContext): (accord: RunningAccord) => DraftDesk {
  const desks = new Map([...context.node.accords.values()].map((accord) => [accord, new DraftDesk(accord.side)]));
  return (accord) => desks.get(accord) ?? new DraftDesk(accord.side);
}

async function foundDraft(
  context: HandlerContext,
  input: {
    params: RouteInput<"draft">["params"];
    officer: Officer;
    desks: (accord: RunningAccord) => DraftDesk;
  },
): Promise<Found | Refusal> {
  const { params, officer } = input;
  const accord = accordOf(context, params.accord);
  if (isRefusal(accord)) return accord;
  const desk = input.desks(accord);
  const laid = await desk.get(params.draft);
  if (laid === undefined) return refuse("api.unknown", { what: "draft", got: params.draft });
  const refused = mayReadDraft(context, { accord, officer, laid });
  return refused ?? { accord, desk, laid: { ...laid, draft: asReleasedBy(context, { accord, officer, laid }) } };
}

/**
 * The act as this officer would release it: in the function that the draft names where the officer has it, else in the
 * first of the officer's own in which it may be made. Who composes need not know in which function another releases.
 */
function asReleasedBy(
  context: HandlerContext,
  input: { accord: RunningAccord; officer: Officer; laid: LaidDraft },
): Draft {
  const { officer, laid } = input;
  const { draft } = laid;
  if (officer.functions.includes(draft.function)) return draft;
  const inFunctions = officer.functions.filter(isFunctionCode).map((one) => ({ ...draft, function: one }));
  return inFunctions.find((one) => !mayRelease(context, { ...input, laid: { ...laid, draft: one } })) ?? draft;
}

function mayReadDraft(
  context: HandlerContext,
  input: { accord: RunningAccord; officer: Officer; laid: LaidDraft },
): Refusal | undefined {
  const { accord, officer, laid } = input;
  const { procedure, dossier } = laid.row;
  return mayRead(context, { officer, accord, procedure, dossier, level: levelFor(accord, laid.draft.label) });
}

/** Undefined when the officer may make the very act that the draft would be, someone else having composed it. */
function mayRelease(
  context: HandlerContext,
  input: { accord: RunningAccord; officer: Officer; laid: LaidDraft; author?: string },
): Refusal | undefined {
  const { accord, officer, laid, author } = input;
  const procedure = accord.side.procedureOf(laid.draft);
  if (isRefusal(procedure)) return procedure;
  return mayAct(context, { officer, accord, procedure, act: laid.draft, author, composer: laid.row.composer });
}

/** What is handed in for the draft: itself, or the very same act as it was prepared and signed. */
function submissionOf(
  context: HandlerContext,
  input: Found & { officer: Officer; signed: RouteInput<"releaseDraft">["body"]["signed"] },
): Submission | Refusal {
  const { officer, laid, signed } = input;
  const refused = mayRelease(context, input);
  if (refused) return refused;
  const permit = (author: string): Refusal | undefined => mayRelease(context, { ...input, author });
  const by = { officer: officer.id, permit };
  if (signed === undefined) return { kind: "draft", draft: laid.draft, ...by };
  const read = readSubmission(signed);
  if (isRefusal(read)) return read;
  const same = read.kind === "prepared" && sameDraft(draftOf(read.act), laid.draft);
  return same ? { ...read, ...by } : refuse("node.notTheDraft", { id: laid.row.id });
}

async function detailOf(context: HandlerContext, input: Found & { officer: Officer }): Promise<DraftDetail> {
  const { accord, desk, laid } = input;
  const history = await desk.history(laid.row.id);
  const waits = laid.row.state === "composed" || laid.row.state === "returned";
  const tried = waits ? await accord.side.appender.prepare({ kind: "draft", draft: laid.draft }) : undefined;
  const barred = waits ? mayRelease(context, input) : undefined;
  return {
    ...rowOf(laid),
    draft: { ...laid.draft },
    history: history.map(({ kind, officer, at, reason }) => ({
      kind,
      officer,
      at: isoInstant(at),
      ...(reason === undefined ? {} : { reason }),
    })),
    ...(isRefusal(tried) ? { flaw: refusalTextOf(tried) } : {}),
    ...(barred ? { barred: refusalTextOf(barred) } : {}),
  };
}

function rowOf({ row, draft }: LaidDraft): DraftRow {
  const { id, state, version, procedure, step, dossier, composer, releaser } = row;
  return {
    id,
    state,
    version,
    procedure,
    step,
    dossier,
    classification: draft.label.classification,
    composer,
    ...(releaser === undefined ? {} : { releaser }),
    composedAt: isoInstant(row.composedAt),
    changedAt: isoInstant(row.changedAt),
  };
}
