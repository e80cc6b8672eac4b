// `entente dispatch send`: a report or a document by a channel, composed as a draft for another officer to let out.

import { isRefusal, z } from "../../base/index.ts";
import { type Call, type Outcome, readCall } from "../command.ts";
import { fileOption } from "../side/fields.ts";
import { meantChannel } from "./channel.ts";
import { composeLetter, correspondenceOptions, seatOf } from "./draft.ts";

const text = z.string().min(1);

const options = z.object({
  ...correspondenceOptions,
  channel: z.string().optional(),
  reference: text,
  subject: text,
  text: fileOption,
  kind: z.enum(["report", "document"]).default("report"),
  handling: z.array(text).default([]),
  concerns: text.optional(),
});

export async function dispatchSend(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const seat = await seatOf(call, given);
  if (isRefusal(seat)) return seat;
  const { accord, standing } = seat;
  const channel = await meantChannel(standing.client, { accord, given: given.channel });
  if (isRefusal(channel)) return channel;
  const { reference, subject, kind, handling, concerns } = given;
  const more = concerns === undefined ? {} : { concerns };
  const body = { channel: channel.dossier, reference, subject, kind, handling, ...more };
  const file = { path: "text", name: given.text };
  const { articles } = channel.terms;
  return composeLetter(seat, {
    given,
    procedure: "dispatch/1",
    step: "send",
    dossier: undefined,
    articles,
    body,
    file,
  });
}
