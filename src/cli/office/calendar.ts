// `entente calendar make`, `list` and `revoke`: the addresses under which a calendar program reads an officer's feeds.

import { isFunctionCode } from "../../acts/index.ts";
import type { RouteOutput } from "../../api/index.ts";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import { accordOf, type Standing, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";

const accordField = { accord: z.string().optional() } as const;
const functionField = { function: z.string().refine(isFunctionCode, "not a function's code") } as const;

interface Place {
  readonly standing: Standing;
  readonly params: { readonly accord: string };
}

async function placeOf(call: Call, accord: string | undefined): Promise<Place | Refusal> {
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const found = await accordOf(standing.client, accord);
  return isRefusal(found) ? found : { standing, params: { accord: found.accord } };
}

export async function calendarMake(call: Call): Promise<Outcome> {
  const language = z.enum(["fr", "ar", "he", "en"], "not fr, ar, he or en").default("en");
  const given = readCall(z.object({ ...accordField, ...functionField, language }), call);
  if (isRefusal(given)) return given;
  const place = await placeOf(call, given.accord);
  if (isRefusal(place)) return place;
  const body = { function: given.function, language: given.language };
  const { client } = place.standing;
  const made = await client.call("makeFeed", { params: place.params, body });
  if (isRefusal(made)) return made;
  const address = new URL(made.path, client.address.url).href;
  const lines = [address, "Told once. Whoever has this address reads the calendar; `entente calendar revoke` ends it."];
  return done(lines, { ...made, address });
}

export async function calendarList(call: Call): Promise<Outcome> {
  const given = readCall(z.object(accordField), call);
  if (isRefusal(given)) return given;
  const place = await placeOf(call, given.accord);
  if (isRefusal(place)) return place;
  return told(await place.standing.client.call("feeds", { params: place.params }));
}

export async function calendarRevoke(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ ...accordField, ...functionField }), call);
  if (isRefusal(given)) return given;
  const place = await placeOf(call, given.accord);
  if (isRefusal(place)) return place;
  const params = { ...place.params, function: given.function };
  return told(await place.standing.client.call("revokeFeed", { params }));
}

function told(answer: RouteOutput<"feeds"> | Refusal): Outcome {
  if (isRefusal(answer)) return answer;
  const lines = answer.items.map((one) => `${one.function}  ${one.language}  made ${one.madeAt}`);
  return done(lines.length > 0 ? lines : ["No calendar has an address."], { items: answer.items });
}
