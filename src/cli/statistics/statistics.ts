// `entente statistics`: what each side does and how long it takes, in the terminal or as a table for a spreadsheet.

import type { Statistics } from "../../api/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { writeNew } from "../files.ts";
import { fileOption } from "../side/fields.ts";

const options = z.object({ accord: z.string().optional(), out: fileOption.optional() });

export async function statisticsShow(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const stands = standingOf(call);
  if (isRefusal(stands)) return stands;
  const accord = await accordOf(stands.client, given.accord);
  if (isRefusal(accord)) return accord;
  const params = { accord: accord.accord };
  if (given.out === undefined) {
    const figures = await stands.client.call("statistics", { params });
    return isRefusal(figures) ? figures : done(figureLines(figures), { ...figures });
  }
  const csv = await stands.client.call("statisticsTable", { params });
  if (isRefusal(csv)) return csv;
  const file = call.terminal.path(given.out);
  return writeNew(file, csv) ?? done([`Table: ${file}`], { file });
}

type Side = Statistics["procedures"][number]["sides"][number];

function figureLines({ now, acts, articles, procedures }: Statistics): readonly string[] {
  return [
    `${acts} acts in both registers at ${now}`,
    ...articles.map(({ article, sides }) => {
      const told = sides.map((one) => `${one.party} ${one.acts} acts, ${one.opened} opened`);
      return `Article ${article}: ${told.join("; ")}`;
    }),
    ...procedures.flatMap(({ procedure, open, all, sides, reasons }) => [
      `${procedure}: ${open} open of ${all}`,
      ...sides.map((one) => `  ${sideText(one)}`),
      ...(reasons.length === 0 ? [] : [`  reasons: ${reasons.map((one) => `${one.code} ${one.count}`).join(", ")}`]),
    ]),
  ];
}

function sideText(side: Side): string {
  const { party, acts, opened, overdue, answers, medianHours, ninthDecileHours } = side;
  const within = (hours: number | undefined): string => (hours === undefined ? "-" : `${hours} h`);
  const answered = `half within ${within(medianHours)}, nine in ten within ${within(ninthDecileHours)}`;
  return `${party} ${acts} acts, ${opened} opened, ${overdue} overdue, ${answers} answers, ${answered}`;
}
