// A request for information from one service to another, through a channel: released, sent, acknowledged, clarified,
// accepted with a promise, answered, assessed. After the state practice of such requests (COLISEUM's single subject;
// the working group on requests of the US Information Sharing Environment), each deadline a setting. Entente registers
// the envelope; question and answers are sealed.

import type { Procedure } from "../declaration.ts";
import { controlSteps } from "../originator-control.ts";
import { blankRequest, type RequestData } from "./data.ts";
import { everyState, requestStates, unanswered } from "./states.ts";
import { receivingSteps } from "./steps-receiving.ts";
import { requestingSteps } from "./steps-requesting.ts";

export const requestProcedure: Procedure<RequestData> = {
  name: "request",
  version: 1,
  rests: "intelligence",
  roles: ["requesting", "receiving"],
  states: requestStates,
  steps: {
    ...requestingSteps,
    ...receivingSteps,
    // Either side is the originator of what it sent: the question, a clarification, an answer.
    ...controlSteps<RequestData>({
      originator: "either",
      addressee: "either",
      opened: everyState,
      lower: everyState,
      recall: everyState,
      attest: everyState,
      refuse: everyState,
      recallOver: [],
      openedOver: [],
    }),
  },
  blank: blankRequest,
  title: ({ asked }) => (asked ? `${asked.reference} · ${asked.subject}` : ""),
};

/** The states in which a request waits for its answer, for lists. */
export const openRequestStates: readonly string[] = unanswered;
