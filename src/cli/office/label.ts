// `entente label import` and `export`: labels in XML, as other systems write and read them.

import { isRefusal, z } from "../../base/index.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { readText, writeNew } from "../files.ts";
import { fileOption } from "../side/fields.ts";

export async function labelImport(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ file: fileOption, accord: z.string().optional() }), call);
  if (isRefusal(given)) return given;
  const xml = readText(call.terminal.path(given.file));
  if (isRefusal(xml)) return xml;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const answer = await standing.client.call("importLabel", { params: { accord: accord.accord }, body: { xml } });
  if (isRefusal(answer)) return answer;
  const { label, left, refusal, markings } = answer;
  return done(
    [
      ...markings.map((one) => `${one.kind}: ${one.policy} ${one.classification}`),
      ...(label ? [`Label here: ${JSON.stringify(label)}`] : []),
      ...left.map((what) => `Not in the label: ${what}`),
      ...(refusal ? [`No label here says this (${refusal.code}): ${refusal.failed}`] : []),
    ],
    { ...answer },
  );
}

const exportOptions = z.object({
  act: z.string(),
  accord: z.string().optional(),
  document: z.string().optional(),
  out: fileOption.optional(),
});

export async function labelExport(call: Call): Promise<Outcome> {
  const given = readCall(exportOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const xml = await standing.client.call("exportLabel", {
    params: { accord: accord.accord, act: given.act },
    query: { document: given.document },
  });
  if (isRefusal(xml)) return xml;
  if (given.out === undefined) {
    if (!call.globals.json) call.terminal.write(xml);
    return done([], { xml });
  }
  const file = call.terminal.path(given.out);
  return writeNew(file, xml) ?? done([`Label: ${file}`], { file });
}
