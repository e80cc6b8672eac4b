// `entente request send` and `answer`: a request for information and its answers, as an officer writes them. Each is
// composed as a draft: what leaves the side is let out by another.

import { isRefusal, refuse, z } from "../../base/index.ts";
import { type Call, type Outcome, readCall } from "../command.ts";
import { fileOption, listOption } from "../side/fields.ts";
import { meantChannel } from "./channel.ts";
import { composeLetter, correspondenceOptions, seatOf } from "./draft.ts";

const text = z.string().min(1);
const instant = z.iso.datetime("not an instant in UTC, such as 2027-01-01T00:00:00Z");

const sendOptions = z.object({
  ...correspondenceOptions,
  channel: z.string().optional(),
  reference: text,
  subject: text,
  question: fileOption,
  justification: text,
  ltiov: instant,
  priority: text.default("routine"),
  format: text.default("A text"),
  languages: listOption.default(["en"]),
  highest: text.optional(),
  priorSources: text,
  restriction: z.array(text).default([]),
});

export async function requestSend(call: Call): Promise<Outcome> {
  const given = readCall(sendOptions, call);
  if (isRefusal(given)) return given;
  const seat = await seatOf(call, given);
  if (isRefusal(seat)) return seat;
  const { accord, standing } = seat;
  const channel = await meantChannel(standing.client, { accord, given: given.channel });
  if (isRefusal(channel)) return channel;
  const { terms } = channel;
  const { reference, subject, justification, ltiov, priority, format, languages, priorSources } = given;
  const body = {
    channel: channel.dossier,
    ...{ reference, subject, justification, priority, ltiov, format, languages, priorSources },
    highestLevel: given.highest ?? terms.cap,
    releasableTo: [accord.own],
    restrictions: given.restriction,
    contact: terms.contacts[accord.own],
  };
  const file = { path: "question", name: given.question };
  const { articles } = terms;
  return composeLetter(seat, {
    given,
    procedure: "request/1",
    step: "release",
    dossier: undefined,
    articles,
    body,
    file,
  });
}

const answerOptions = z.object({
  ...correspondenceOptions,
  dossier: z.string(),
  answer: fileOption.optional(),
  summary: text.optional(),
  interim: z.boolean().default(false),
  following: instant.optional(),
  searched: text.optional(),
});

type AnswerOptions = z.infer<typeof answerOptions>;

const onChannel = z.looseObject({ channel: z.string() });

export async function requestAnswer(call: Call): Promise<Outcome> {
  const given = readCall(answerOptions, call);
  if (isRefusal(given)) return given;
  const { answer, searched, attach } = given;
  if ((answer === undefined) === (searched === undefined))
    return refuse("cli.usage", { option: "--answer", problem: "give it, or --searched, and not both" });
  if (searched !== undefined && (attach.length > 0 || given.interim))
    return refuse("cli.usage", { option: "--searched", problem: "it takes no attachment and is no interim reply" });
  const seat = await seatOf(call, given);
  if (isRefusal(seat)) return seat;
  const { accord, standing } = seat;
  const params = { accord: accord.accord, dossier: given.dossier };
  const request = await standing.client.call("dossier", { params });
  if (isRefusal(request)) return request;
  const named = onChannel.safeParse(request.data).data?.channel;
  const channel = await meantChannel(standing.client, { accord, given: named });
  if (isRefusal(channel)) return channel;
  const { dossier } = given;
  const { articles } = channel.terms;
  return composeLetter(seat, { given, procedure: "request/1", dossier, articles, ...answerOf(given) });
}

function answerOf({ answer, summary, interim, following, searched }: AnswerOptions) {
  if (answer === undefined) return { step: "noHoldings", body: { searched }, file: undefined };
  const said = summary === undefined ? {} : { summary };
  const file = { path: "answer", name: answer };
  if (!interim) return { step: "finalReply", body: said, file };
  return { step: "interimReply", body: { ...said, ...(following === undefined ? {} : { following }) }, file };
}
