// `entente document open`: has the node open a sealed document, which is decided, logged and, for the other side's,
// registered; then saves its content under a safe name.

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { newActId } from "../act/uuid.ts";
import { accordOf, type Standing, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { unwritable } from "../files.ts";
import { fileOption } from "../side/fields.ts";
import { progressTo, sizeText } from "./progress.ts";
import { safeName } from "./safe-name.ts";
import { saveAnswer } from "./saving.ts";

const options = z.object({
  digest: z.string(),
  accord: z.string().optional(),
  function: z.string().optional(),
  out: fileOption.optional(),
  force: z.boolean().default(false),
  only: z.boolean().default(false),
});

export async function documentOpen(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const acting = functionOf(standing, given.function);
  if (isRefusal(acting)) return acting;
  const { client } = standing;
  const params = { accord: accord.accord, digest: given.digest };
  const body = { id: newActId(call.terminal.now()), function: acting };
  const opened = await client.call("openDocument", { params, body });
  if (isRefusal(opened)) return opened;
  const { name, mediaType, size, openedBy } = opened;
  const told = [
    `Opened: ${JSON.stringify(name)}, ${mediaType}, ${sizeText(size)}`,
    openedBy === undefined ? "This side's own document: nothing is registered." : `Registered by the act ${openedBy}.`,
  ];
  if (given.only) return done(told, { ...opened });
  const file = placeOf(call, { out: given.out, name });
  if (!given.force && existsSync(file))
    return unwritable(file, "it is there already; --force puts another in its place");
  const answer = await client.read("documentContent", { params, query: { function: acting } });
  if (isRefusal(answer)) return answer;
  const progress = progressTo(call.terminal, { name, size });
  const refused = await saveAnswer(answer, { ...given, file, size, told: progress });
  return refused ?? done([...told, `Saved: ${file}`], { ...opened, file });
}

/** In the folder the command was started in, unless the person says otherwise. */
function placeOf(call: Call, { out, name }: { readonly out: string | undefined; readonly name: string }): string {
  const place = call.terminal.path(out ?? ".");
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ? join(place, safeName(name)) : place;
}

function functionOf({ officer }: Standing, given: string | undefined): string | Refusal {
  if (given !== undefined) return given;
  const functions = officer?.functions ?? [];
  const [only] = functions;
  if (only !== undefined && functions.length === 1) return only;
  const choices = functions.length > 0 ? [...functions] : ["(this home does not know)"];
  return refuse("cli.choose", { option: "--function", choices });
}
