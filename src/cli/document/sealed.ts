// `entente document export` and `put`: the sealed file of a document out of one node and into another by hand, when the
// link carries it too slowly or not at all. Nothing is opened. `entente document seal`: a file sealed for an act that
// is written by hand. `entente document forget`: removes what no act names.

import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isRefusal, z } from "../../base/index.ts";
import { framingOf, framingOptions } from "../act/framing.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { unwritable } from "../files.ts";
import { fileOption } from "../side/fields.ts";
import { asked } from "./attach.ts";
import { openJournal } from "./journal.ts";
import { progressTo, sizeText } from "./progress.ts";
import { saveAnswer } from "./saving.ts";
import { sourceAt } from "./source.ts";
import { sealFile } from "./upload.ts";

const exportOptions = z.object({
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, "not sha256: and 64 hexadecimal digits"),
  accord: z.string().optional(),
  out: fileOption.optional(),
  force: z.boolean().default(false),
});

export async function documentExport(call: Call): Promise<Outcome> {
  const given = readCall(exportOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { client } = standing;
  const { digest, force } = given;
  const params = { accord: accord.accord, digest };
  const one = await client.call("document", { params });
  if (isRefusal(one)) return one;
  const name = `${digest.slice("sha256:".length)}.age`;
  const file = given.out === undefined ? join(call.terminal.path("."), name) : call.terminal.path(given.out);
  if (!force && existsSync(file)) return unwritable(file, "it is there already; --force puts another in its place");
  const answer = await client.read("sealedDocument", { params });
  if (isRefusal(answer)) return answer;
  const { size } = one.document;
  const told = progressTo(call.terminal, { name, size });
  const refused = await saveAnswer(answer, { digest, file, size, force, told });
  return refused ?? done([`Sealed file: ${file}, ${sizeText(size)}`], { digest, file, size });
}

export async function documentPut(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ file: fileOption, accord: z.string().optional() }), call);
  if (isRefusal(given)) return given;
  const source = sourceAt({ path: "", file: call.terminal.path(given.file) });
  if (isRefusal(source)) return source;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const hash = createHash("sha256");
  await pipeline(createReadStream(source.file), hash);
  const digest = `sha256:${hash.digest("hex")}`;
  const content = { length: source.size, pieces: createReadStream(source.file, { highWaterMark: 256 * 1024 }) };
  const answer = await standing.client.call("putDocument", { params: { accord: accord.accord, digest }, content });
  if (isRefusal(answer)) return answer;
  return done([`${digest}: ${answer.state === "held" ? "whole, and held" : answer.state}`], { digest, ...answer });
}

const sealOptions = z.object({
  ...framingOptions,
  file: fileOption,
  act: z.string(),
  to: z.string(),
  type: z.string().optional(),
  older: z.boolean().default(false),
});

export async function documentSeal(call: Call): Promise<Outcome> {
  const given = readCall(sealOptions, call);
  if (isRefusal(given)) return given;
  const { act, to, older } = given;
  const source = sourceAt({ path: "document", file: call.terminal.path(given.file), mediaType: given.type });
  if (isRefusal(source)) return source;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { client, officer, home } = standing;
  const framing = await framingOf({ accord, officer, rests: "founding", given: { ...given, function: "none" } });
  if (isRefusal(framing)) return framing;
  const { service, label } = framing;
  const meant = { service, label, to, older };
  const journal = openJournal(home?.folder, {
    accord: accord.accord,
    officer: call.globals.as,
    act: meant,
    id: act,
    dossier: undefined,
    sources: [source],
  });
  const document = await sealFile({
    client,
    accord: accord.accord,
    source,
    asked: asked({ source, draft: { id: act, label, service }, to, older }),
    known: journal.upload(source.path),
    begun: (upload) => journal.begun(act, { path: source.path, id: upload }),
    told: progressTo(call.terminal, source),
  });
  if (isRefusal(document)) return document;
  journal.done();
  return done([JSON.stringify(document, null, 2)], { document });
}

export async function documentForget(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ digest: z.string(), accord: z.string().optional() }), call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const params = { accord: accord.accord, digest: given.digest };
  const answer = await standing.client.call("forgetDocument", { params });
  return isRefusal(answer) ? answer : done([`Removed: ${answer.forgotten}`], answer);
}
