// The handlers that make acts: registering them, and completing one for an officer to sign.

import { draftOf, encodeAct } from "../../acts/index.ts";
import type { Handlers, PreparedAct, RouteInput, RouteOutput } from "../../api/index.ts";
import { base64url, Fault, isRefusal, type Refusal } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { digest } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { RunningAccord } from "../node.ts";
import { readSubmission, type Submission } from "../side/submission.ts";
import { accordOf, type HandlerContext, mayAct } from "./context.ts";
import { refusedResult, resultOf } from "./results.ts";
import { wordsOfAct } from "./words.ts";

export function actHandlers(context: HandlerContext): Pick<Handlers<Officer>, "registerActs" | "prepareAct"> {
  return {
    async registerActs({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      return isRefusal(accord) ? accord : await register(context, { accord, officer, body });
    },
    async prepareAct({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const submission = permitted(context, { officer, accord, submission: { kind: "draft", draft: body } });
      return isRefusal(submission) ? submission : await prepare(accord, submission);
    },
  };
}

async function register(
  context: HandlerContext,
  input: { accord: RunningAccord; officer: Officer; body: RouteInput<"registerActs">["body"] },
): Promise<RouteOutput<"registerActs">> {
  const { accord, officer, body } = input;
  const judged = body.map(({ id, submission }) => {
    const read = isRefusal(submission) ? submission : readSubmission(submission);
    return { id, submission: isRefusal(read) ? read : permitted(context, { officer, accord, submission: read }) };
  });
  const admitted = judged.flatMap(({ submission }) => (isRefusal(submission) ? [] : [submission]));
  const results = (await accord.side.submit(admitted)).values();
  return {
    results: judged.map(({ id, submission }) => {
      if (isRefusal(submission)) return refusedResult(id, submission);
      const result = results.next();
      if (result.done) throw new Fault("node.lostResult", "An act was submitted and nothing was said of it.");
      return resultOf(id, result.value);
    }),
  };
}

/** Completes a draft as it would be registered now, for an officer to sign. */
export async function prepare(
  accord: RunningAccord,
  submission: Extract<Submission, { kind: "draft" }>,
): Promise<PreparedAct | Refusal> {
  const prepared = await accord.side.appender.prepare(submission);
  if (isRefusal(prepared)) return prepared;
  const payload = encodeAct(prepared.act);
  if (isRefusal(payload)) return payload;
  return {
    payload: base64url(payload),
    digest: digest(nativeSuite, payload),
    keyed: { service: prepared.service },
    words: wordsOfAct(prepared.act),
  };
}

/** The submission in the officer's name, or why this officer may not make it. */
function permitted<Kind extends Submission>(
  context: HandlerContext,
  input: { officer: Officer; accord: RunningAccord; submission: Kind },
): Kind | Refusal {
  const { officer, accord, submission } = input;
  const act = submission.kind === "draft" ? submission.draft : draftOf(submission.act);
  const procedure = accord.side.procedureOf(act);
  if (isRefusal(procedure)) return procedure;
  const may = (author: string | undefined): Refusal | undefined =>
    // Without a draft, who hands an act in has composed it: a step that needs two pairs of eyes is refused.
    mayAct(context, { officer, accord, procedure, act, author, composer: officer.id });
  // Who made the last act is asked again when this one's turn has come: two may be under way at once.
  return may(undefined) ?? { ...submission, officer: officer.id, permit: may };
}
