// `entente injects`: a main events list as a table for a spreadsheet, and a table read against it.

import { isRefusal } from "../../base/index.ts";
import { type Call, done, type Outcome } from "../command.ts";
import { flawLine, standing, tableContent, tableSave, writeBodies } from "./table.ts";

export async function injectsSave(call: Call): Promise<Outcome> {
  return tableSave(call, "injects");
}

/** Tells what a table would write, and writes the bodies of the acts that would; registers nothing. */
export async function injectsRead(call: Call): Promise<Outcome> {
  const stands = await standing(call);
  if (isRefusal(stands)) return stands;
  const content = tableContent(call, stands.given);
  if (isRefusal(content)) return content;
  const read = await stands.client.call("readInjectsTable", { params: stands.params, content });
  if (isRefusal(read)) return read;
  const bodies = read.writes.map((body, i) => ({ name: `write-${i + 1}`, body }));
  const written = writeBodies(call, { given: stands.given, bodies });
  if (isRefusal(written)) return written;
  const lines = [
    `New or changed rows: ${read.rows}, in ${read.writes.length} acts of the step write`,
    `As in the list: ${read.same}`,
    ...read.flaws.map(flawLine),
    ...written,
  ];
  return done(lines, { ...read });
}
